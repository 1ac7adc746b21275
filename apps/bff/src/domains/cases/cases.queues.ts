import {
  countedQueues,
  type QueueCounts,
  type QueueRow,
  queueSpecs,
  type Workqueue,
} from '@jena/shared/cases';
import type { StaffActor } from '@jena/shared/kernel';
import type { Reader } from '../../platform/db/access.ts';
import type { CasesDeps } from './cases.deps.ts';
import { handsOf, todayOf } from './cases.hands.ts';
import type { Desk, QueueCursor, Wanted } from './cases.queues.store.ts';
import type { CaseRow } from './cases.store.ts';
import { summary } from './cases.view.ts';

const pageSize = 50;

/** Whose work it is: a caseworker's own, at their office, today. */
async function deskOf(deps: CasesDeps, db: Reader, actor: StaffActor): Promise<Desk> {
  return {
    officeId: actor.officeId,
    me: actor.staffId,
    hands: await handsOf(deps, db, actor),
    today: todayOf(deps),
  };
}

/** What was counted in one go already: an office's queues are the same for all who work there. */
export type CountMemo = Map<string, Promise<number>>;

/** How much lies in each queue of a caseworker, and in each service of their office; numbers alone, no names. */
export async function queueCounts(
  deps: CasesDeps,
  db: Reader,
  actor: StaffActor,
  memo: CountMemo = new Map(),
): Promise<QueueCounts> {
  const desk = await deskOf(deps, db, actor);
  const number = (queue: Workqueue, service: string | null = null) => {
    const { hands } = queueSpecs[queue];
    const whose = hands === 'own' ? desk.hands.join() : hands === 'others' ? desk.me : desk.officeId;
    const key = [queue, service, desk.officeId, whose].join();
    const counted = memo.get(key) ?? deps.queues.countQueue(db, { queue, service }, desk);
    memo.set(key, counted);
    return counted;
  };
  const queues: Partial<QueueCounts['queues']> = {};
  for (const queue of countedQueues) queues[queue] = await number(queue);
  const services: QueueCounts['services'] = {};
  for (const slug of deps.catalogue.servicesAt(actor.officeId)) {
    const rows = await number('service', slug);
    if (rows > 0) services[slug] = rows;
  }
  return { queues: queues as QueueCounts['queues'], services };
}

/** One page of one work queue, with the counts of all of them. A case that cannot be opened is a row like any other. */
export async function workqueue(
  deps: CasesDeps,
  db: Reader,
  actor: StaffActor,
  { after, ...wanted }: Wanted & { after: string | null },
) {
  const desk = await deskOf(deps, db, actor);
  const limit = pageSize + 1;
  const found = await deps.queues.queue(db, wanted, desk, { after: parseCursor(after), limit });
  const rows = found.slice(0, pageSize);
  const last = found.length > pageSize ? rows.at(-1) : undefined;
  return {
    counts: await queueCounts(deps, db, actor),
    rows: await Promise.all(rows.map((row) => queueRow(deps, db, row))),
    next: last ? writeCursor(deps.queues.cursorOf(wanted.queue, last)) : null,
  };
}

/** A case as a list shows it. */
export async function queueRow(deps: CasesDeps, db: Reader, row: CaseRow): Promise<QueueRow> {
  const { dueDay, isSpecial, formVersion } = row;
  return {
    ...summary(row, null),
    applicant: await applicantOf(deps, db, row),
    caseworker: await caseworkerOf(deps, db, row),
    dueDay,
    isSpecial,
    formVersion,
  };
}

/** How the applicant is called; null when the seal cannot be opened, so that one broken case never hides the others. */
export async function applicantOf(deps: CasesDeps, db: Reader, row: CaseRow): Promise<string | null> {
  try {
    return await deps.seal.open(db, row.ownerId, row.applicant, `cases_case.applicant:${row.id}`);
  } catch {
    return null;
  }
}

/** In whose hands a case is. */
export async function caseworkerOf(deps: CasesDeps, db: Reader, { caseworkerId: id }: CaseRow) {
  return id ? { id, name: (await deps.staffName(db, id)) ?? '' } : null;
}

export const writeCursor = ({ key, id }: QueueCursor) => `${key}~${id}`;

export function parseCursor(after: string | null): QueueCursor | null {
  const [key, id] = after?.split('~') ?? [];
  return key && id ? ({ key, id } as QueueCursor) : null;
}
