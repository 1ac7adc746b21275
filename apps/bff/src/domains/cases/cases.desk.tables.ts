import type { CaseId, ProposalId, StaffId } from '@jena/shared/kernel';
import type { Kit } from '../../platform/db/kit.ts';

/** What caseworkers keep among themselves: notes about cases, decisions that wait for a second person, substitutes. */
export const deskTables = (k: Kit) => {
  const caseNotes = k.table(
    'cases_note',
    {
      id: k.id<string>('id'),
      caseId: k.text<CaseId>('case_id').notNull(),
      /** Sealed with the key of the case's owner: it is about them, and goes with them. */
      text: k.text('text').notNull(),
      by: k.text<StaffId>('by').notNull(),
      at: k.instant('at').notNull(),
    },
    (t) => [k.index('cases_note_case').on(t.caseId, t.at, t.id)],
  );

  /** At most one for each case, as long as it waits; who proposed and who settled it stays in the events of the case. */
  const caseProposals = k.table('cases_proposal', {
    caseId: k.id<CaseId>('case_id'),
    id: k.text<ProposalId>('id').notNull(),
    outcome: k.choice('outcome', ['approved', 'rejected']).notNull(),
    /** Sealed with the key of the case's owner: what the person is to read; null for nothing. */
    text: k.text('text'),
    by: k.text<StaffId>('by').notNull(),
    at: k.instant('at').notNull(),
  });

  const caseSubstitutes = k.table(
    'cases_substitute',
    {
      id: k.id<string>('id'),
      officeId: k.text('office_id').notNull(),
      absentId: k.text<StaffId>('absent_id').notNull(),
      substituteId: k.text<StaffId>('substitute_id').notNull(),
      fromDay: k.day('from_day').notNull(),
      toDay: k.day('to_day').notNull(),
    },
    (t) => [
      k.index('cases_substitute_who').on(t.substituteId, t.toDay),
      k.index('cases_substitute_office').on(t.officeId, t.toDay),
    ],
  );

  return { caseNotes, caseProposals, caseSubstitutes };
};

export type DeskTables = ReturnType<typeof deskTables>;
