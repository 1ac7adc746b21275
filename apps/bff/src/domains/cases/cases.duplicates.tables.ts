import { duplicateReasons, duplicateVerdicts } from '@jena/shared/cases';
import type { CaseId, StaffId } from '@jena/shared/kernel';
import type { Kit } from '../../platform/db/kit.ts';

/** Cases that may be about the same as an earlier one, and what a caseworker found. */
export const duplicateTables = (k: Kit) => {
  const caseDuplicates = k.table(
    'cases_duplicate',
    {
      caseId: k.text<CaseId>('case_id').notNull(),
      /** The earlier one. */
      otherId: k.text<CaseId>('other_id').notNull(),
      reason: k.choice('reason', duplicateReasons).notNull(),
      foundAt: k.instant('found_at').notNull(),
      verdict: k.choice('verdict', duplicateVerdicts),
      settledBy: k.text<StaffId>('settled_by'),
      settledAt: k.instant('settled_at'),
    },
    (t) => [k.primaryKey({ columns: [t.caseId, t.otherId] }), k.index('cases_duplicate_other').on(t.otherId)],
  );
  return { caseDuplicates };
};

export type DuplicateTables = ReturnType<typeof duplicateTables>;
