import { type CountedQueue, countedQueues, type Workqueue } from '@jena/shared/cases';
import { type CaseId, idPattern } from '@jena/shared/kernel';

/** A list that the server keeps: one of the counted queues, or all open cases of one service. */
export type KeptQueue = CountedQueue | `service:${string}`;
/** A list of cases; what a search found is one, too. */
export type Queue = KeptQueue | 'search';
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
export type Place =
  | CasePlace
  | { page: 'jobs' }
  | { page: 'automation' }
  | { page: 'recovery' }
  | { page: 'unknown' };

const slugs: Record<CountedQueue | 'search', string> = {
  search: 'suche',
  new: 'neu',
  mine: 'meine',
  answered: 'beantwortet',
  confirm: 'zu-bestaetigen',
  waiting: 'wartet',
  overdue: 'ueberfaellig',
  soon: 'frist-naht',
  special: 'besondere',
  done: 'erledigt',
};
/** The counted queues in the order in which they are worked through. */
export const queues = countedQueues;

const queueOf = new Map<string, Queue>([...queues, 'search' as const].map((queue) => [slugs[queue], queue]));
const ofService = 'leistung-';

/** The service whose cases a list holds; undefined for a queue of all. */
export function serviceOf(queue: Queue): string | undefined {
  return queue.startsWith('service:') ? queue.slice('service:'.length) : undefined;
}

/** How the server is asked for a list. */
export function askFor(queue: KeptQueue): { queue: Workqueue; service: string | null } {
  const service = serviceOf(queue);
  return service === undefined ? { queue: queue as Workqueue, service: null } : { queue: 'service', service };
}

const slugOf = (queue: Queue): string => {
  const service = serviceOf(queue);
  return service === undefined ? slugs[queue as CountedQueue | 'search'] : ofService + service;
};

const queueBy = (slug: string): Queue | undefined =>
  /^leistung-[a-z0-9-]{1,80}$/.test(slug) ? `service:${slug.slice(ofService.length)}` : queueOf.get(slug);

/** Reads a path below `/amt`. */
export function placeOf(pathname: string): Place {
  const [root, area, ...rest] = pathname.split('/').filter((part) => part !== '');
  if (root !== 'amt') return { page: 'unknown' };
  if (area === undefined) return { page: 'cases', queue: 'new', view: 'queue' };
  if (area === 'auftraege' && rest.length === 0) return { page: 'jobs' };
  if (area === 'automatik' && rest.length === 0) return { page: 'automation' };
  if (area === 'zugaenge' && rest.length === 0) return { page: 'recovery' };
  return area === 'vorgaenge' ? casePlace(rest) : { page: 'unknown' };
}

function casePlace([slug = slugs.new, id, tab, documentId, ...more]: string[]): Place {
  const queue = queueBy(slug);
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
  recovery: '/amt/zugaenge',
  queue: (queue: Queue) => `/amt/vorgaenge/${slugOf(queue)}`,
  case: (queue: Queue, id: CaseId) => `/amt/vorgaenge/${slugOf(queue)}/${id}`,
  evidence: (queue: Queue, id: CaseId, documentId?: string) =>
    `/amt/vorgaenge/${slugOf(queue)}/${id}/unterlagen${documentId ? `/${documentId}` : ''}`,
  /** The administration's own login; comes back to `returnTo`. */
  signIn: (returnTo: string) => `/amt/anmeldung?zurueck=${encodeURIComponent(returnTo)}`,
  file: (documentId: string) => `/files/${documentId}?door=staff`,
  preview: (documentId: string) => `/files/${documentId}/preview?door=staff`,
};
