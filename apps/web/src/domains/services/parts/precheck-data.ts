import type { ContentSource, LocalPrecheck } from '@jena/content';
import { loadService, type ServiceData } from './service-data.ts';

export type PrecheckData = {
  service: ServiceData['service'];
  offices: ServiceData['offices'];
  precheck: LocalPrecheck;
  /** Titles of the services that answers may lead to. */
  others: Record<string, string>;
};

/** The questions of a service with what their results show; undefined where none are asked. */
export async function loadPrecheck(
  content: ContentSource,
  slug: string | undefined,
): Promise<PrecheckData | undefined> {
  const [data, { prechecks }, { services }] = await Promise.all([
    loadService(content, slug),
    content.bundle('prechecks'),
    content.bundle('services'),
  ]);
  const precheck = data && prechecks[data.service.slug];
  if (!data || !precheck) return undefined;
  const wanted = new Set(precheck.results.map((result) => result.service));
  return {
    service: data.service,
    offices: data.offices,
    precheck,
    others: Object.fromEntries(
      services.filter((one) => wanted.has(one.slug)).map((one) => [one.slug, one.title]),
    ),
  };
}

type Result = LocalPrecheck['results'][number];

/** What it costs in this case; without a word of the pre-check, as the service lists it. */
export function feesOf({ service }: PrecheckData, { fees }: Result): ServiceData['service']['fees'] {
  return fees ? service.fees.filter(({ id }) => id !== undefined && fees.includes(id)) : service.fees;
}

/** Which papers are needed in this case; without a word of the pre-check, those that everybody needs. */
export function evidenceOf({ service }: PrecheckData, { evidence }: Result) {
  return service.evidence.filter(({ id, when }) => (evidence ? evidence.includes(id) : when === null));
}
