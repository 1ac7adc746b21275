import type { CaseSide } from '@jena/shared/cases';
import type { CaseId, CaseMessageId, Instant } from '@jena/shared/kernel';
import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { CaseTables } from './cases.tables.ts';

export type CaseMessageRow = CaseTables['caseMessages']['$inferSelect'];

/** Reads and writes of what person and office write to each other. */
export const messagesStore = ({ caseMessages: t }: CaseTables) => ({
  async addMessage(tx: Writer, row: CaseMessageRow): Promise<void> {
    await tx.insert(t).values(row);
  },

  async messages(db: Reader, caseId: CaseId): Promise<CaseMessageRow[]> {
    return db.select().from(t).where(eq(t.caseId, caseId)).orderBy(asc(t.sentAt), asc(t.id));
  },

  /** Marks what the other side wrote; gives how many were new. */
  async markMessagesRead(
    tx: Writer,
    { caseId, by, at }: { caseId: CaseId; by: CaseSide; at: Instant },
  ): Promise<number> {
    const read = await tx
      .update(t)
      .set({ readAt: at })
      .where(and(eq(t.caseId, caseId), ne(t.side, by), isNull(t.readAt)))
      .returning({ id: t.id });
    return read.length;
  },

  async changeBody(tx: Writer, id: CaseMessageId, body: string): Promise<void> {
    await tx.update(t).set({ body }).where(eq(t.id, id));
  },
});
