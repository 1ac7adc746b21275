import type { CaseId, Instant } from '@jena/shared/kernel';
import type { Kit } from '../../platform/db/kit.ts';

/** By which words of its applicant's name a case is found: keyed hashes, another for each office. */
export const searchTables = (k: Kit) => {
  const caseWords = k.table(
    'cases_word',
    {
      word: k.text('word').notNull(),
      /** As in the case: what the word is about is found in order, without the case. */
      submittedAt: k.instant('submitted_at').notNull(),
      caseId: k.text<CaseId>('case_id').notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.word, t.submittedAt, t.caseId] }),
      k.index('cases_word_case').on(t.caseId),
    ],
  );
  return { caseWords };
};

export type SearchTables = ReturnType<typeof searchTables>;

/** One case, as its words know it. */
export type FoundWords = { caseId: CaseId; submittedAt: Instant; words: readonly string[] };
