import type { IdempotencyKey, Language } from '@jena/shared/kernel';
import { sendLetter } from '../../../lib/outbox.ts';
import { failureOf } from '../../../offline/failures.ts';
import type { Words } from '../../../offline/hidden.ts';
import type { Letter } from '../../../offline/outbox.machine.ts';
import { enqueueLetter } from '../../../offline/outbox-letters.ts';

type How = { idempotencyKey: IdempotencyKey; language: Language; online: boolean };

/**
 * Sends what a person wrote in a case at once, or keeps it on the phone until there is a network; in either way it
 * arrives once, whatever happens to the answer.
 * @throws what the server refuses, and platform.storage_full when the phone has no room; the form still holds it
 */
export async function sendOrKeep(letter: Letter, words: Words, how: How): Promise<'sent' | 'kept'> {
  const { idempotencyKey, language, online } = how;
  if (online) {
    try {
      await sendLetter({ idempotencyKey, ...letter, ...words });
      return 'sent';
    } catch (error) {
      if (failureOf(error).kind !== 'offline') throw error;
    }
  }
  await enqueueLetter(letter, words, { idempotencyKey, language, outcomeUnknown: online });
  return 'kept';
}
