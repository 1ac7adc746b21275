import type { workqueues } from '@jena/shared/cases';
import { type CaseId, idPattern } from '@jena/shared/kernel';

export type Queue = (typeof workqueues)[number];
/** Which pane a narrow screen shows. */
export type View = 'queue' | 'case' | 'evidence';
export type CasePlace = {
  page: 'cases';
  queue: Queue;
  caseId?: CaseId;
  view: View;
  /** The paper that the viewer shows; the first one when left out. */
  documentId?: string;
};
export type Place = CasePlace | { page: 'jobs' } | { page: 'automation' } | { page: 'unknown' };

const slugs: Record<Queue, string> = {
  new: 'neu',
  mine: 'meine',
  waiting: 'wartet',
  answered: 'beantwortet',
  done: 'erledigt',
};
/** All queues in the order in which they are worked through. */
export const queues = Object.keys(slugs) as Queue[];

const queueOf = new Map(Object.entries(slugs).map(([queue, slug]) => [slug, queue as Queue]));

/** Reads a path below `/amt`. */
export function placeOf(pathname: string): Place {
  const [root, area, ...rest] = pathname.split('/').filter((part) => part !== '');
  if (root !== 'amt') return { page: 'unknown' };
  if (area === undefined) return { page: 'cases', queue: 'new', view: 'queue' };
  if (area === 'auftraege' && rest.length === 0) return { page: 'jobs' };
  if (area === 'automatik' && rest.length === 0) return { page: 'automation' };
  return area === 'vorgaenge' ? casePlace(rest) : { page: 'unknown' };
}

function casePlace([slug = slugs.new, id, tab, documentId, ...more]: string[]): Place {
  const queue = queueOf.get(slug);
  if (!queue || more.length > 0) return { page: 'unknown' };
  if (id === undefined) return { page: 'cases', queue, view: 'queue' };
  if (!idPattern.test(id)) return { page: 'unknown' };
  const caseId = id as CaseId;
  if (tab === undefined) return { page: 'cases', queue, caseId, view: 'case' };
  if (tab !== 'unterlagen') return { page: 'unknown' };
  return { page: 'cases', queue, caseId, view: 'evidence', ...(documentId ? { documentId } : {}) };
}

/** Addresses of the staff side. Ids are opaque, so no personal data stands in them. */
export const amtPaths = {
  home: '/amt',
  jobs: '/amt/auftraege',
  automation: '/amt/automatik',
  queue: (queue: Queue) => `/amt/vorgaenge/${slugs[queue]}`,
  case: (queue: Queue, id: CaseId) => `/amt/vorgaenge/${slugs[queue]}/${id}`,
  evidence: (queue: Queue, id: CaseId, documentId?: string) =>
    `/amt/vorgaenge/${slugs[queue]}/${id}/unterlagen${documentId ? `/${documentId}` : ''}`,
  /** The administration's own login; comes back to `returnTo`. */
  signIn: (returnTo: string) => `/amt/anmeldung?zurueck=${encodeURIComponent(returnTo)}`,
  file: (documentId: string) => `/files/${documentId}?door=staff`,
  preview: (documentId: string) => `/files/${documentId}/preview?door=staff`,
};
