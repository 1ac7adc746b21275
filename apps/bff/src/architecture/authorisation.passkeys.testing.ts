import { type AccountId, type Instant, newId } from '@jena/shared/kernel';
import { passkeyPlace } from '../domains/identity/identity.passkeys.list.ts';
import type { Writer } from '../platform/db/access.ts';
import type { Product } from '../testing/product.ts';

/** A way in without the card. */
export async function addPasskey(
  { identity, seal }: Product['deps']['domains']['login'],
  tx: Writer,
  { accountId, name, createdAt }: { accountId: AccountId; name: string; createdAt: Instant },
) {
  const id = newId<'passkey'>();
  await identity.addPasskey(tx, {
    id,
    accountId,
    credentialId: id,
    publicKey: Buffer.from('key'),
    counter: 0,
    transports: [],
    backupEligible: false,
    backedUp: false,
    name: await seal.seal(tx, accountId, name, passkeyPlace(id)),
    createdAt,
  });
  return id;
}
