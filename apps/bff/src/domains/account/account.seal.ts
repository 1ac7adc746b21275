import type { AccountId } from '@jena/shared/kernel';
import type { Keys } from '../../platform/crypto/keys.ts';
import { openJson, sealJson } from '../../platform/crypto/sealing.ts';
import type { Reader, Writer } from '../../platform/db/access.ts';

/** Seals a person's texts with that person's key; `place` (table, column and row) binds them to where they stand. */
export function personalSeal(keys: Keys) {
  return {
    async seal(tx: Writer, accountId: AccountId, text: string, place: string): Promise<string> {
      return sealJson(await keys.create(tx, accountId), place, text).toString('base64url');
    },
    /** @throws SealBroken when it was sealed elsewhere or changed; KeyGone when the person's data was erased */
    async open(db: Reader, accountId: AccountId, sealed: string, place: string): Promise<string> {
      return openJson<string>(await keys.of(db, accountId), place, Buffer.from(sealed, 'base64url'));
    },
  };
}
