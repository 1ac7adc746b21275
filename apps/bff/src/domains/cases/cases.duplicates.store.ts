import type { AccountId, CaseId, Instant } from '@jena/shared/kernel';
import { and, asc, eq, gte, ne, notInArray, or } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { DuplicateTables } from './cases.duplicates.tables.ts';
import type { CaseTables } from './cases.tables.ts';

type DuplicateRow = DuplicateTables['caseDuplicates']['$inferSelect'];

/** More than these are no duplicates but a habit; nobody compares them one by one. */
const mostFound = 5;

export function createDuplicateStore({ cases: t, caseDuplicates: d }: CaseTables & DuplicateTables) {
  return {
    /** Earlier cases of one service: of the same owner, or with the same blind index. Two short walks through indexes. */
    async alike(
      db: Reader,
      sought: {
        caseId: CaseId;
        ownerId: AccountId;
        serviceSlug: string;
        likeness: string | null;
        since: Instant;
      },
    ) {
      const columns = { id: t.id, ownerId: t.ownerId };
      const usual = and(
        eq(t.serviceSlug, sought.serviceSlug),
        ne(t.id, sought.caseId),
        ne(t.lane, 'unsigned'),
        gte(t.submittedAt, sought.since),
        notInArray(t.state, ['withdrawn', 'rejected']),
      );
      const own = await db
        .select(columns)
        .from(t)
        .where(and(eq(t.ownerId, sought.ownerId), usual))
        .orderBy(asc(t.submittedAt), asc(t.id))
        .limit(mostFound);
      if (sought.likeness === null) return own;
      const alike = await db
        .select(columns)
        .from(t)
        .where(and(eq(t.likeness, sought.likeness), ne(t.ownerId, sought.ownerId), usual))
        .orderBy(asc(t.submittedAt), asc(t.id))
        .limit(mostFound);
      return [...own, ...alike];
    },

    async addDuplicates(
      tx: Writer,
      rows: DuplicateTables['caseDuplicates']['$inferInsert'][],
    ): Promise<void> {
      if (rows.length > 0) await tx.insert(d).values(rows).onConflictDoNothing();
    },

    /** What a case may repeat, or what may repeat it; with the other's heading. */
    async duplicates(db: Reader, id: CaseId) {
      const found: DuplicateRow[] = await db
        .select()
        .from(d)
        .where(or(eq(d.caseId, id), eq(d.otherId, id)))
        .orderBy(asc(d.foundAt));
      return found.map((row) => ({ ...row, other: row.caseId === id ? row.otherId : row.caseId }));
    },

    /** False when somebody settled it before. */
    async settle(
      tx: Writer,
      { caseId, otherId }: Pick<DuplicateRow, 'caseId' | 'otherId'>,
      change: Pick<DuplicateRow, 'verdict' | 'settledBy' | 'settledAt'>,
    ): Promise<boolean> {
      const settled = await tx
        .update(d)
        .set(change)
        .where(and(eq(d.caseId, caseId), eq(d.otherId, otherId)))
        .returning({ caseId: d.caseId });
      return settled.length > 0;
    },

    async removeDuplicates(tx: Writer, id: CaseId): Promise<void> {
      await tx.delete(d).where(or(eq(d.caseId, id), eq(d.otherId, id)));
    },

    async setSpecial(tx: Writer, id: CaseId, isSpecial: boolean): Promise<void> {
      await tx.update(t).set({ isSpecial }).where(eq(t.id, id));
    },
  };
}

export type DuplicateStore = ReturnType<typeof createDuplicateStore>;
