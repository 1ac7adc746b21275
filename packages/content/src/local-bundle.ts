import { type Language, levelsOfAssurance } from '@jena/shared/kernel';
import type { LocalBundleHead, LocalBundlePart, LocalService, LocalServiceBundle } from './bundle.ts';
import { composeBundle } from './compose-bundle.ts';
import { localize } from './localize.ts';
import type { Content } from './parse.ts';
import type { ServiceBundle } from './service-bundle.ts';
import { newestForm } from './validate-bundle.ts';

/** The bundles as phones get them: their one form, which reads like that of a service, and what becomes of its answers. */
export function localBundles(content: Content, language: Language): LocalServiceBundle[] {
  return content.bundles.map((bundle) => {
    const form = composeBundle(bundle, (service) => newestForm(content, service));
    return {
      service: asService(content, bundle, language),
      form: localize(form, language),
      parts: bundle.parts.map((part) => localPart(content, part, language)),
      overview: localize(bundle.overview, language),
    };
  });
}

/** What lists show of them. */
export function bundleHeads({ bundles }: Content, language: Language): LocalBundleHead[] {
  return bundles.map(({ slug, title, summary, lifeEvent, keywords, parts }) => ({
    slug,
    title: title[language],
    summary: summary[language],
    lifeEvent,
    keywords: keywords[language],
    services: [...new Set(parts.map(({ service }) => service))],
  }));
}

function localPart(
  { services }: Content,
  { label, fee, ...part }: ServiceBundle['parts'][number],
  language: Language,
): LocalBundlePart {
  const service = services.find(({ slug }) => slug === part.service);
  const paid = service?.fees.find(({ id }) => id === fee);
  return {
    ...part,
    label: label[language],
    title: service?.title[language] ?? part.service,
    fee: { variant: paid?.variant[language] ?? '', amount: paid?.amount ?? { kind: 'unknown' } },
    time: service?.processingTime?.text[language] ?? null,
  };
}

/** What pages of forms show of a service, gathered from all that take part. */
function asService(content: Content, bundle: ServiceBundle, language: Language): LocalService {
  const members = bundle.parts.flatMap((part) => {
    const service = content.services.find(({ slug }) => slug === part.service);
    return service ? [{ part, service }] : [];
  });
  const level = (service: Content['services'][number]) =>
    ['none', ...levelsOfAssurance].indexOf(service.levelOfAssurance);
  const highest = members.map(({ service }) => service).sort((a, b) => level(b) - level(a))[0];
  return {
    slug: bundle.slug,
    kind: 'procedure',
    title: bundle.title[language],
    summary: bundle.summary[language],
    serviceKey: null,
    lifeEvents: [bundle.lifeEvent],
    audience: ['citizen'],
    officeIds: [...new Set(members.flatMap(({ service }) => service.officeIds))],
    legalBasis: [],
    preconditions: [],
    evidence: members.flatMap(({ part, service }) =>
      localize(service.evidence, language).map((paper) => ({
        ...paper,
        id: `${part.id}-${paper.id}`,
        when: paper.when === null ? part.label[language] : `${part.label[language]}: ${paper.when}`,
      })),
    ),
    fees: [],
    deadline: null,
    processingTime: null,
    channels: [],
    levelOfAssurance: highest?.levelOfAssurance ?? 'none',
    renews: [],
    steps: [],
    notes: [],
    seeAlso: [...new Set(bundle.parts.map(({ service }) => service))],
    keywords: bundle.keywords[language],
    form: bundle.slug,
  };
}
