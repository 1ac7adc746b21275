import { createHmac } from 'node:crypto';
import type { AccountId } from '@jena/shared/kernel';
import { KeyGone, type Keys } from '../../platform/crypto/keys.ts';
import type { Reader } from '../../platform/db/access.ts';

/**
 * The key that seals a person's drafts on their phones: 32 bytes as base64url, derived from the person's key, so that it
 * is stored nowhere, is the same at each login, and goes with an erasure. Null when the person has no key (any more).
 */
export async function phoneKeyOf(keys: Keys, db: Reader, accountId: AccountId): Promise<string | null> {
  try {
    const key = await keys.of(db, accountId);
    return createHmac('sha256', key).update(`account.phone_key|${accountId}`).digest('base64url');
  } catch (error) {
    if (error instanceof KeyGone) return null;
    throw error;
  }
}
