import type { CaseId, Day, StaffId } from '@jena/shared/kernel';
import { and, asc, eq, gte, lte } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { DeskTables } from './cases.desk.tables.ts';

export type ProposalRow = DeskTables['caseProposals']['$inferSelect'];
export type NoteRow = DeskTables['caseNotes']['$inferSelect'];
export type SubstituteRow = DeskTables['caseSubstitutes']['$inferSelect'];

/** Reads and writes of what caseworkers keep among themselves. */
export function createDeskStore({ caseNotes, caseProposals: p, caseSubstitutes: s }: DeskTables) {
  return {
    async addProposal(tx: Writer, row: ProposalRow): Promise<void> {
      await tx.insert(p).values(row);
    },

    /** The decision of a case that waits for a second person. */
    async proposal(db: Reader, caseId: CaseId): Promise<ProposalRow | undefined> {
      const [row] = await db.select().from(p).where(eq(p.caseId, caseId));
      return row;
    },

    async removeProposal(tx: Writer, caseId: CaseId): Promise<void> {
      await tx.delete(p).where(eq(p.caseId, caseId));
    },

    async addNote(tx: Writer, row: NoteRow): Promise<void> {
      await tx.insert(caseNotes).values(row);
    },

    /** Notes of a case, the oldest first. */
    async notes(db: Reader, caseId: CaseId): Promise<NoteRow[]> {
      return db
        .select()
        .from(caseNotes)
        .where(eq(caseNotes.caseId, caseId))
        .orderBy(asc(caseNotes.at), asc(caseNotes.id));
    },

    async changeNote(tx: Writer, id: string, text: string): Promise<void> {
      await tx.update(caseNotes).set({ text }).where(eq(caseNotes.id, id));
    },

    async removeNotes(tx: Writer, caseId: CaseId): Promise<void> {
      await tx.delete(caseNotes).where(eq(caseNotes.caseId, caseId));
    },

    async addSubstitute(tx: Writer, row: SubstituteRow): Promise<void> {
      await tx.insert(s).values(row);
    },

    async removeSubstitute(tx: Writer, { id, officeId }: Pick<SubstituteRow, 'id' | 'officeId'>) {
      const gone = await tx
        .delete(s)
        .where(and(eq(s.id, id), eq(s.officeId, officeId)))
        .returning();
      return gone[0];
    },

    /** For whom somebody stands in on a day. */
    async absentFor(db: Reader, substituteId: StaffId, today: Day): Promise<StaffId[]> {
      const rows = await db
        .select({ absentId: s.absentId })
        .from(s)
        .where(and(eq(s.substituteId, substituteId), gte(s.toDay, today), lte(s.fromDay, today)));
      return rows.map(({ absentId }) => absentId);
    },

    /** Who stands in for whom at an office, today or later. */
    async substitutes(db: Reader, officeId: string, today: Day): Promise<SubstituteRow[]> {
      return db
        .select()
        .from(s)
        .where(and(eq(s.officeId, officeId), gte(s.toDay, today)))
        .orderBy(asc(s.fromDay), asc(s.id));
    },
  };
}

export type DeskStore = ReturnType<typeof createDeskStore>;
