import type { AccountId, CaseId, CoSignId } from '@jena/shared/kernel';
import { and, asc, desc, eq } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { CoSignTables } from './cases.co-sign.tables.ts';

export type CoSignRow = CoSignTables['caseCoSigns']['$inferSelect'];

/** Reads and writes of signatures by second persons. Each function takes the connection it works on. */
export function createCoSignStore({ caseCoSigns: t }: CoSignTables) {
  return {
    async add(tx: Writer, row: CoSignTables['caseCoSigns']['$inferInsert']): Promise<void> {
      await tx.insert(t).values(row);
    },

    async byId(db: Reader, id: CoSignId): Promise<CoSignRow | undefined> {
      const [row] = await db.select().from(t).where(eq(t.id, id));
      return row;
    },

    async byCode(db: Reader, codeHash: string): Promise<CoSignRow | undefined> {
      const [row] = await db.select().from(t).where(eq(t.codeHash, codeHash));
      return row;
    },

    /** The request that counts for a case: the last one. */
    async ofCase(db: Reader, caseId: CaseId): Promise<CoSignRow | undefined> {
      const [row] = await db
        .select()
        .from(t)
        .where(eq(t.caseId, caseId))
        .orderBy(desc(t.requestedAt), asc(t.id))
        .limit(1);
      return row;
    },

    /** What somebody has opened and not answered, the newest first. */
    async takenBy(db: Reader, signerId: AccountId): Promise<CoSignRow[]> {
      return db
        .select()
        .from(t)
        .where(and(eq(t.signerId, signerId), eq(t.state, 'taken')))
        .orderBy(desc(t.requestedAt), asc(t.id));
    },

    /** Moves a request that is still as it was read. False when somebody was quicker. */
    async move(
      tx: Writer,
      { id, state }: Pick<CoSignRow, 'id' | 'state'>,
      to: Partial<Omit<CoSignRow, 'id' | 'caseId' | 'ownerId'>>,
    ): Promise<boolean> {
      const moved = await tx
        .update(t)
        .set(to)
        .where(and(eq(t.id, id), eq(t.state, state)))
        .returning({ id: t.id });
      return moved.length > 0;
    },
  };
}

export type CoSignStore = ReturnType<typeof createCoSignStore>;
