import { type IdempotencyKey, type Instant, type Language, newId } from '@jena/shared/kernel';
import { announce } from './changes.ts';
import { hideWords, openWords, type Words } from './hidden.ts';
import { outboxDatabase } from './outbox.db.ts';
import { newLetterEntry } from './outbox.entries.ts';
import { type Letter, mayEdit } from './outbox.machine.ts';
import { readEntry } from './outbox.store.ts';
import { askForBackgroundSync } from './outbox.ts';
import { currentOwner } from './owner.ts';

type Given = {
  /** Made with the form: sent or kept again, it arrives once. */
  idempotencyKey: IdempotencyKey;
  language: Language;
  /** It was sent already and no answer came. */
  outcomeUnknown: boolean;
};

/**
 * Keeps a message or an objection on the phone, sealed, until it can be sent. Kept again with the same key (a second tap)
 * it is the same entry; of a case's objections only the first is kept.
 * @throws platform.storage_full when the phone has no room; the form still holds it
 */
export async function enqueueLetter(letter: Letter, words: Words, given: Given): Promise<void> {
  const id = newId<'outbox'>();
  for (let kept = false; !kept; ) {
    // A case belongs to one account, also while its session is over: nobody else may send words in it.
    const owner = await currentOwner();
    const { idempotencyKey, language, outcomeUnknown } = given;
    const createdAt = new Date().toISOString() as Instant;
    const secret = await hideWords(id, words, owner);
    const journey = { id, idempotencyKey, owner, language, createdAt };
    const entry = newLetterEntry(letter, secret, outcomeUnknown, journey);
    kept = await outboxDatabase.run(async (db) => {
      const transaction = db.transaction(['entries', 'meta'], 'readwrite');
      const now = (await transaction.objectStore('meta').get('owner')) ?? null;
      if (now !== owner) return false;
      const entries = transaction.objectStore('entries');
      const known = await entries.index('byDraft').getKey(entry.draftId);
      if (known === undefined) await entries.put(entry);
      await transaction.done;
      return true;
    });
  }
  announce('outbox');
  announce('flush');
  void askForBackgroundSync();
}

/** What waits to be sent, to be shown in its case; `undefined` when it is gone, someone else's, or its key is not here. */
export async function readLetter(id: string): Promise<Words | undefined> {
  const found = await readEntry(id);
  return found?.entry.kind === 'letter' ? openWords(id, found.entry.secret) : undefined;
}

/** „Zurückholen“: back into the form; `undefined` while it may already have arrived, or cannot be read here. */
export async function takeLetterBack(id: string): Promise<Words | undefined> {
  const words = await readLetter(id);
  if (!words) return undefined;
  const taken = await outboxDatabase.run(async (db) => {
    const { store, done } = db.transaction('entries', 'readwrite');
    const entry = await store.get(id);
    const may = entry !== undefined && mayEdit(entry);
    if (may) await store.delete(id);
    await done;
    return may;
  });
  announce('outbox');
  return taken ? words : undefined;
}
