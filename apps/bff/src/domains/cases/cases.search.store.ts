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

/** Which of two words is rarer is asked up to this number: beyond it, either list is long. */
const mostCompared = 500;

/** Finds cases of an office, the newest first. Each way in is a walk along one index that stops when the page is full. */
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

  /** Along the rarest word; for the test that reads its plan. */
  function byWords(db: Reader, sought: Sought, words: readonly string[], { after, limit }: Page) {
    const [first = '', ...others] = words;
    const also = others.map(
      (word) =>
        sql`exists (select 1 from ${w} as also where also.word = ${word} and also.submitted_at = ${w.submittedAt} and also.case_id = ${w.caseId})`,
    );
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
        ),
      )
      .orderBy(desc(t.submittedAt), desc(t.id))
      .limit(limit);
  }

  async function rarestFirst(db: Reader, words: readonly string[]): Promise<string[]> {
    if (words.length < 2) return [...words];
    const counted: { word: string; rows: number }[] = [];
    for (const word of words) {
      const few = db.select({ id: w.caseId }).from(w).where(eq(w.word, word)).limit(mostCompared).as('few');
      const [row] = await db.select({ rows: count() }).from(few);
      counted.push({ word, rows: row?.rows ?? 0 });
    }
    return counted.sort((one, other) => one.rows - other.rows).map(({ word }) => word);
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
      if (sought.words.length > 0) {
        const words = await rarestFirst(db, sought.words);
        return (await byWords(db, sought, words, page)).map(({ row }) => row);
      }
      if (sought.state !== null && sought.service === null) return byLane(db, sought, null, page);
      // Indexes begin with the lane: three short walks, and the newest of each.
      const walked =
        sought.state === null ? lanes.filter((lane) => lane !== 'unsigned') : [laneOf[sought.state]];
      const found: CaseRow[] = [];
      for (const lane of walked) found.push(...(await byLane(db, sought, lane, page)));
      return found
        .sort((a, b) => b.submittedAt.localeCompare(a.submittedAt) || (b.id < a.id ? -1 : 1))
        .slice(0, page.limit);
    },
  };
}

export type SearchStore = ReturnType<typeof createSearchStore>;
