import type { CaseMessage } from '@jena/shared/cases';
import type { AccountId, CaseId } from '@jena/shared/kernel';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { CasesDeps } from './cases.deps.ts';
import { wordsPlace } from './cases.words.ts';

/** What was written in a case, opened, by id. */
export async function openMessages(
  deps: CasesDeps,
  db: Reader,
  { id, ownerId }: { id: CaseId; ownerId: AccountId },
): Promise<Map<string, Omit<CaseMessage, 'by'>>> {
  const rows = await deps.cases.messages(db, id);
  const opened = await Promise.all(
    rows.map(async ({ id, side, body, sentAt, readAt, documents: documentIds }) => {
      const words = await deps.seal.open(db, ownerId, body, wordsPlace(id));
      return [id as string, { id, side, body: words, sentAt, readAt, documentIds }] as const;
    }),
  );
  return new Map(opened);
}

/** Seals what was written anew, for the owner that the case is given to. */
export async function giveMessages(
  deps: CasesDeps,
  tx: Writer,
  { caseId, anew }: { caseId: CaseId; anew: (sealed: string, place: string) => Promise<string> },
): Promise<void> {
  for (const { id, body } of await deps.cases.messages(tx, caseId))
    await deps.cases.changeBody(tx, id, await anew(body, wordsPlace(id)));
}
