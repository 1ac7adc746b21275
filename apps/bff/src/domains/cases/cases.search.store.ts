import { type CaseState, type Lane, laneOf, lanes } from '@jena/shared/cases';
import type { CaseId, Instant } from '@jena/shared/kernel';
import { and, count, desc, eq, gte, lt, ne, type SQL, sql } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { QueueCursor } from './cases.queues.store.ts';
import type { FoundWords, SearchTables } from './cases.search.tables.ts';
import type { CaseRow } from './cases.store.ts';
import type { CaseTables } from './cases.tables.ts';

/** What is looked for at an office; everything said must fit. `words` are keyed hashes. */
export type Sought = {
  officeId: string;
  words: readonly string[];
  service: string | null;
  state: CaseState | null;
  /** Handed in at or after this moment, and before that one. */
  from: Instant | null;
  before: Instant | null;
};
type Page = { after: QueueCursor | null; limit: number };

/**
 * Which of several lists is the shortest is asked up to this number. Of lists that are longer each has a good part of the
 * office's cases, so that a walk along any of them soon comes to a page of those that lie in all.
 */
const mostCompared = 10_000;

/**
 * Finds cases of an office, the newest first. Each way in is a walk along one index, the shortest there is for what is
 * sought, that stops when the page is full.
 */
export function createSearchStore({ cases: t, caseWords: w }: CaseTables & SearchTables) {
  const fits = ({ officeId, service, state }: Sought) =>
    and(
      eq(t.officeId, officeId),
      // What a second person has not signed is not the office's yet.
      ne(t.lane, 'unsigned'),
      service === null ? undefined : eq(t.serviceSlug, service),
      state === null ? undefined : eq(t.state, state),
    );

  function within(
    at: typeof t.submittedAt | typeof w.submittedAt,
    id: typeof t.id | typeof w.caseId,
    { from, before }: Sought,
    after: QueueCursor | null,
  ): (SQL | undefined)[] {
    return [
      from === null ? undefined : gte(at, from),
      before === null ? undefined : lt(at, before),
      after ? sql`(${at}, ${id}) < (${after.key}, ${after.id})` : undefined,
    ];
  }

  /** That a case has these words too, by what its row says. */
  const alsoHas = (
    words: readonly string[],
    at: typeof t.submittedAt | typeof w.submittedAt,
    id: typeof t.id | typeof w.caseId,
  ) =>
    words.map(
      (word) =>
        sql`exists (select 1 from ${w} as also where also.word = ${word} and also.submitted_at = ${at} and also.case_id = ${id})`,
    );

  /** Along the first of the words; for the test that reads its plan. */
  function byWords(db: Reader, sought: Sought, words: readonly string[], { after, limit }: Page) {
    const [first = '', ...others] = words;
    const also = alsoHas(others, w.submittedAt, w.caseId);
    return db
      .select({ row: t })
      .from(w)
      .innerJoin(t, eq(t.id, w.caseId))
      .where(and(eq(w.word, first), ...within(w.submittedAt, w.caseId, sought, after), ...also, fits(sought)))
      .orderBy(desc(w.submittedAt), desc(w.caseId))
      .limit(limit);
  }

  /** Along one lane, or one state; the same. */
  function byLane(db: Reader, sought: Sought, lane: Lane | null, { after, limit }: Page) {
    return db
      .select()
      .from(t)
      .where(
        and(
          fits(sought),
          lane === null ? undefined : eq(t.lane, lane),
          ...within(t.submittedAt, t.id, sought, after),
          ...alsoHas(sought.words, t.submittedAt, t.id),
        ),
      )
      .orderBy(desc(t.submittedAt), desc(t.id))
      .limit(limit);
  }

  /** Indexes begin with the lane, but for that of a state alone: short walks, of which the newest of each are taken. */
  function lanesOf({ service, state }: Sought): readonly (Lane | null)[] {
    if (state === null) return lanes.filter((lane) => lane !== 'unsigned');
    return [service === null ? null : laneOf[state]];
  }

  async function byLanes(db: Reader, sought: Sought, page: Page): Promise<CaseRow[]> {
    const found: CaseRow[] = [];
    for (const lane of lanesOf(sought)) found.push(...(await byLane(db, sought, lane, page)));
    return found
      .sort((a, b) => b.submittedAt.localeCompare(a.submittedAt) || (b.id < a.id ? -1 : 1))
      .slice(0, page.limit);
  }

  /** How many cases one word leads to, at most the number up to which lists are compared. */
  async function countWord(db: Reader, sought: Sought, word: string): Promise<number> {
    const few = db
      .select({ id: w.caseId })
      .from(w)
      .where(and(eq(w.word, word), ...within(w.submittedAt, w.caseId, sought, null)))
      .limit(mostCompared)
      .as('few');
    const [row] = await db.select({ rows: count() }).from(few);
    return row?.rows ?? 0;
  }

  /** The same for service and state, in all their lanes. */
  async function countLanes(db: Reader, sought: Sought): Promise<number> {
    let rows = 0;
    for (const lane of lanesOf(sought)) {
      const few = db
        .select({ id: t.id })
        .from(t)
        .where(
          and(
            eq(t.officeId, sought.officeId),
            lane === null ? undefined : eq(t.lane, lane),
            sought.service === null ? undefined : eq(t.serviceSlug, sought.service),
            // The index of a service says nothing of the state: counted are all cases that would be walked.
            lane === null && sought.state !== null ? eq(t.state, sought.state) : undefined,
            ...within(t.submittedAt, t.id, sought, null),
          ),
        )
        .limit(mostCompared)
        .as('few');
      const [row] = await db.select({ rows: count() }).from(few);
      rows += row?.rows ?? 0;
    }
    return rows;
  }

  return {
    byWords,
    byLane,

    async addWords(tx: Writer, { caseId, submittedAt, words }: FoundWords): Promise<void> {
      if (words.length > 0) await tx.insert(w).values(words.map((word) => ({ word, submittedAt, caseId })));
    },

    async removeWords(tx: Writer, caseId: CaseId): Promise<void> {
      await tx.delete(w).where(eq(w.caseId, caseId));
    },

    async byNumber(db: Reader, officeId: string, reference: string): Promise<CaseRow | undefined> {
      const [row] = await db.select().from(t).where(eq(t.reference, reference));
      return row?.officeId === officeId && row.lane !== 'unsigned' ? row : undefined;
    },

    async find(db: Reader, sought: Sought, page: Page): Promise<CaseRow[]> {
      if (sought.words.length === 0) return byLanes(db, sought, page);
      const counted: { word: string; rows: number }[] = [];
      for (const word of sought.words) counted.push({ word, rows: await countWord(db, sought, word) });
      counted.sort((one, other) => one.rows - other.rows);
      const isNarrow = sought.service !== null || sought.state !== null;
      if (isNarrow && (await countLanes(db, sought)) < (counted[0]?.rows ?? 0))
        return byLanes(db, sought, page);
      const words = counted.map(({ word }) => word);
      return (await byWords(db, sought, words, page)).map(({ row }) => row);
    },
  };
}

export type SearchStore = ReturnType<typeof createSearchStore>;
