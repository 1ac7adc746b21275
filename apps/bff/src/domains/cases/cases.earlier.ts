import type { Answers } from '@jena/shared/cases';
import { earlierFacts, type Facts, factNames } from '@jena/shared/forms/earlier';
import type { AccountId } from '@jena/shared/kernel';
import { z } from 'zod';
import type { Reader } from '../../platform/db/access.ts';
import type { CasesDeps } from './cases.deps.ts';

/** By fact, its answers in the order of its questions. */
export const earlierFactsSchema = z.partialRecord(z.enum(factNames), z.array(z.string()));

/** How many cases are read for it: whoever applies often is asked of what they said lately. */
const most = 10;

/**
 * What a person said in their own applications, so that the next form need not ask again. What was handed in for
 * others, or by others for them, is not theirs to repeat.
 */
export async function earlierAnswers(deps: CasesDeps, db: Reader, accountId: AccountId): Promise<Facts> {
  const own = (await deps.cases.ofOwner(db, accountId))
    .filter(({ mandateId }) => mandateId === null)
    .sort((a, b) => b.submittedAt.localeCompare(a.submittedAt))
    .slice(0, most);
  const sent = await Promise.all(
    own.map(async ({ id, serviceSlug }) => {
      const row = await deps.cases.byId(db, id);
      const form = deps.catalogue.service(serviceSlug)?.form;
      if (!row || !form) return [];
      const answers = JSON.parse(
        await deps.seal.open(db, accountId, row.answers, `cases_case.answers:${id}`),
      ) as Answers;
      return [{ form, answers }];
    }),
  );
  return earlierFacts(sent.flat());
}
