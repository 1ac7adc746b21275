import type { TransferState } from '@jena/shared/handover';
import { and, asc, count, eq, inArray } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { HandoverTables, TransferId } from './handover.tables.ts';

export type TransferRow = HandoverTables['handoverTransfers']['$inferSelect'];
const open: TransferState[] = ['waiting', 'submitted', 'rejected', 'dead'];

export function createHandoverStore({ handoverTransfers: t }: HandoverTables) {
  return {
    /** False when this case goes there already. */
    async add(tx: Writer, row: HandoverTables['handoverTransfers']['$inferInsert']): Promise<boolean> {
      return (await tx.insert(t).values(row).onConflictDoNothing().returning({ id: t.id })).length > 0;
    },

    async byId(db: Reader, id: TransferId): Promise<TransferRow | undefined> {
      const [row] = await db.select().from(t).where(eq(t.id, id));
      return row;
    },

    /** Changes a transfer that is still in this state; false when another run was quicker. */
    async change(
      tx: Writer,
      { id, state }: Pick<TransferRow, 'id' | 'state'>,
      change: Partial<Omit<TransferRow, 'id'>>,
    ): Promise<boolean> {
      const same = and(eq(t.id, id), eq(t.state, state));
      return (await tx.update(t).set(change).where(same).returning({ id: t.id })).length > 0;
    },

    async open(db: Reader, limit = 100): Promise<TransferRow[]> {
      return db.select().from(t).where(inArray(t.state, open)).orderBy(asc(t.since), asc(t.id)).limit(limit);
    },

    async counts(db: Reader): Promise<Map<TransferState, number>> {
      const rows = await db.select({ state: t.state, transfers: count() }).from(t).groupBy(t.state);
      return new Map(rows.map(({ state, transfers }) => [state, transfers]));
    },
  };
}

export type HandoverStore = ReturnType<typeof createHandoverStore>;
