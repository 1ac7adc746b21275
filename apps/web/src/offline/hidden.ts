import type { AccountId, DocumentId } from '@jena/shared/kernel';
import type { Draft } from './drafts.ts';
import type { FileRow } from './outbox.db.ts';
import { openSecret, type Secret, sealFor } from './phone-keys.ts';

/**
 * A draft as it lies on the phone, also inside an entry of the outbox: answers are in `secret`. Without one, an older
 * version of the app wrote it in the clear.
 */
export type StoredDraft = Draft & { secret?: Secret };

/** What a person said, also what no longer has a place or gave way to another answer. */
type Said = Pick<Draft, 'answers' | 'origins' | 'stamps' | 'base' | 'aside' | 'replaced'>;

/** What a person wrote in a case, and which documents of their vault go with it. */
export type Words = { body: string; documents: { id: DocumentId; name: string }[] };

const letterPlace = (id: string) => `letter|${id}`;
const draftPlace = (id: string) => `draft|${id}`;
const filePlace = (id: DocumentId) => `file|${id}`;

export async function hideDraft(draft: Draft, owner: AccountId | null): Promise<StoredDraft> {
  const { answers, origins, stamps, base, aside, replaced, ...legible } = draft;
  const said: Said = {
    ...{ answers, origins },
    ...(stamps && { stamps }),
    ...(base && { base }),
    ...(aside && { aside }),
    ...(replaced && { replaced }),
  };
  const plain = new TextEncoder().encode(JSON.stringify(said));
  const secret = await sealFor(owner, draftPlace(draft.id), plain);
  return { ...legible, answers: {}, origins: {}, secret };
}

/** `undefined` while its key is not on this phone. */
export async function openDraftRow({ secret, ...draft }: StoredDraft): Promise<Draft | undefined> {
  if (!secret) return draft;
  const plain = await openSecret(secret, draftPlace(draft.id));
  return plain && { ...draft, ...(JSON.parse(new TextDecoder().decode(plain)) as Said) };
}

/** What a letter in the outbox says; `id` is its entry's. */
export async function hideWords(id: string, words: Words, owner: AccountId | null): Promise<Secret> {
  return sealFor(owner, letterPlace(id), new TextEncoder().encode(JSON.stringify(words)));
}

/** `undefined` while its key is not on this phone. */
export async function openWords(id: string, secret: Secret): Promise<Words | undefined> {
  const plain = await openSecret(secret, letterPlace(id));
  return plain && (JSON.parse(new TextDecoder().decode(plain)) as Words);
}

type Content = Pick<FileRow, 'content' | 'secret'>;

export async function hideContent(
  id: DocumentId,
  content: ArrayBuffer,
  owner: AccountId | null,
): Promise<Content> {
  return { content: new ArrayBuffer(0), secret: await sealFor(owner, filePlace(id), content) };
}

/** `undefined` while its key is not on this phone. */
export async function openContent(
  row: Content & { documentId: DocumentId },
): Promise<ArrayBuffer | undefined> {
  return row.secret ? openSecret(row.secret, filePlace(row.documentId)) : row.content;
}
