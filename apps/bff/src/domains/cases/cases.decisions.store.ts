import type { CaseId, DecisionId, Instant } from '@jena/shared/kernel';
import { and, desc, eq, gte, isNotNull, isNull } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { CaseTables } from './cases.tables.ts';

export type DecisionRow = CaseTables['caseDecisions']['$inferSelect'];

/** Reads and writes of decisions and of what confirms their letters. */
export const decisionsStore = ({ caseDecisions: t }: CaseTables) => ({
  async addDecision(tx: Writer, row: CaseTables['caseDecisions']['$inferInsert']): Promise<void> {
    await tx.insert(t).values(row);
  },

  /** The decisions of a case, the newest first. */
  async decisions(db: Reader, caseId: CaseId): Promise<DecisionRow[]> {
    return db.select().from(t).where(eq(t.caseId, caseId)).orderBy(desc(t.number));
  },

  async provideDecision(
    tx: Writer,
    id: DecisionId,
    letter: Pick<DecisionRow, 'providedAt' | 'documentId' | 'fileHash' | 'codeHash'>,
  ): Promise<void> {
    await tx.update(t).set(letter).where(eq(t.id, id));
  },

  /** The case is taken up again: what was decided is not the last word. */
  async replaceDecisions(tx: Writer, caseId: CaseId, replacedAt: Instant): Promise<void> {
    await tx
      .update(t)
      .set({ replacedAt })
      .where(and(eq(t.caseId, caseId), isNull(t.replacedAt)));
  },

  async decisionByCode(db: Reader, codeHash: string): Promise<DecisionRow | undefined> {
    const [row] = await db
      .select()
      .from(t)
      .where(and(eq(t.codeHash, codeHash), isNotNull(t.providedAt)));
    return row;
  },

  /** When the newest first decisions of a service were applied for and made. */
  async decidedTimes(
    db: Reader,
    { serviceSlug, since, most }: { serviceSlug: string; since: Instant; most: number },
  ): Promise<Pick<DecisionRow, 'handedInAt' | 'decidedAt'>[]> {
    return db
      .select({ handedInAt: t.handedInAt, decidedAt: t.decidedAt })
      .from(t)
      .where(and(eq(t.serviceSlug, serviceSlug), eq(t.number, 1), gte(t.decidedAt, since)))
      .orderBy(desc(t.decidedAt))
      .limit(most);
  },
});
