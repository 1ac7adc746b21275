import { levelsOfAssurance, type Language } from '@jena/shared/kernel';
import type { LocalService, LocalServiceBundle } from './bundle.ts';
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
      parts: bundle.parts.map(({ id, service, label, when, each, map }) => ({
        id,
        service,
        label: label[language],
        title: content.services.find(({ slug }) => slug === service)?.title[language] ?? service,
        when,
        each,
        map,
      })),
    };
  });
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
    keywords: [],
    form: bundle.slug,
  };
}
