import type { ContentSource, LocalService } from '@jena/content';
import { type ShownOffice, shownOffice } from './office-card.tsx';
import { type UsedSource, usedSources } from './sources.tsx';

export type ServiceData = {
  service: Omit<LocalService, 'keywords' | 'lifeEvents' | 'audience' | 'officeIds' | 'seeAlso'>;
  offices: ShownOffice[];
  seeAlso: { slug: string; title: string }[];
  sources: UsedSource[];
  /** Life events that ask for it together with others. */
  bundles: { slug: string; title: string; summary: string }[];
};

/** A service with what its page shows of its offices and sources; undefined when there is no such service. */
export async function loadService(
  content: ContentSource,
  slug: string | undefined,
): Promise<ServiceData | undefined> {
  const [{ services, bundles }, { offices }, { sources }] = await Promise.all([
    content.bundle('services'),
    content.bundle('offices'),
    content.bundle('sources'),
  ]);
  const found = services.find((candidate) => candidate.slug === slug);
  if (!found) return undefined;
  const {
    keywords: _keywords,
    lifeEvents: _lifeEvents,
    audience: _audience,
    officeIds,
    seeAlso,
    ...service
  } = found;
  return {
    service,
    offices: officeIds.flatMap((id) => {
      const office = offices.find((candidate) => candidate.id === id);
      return office ? [shownOffice(office)] : [];
    }),
    seeAlso: seeAlso.flatMap((other) => {
      const neighbour = services.find((candidate) => candidate.slug === other);
      return neighbour ? [{ slug: other, title: neighbour.title }] : [];
    }),
    sources: usedSources(factsOf(service), sources),
    bundles: (bundles ?? [])
      .filter(({ services: parts }) => parts.includes(found.slug))
      .map(({ slug: bundle, title, summary }) => ({ slug: bundle, title, summary })),
  };
}

/** Every sourced fact of a service. */
export function factsOf(service: ServiceData['service']): { sources: string[] }[] {
  return [
    ...service.preconditions,
    ...service.evidence,
    ...service.fees,
    ...(service.deadline ? [service.deadline] : []),
    ...(service.processingTime ? [service.processingTime] : []),
    ...service.notes,
    ...service.legalBasis,
    ...(service.serviceKey ? [service.serviceKey] : []),
  ];
}
