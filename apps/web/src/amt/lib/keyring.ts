import { type IdempotencyKey, newId } from '@jena/shared/kernel';

/**
 * Keeps the idempotency key of an intended change: the same change keeps its key however often it is tried,
 * another change gets another. `used` forgets it once the change is done.
 */
export function createKeyring() {
  let kept: { intent: string; key: IdempotencyKey } | undefined;
  return {
    keyFor(input: unknown): IdempotencyKey {
      const intent = JSON.stringify(input);
      if (kept?.intent !== intent) kept = { intent, key: newId<'idempotency'>() };
      return kept.key;
    },
    used() {
      kept = undefined;
    },
  };
}
