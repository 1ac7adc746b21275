import { mostCounted, type QueueSpec, queueSpecs, soonDays, type Workqueue } from '@jena/shared/cases';
import { addDays, type CaseId, type Day, type StaffId } from '@jena/shared/kernel';
import { and, asc, count, desc, eq, gte, inArray, isNotNull, lt, lte, ne, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../platform/db/access.ts';
import type { CaseRow } from './cases.store.ts';
import type { CaseTables } from './cases.tables.ts';

/** Whose queues: an office's, and the hands that count as one's own: oneself, and whom one stands in for today. */
export type Desk = { officeId: string; me: StaffId; hands: readonly StaffId[]; today: Day };
/** Which list; `service` names it for the queue of that name. */
export type Wanted = { queue: Workqueue; service: string | null };
/** Where a page of a list ends: what the list is ordered by, and the id. */
export type QueueCursor = { key: string; id: CaseId };

/** Work queues: declarative specs (packages/shared/src/cases/queues.ts) become queries that one index each answers. */
export function createQueueStore({ cases: t }: CaseTables) {
  function inQueue({ queue, service }: Wanted, { officeId, me, hands, today }: Desk): SQL | undefined {
    const spec: QueueSpec = queueSpecs[queue];
    const held = {
      nobody: eq(t.hand, ''),
      own: inArray(t.hand, [...hands]),
      others: ne(t.hand, me),
      anybody: undefined,
    };
    const due = {
      over: lt(t.dueDay, today),
      soon: and(gte(t.dueDay, today), lte(t.dueDay, addDays(today, soonDays))),
    };
    return and(
      eq(t.officeId, officeId),
      spec.lane && eq(t.lane, spec.lane),
      spec.state && eq(t.state, spec.state),
      spec.ofService && eq(t.serviceSlug, service ?? ''),
      spec.special && eq(t.isSpecial, true),
      held[spec.hands],
      spec.answered && isNotNull(t.answeredAt),
      spec.due && due[spec.due],
    );
  }

  const keyOf = (queue: Workqueue) => (queueSpecs[queue].order === 'due' ? t.dueDay : t.submittedAt);

  /** One page as a query; for the test that reads its plan. */
  function page(db: Reader, wanted: Wanted, desk: Desk, after: QueueCursor | null, limit: number) {
    const key = keyOf(wanted.queue);
    const down = queueSpecs[wanted.queue].order === 'newest';
    const beyond =
      after &&
      (down
        ? sql`(${key}, ${t.id}) < (${after.key}, ${after.id})`
        : sql`(${key}, ${t.id}) > (${after.key}, ${after.id})`);
    return db
      .select()
      .from(t)
      .where(and(inQueue(wanted, desk), beyond ?? undefined))
      .orderBy(...(down ? [desc(key), desc(t.id)] : [asc(key), asc(t.id)]))
      .limit(limit);
  }

  /** A count as a query: it reads an index alone, and stops at `mostCounted`. */
  function counting(db: Reader, wanted: Wanted, desk: Desk) {
    const few = db.select({ id: t.id }).from(t).where(inQueue(wanted, desk)).limit(mostCounted).as('few');
    return db.select({ rows: count() }).from(few);
  }

  return {
    page,
    counting,

    async queue(
      db: Reader,
      wanted: Wanted,
      desk: Desk,
      { after, limit }: { after: QueueCursor | null; limit: number },
    ): Promise<CaseRow[]> {
      return page(db, wanted, desk, after, limit);
    },

    /** Where the page after this row begins. */
    cursorOf: (queue: Workqueue, row: CaseRow): QueueCursor => ({
      key: (queueSpecs[queue].order === 'due' ? row.dueDay : row.submittedAt) ?? '',
      id: row.id,
    }),

    async countQueue(db: Reader, wanted: Wanted, desk: Desk): Promise<number> {
      const [row] = await counting(db, wanted, desk);
      return row?.rows ?? 0;
    },
  };
}

export type QueueStore = ReturnType<typeof createQueueStore>;
