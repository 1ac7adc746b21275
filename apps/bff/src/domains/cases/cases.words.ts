import type { CaseSide } from '@jena/shared/cases';
import type { CaseMessageId, Instant } from '@jena/shared/kernel';
import type { Writer } from '../../platform/db/access.ts';
import type { CasesDeps } from './cases.deps.ts';
import type { CaseMessageRow } from './cases.messages.store.ts';
import type { CaseRow } from './cases.store.ts';

/** Where a text is sealed to. */
export const wordsPlace = (id: CaseMessageId) => `cases_message.body:${id}`;

type Words = { id: CaseMessageId; side: CaseSide; text: string; at: Instant };

/** Keeps what somebody wrote in a case, sealed with its owner's key. */
export async function keepWords(
  deps: CasesDeps,
  tx: Writer,
  row: CaseRow,
  { id, side, text, at, documents = [] }: Words & { documents?: CaseMessageRow['documents'] },
): Promise<void> {
  const body = await deps.seal.seal(tx, row.ownerId, text, wordsPlace(id));
  await deps.cases.addMessage(tx, { id, caseId: row.id, side, body, documents, sentAt: at, readAt: null });
}
