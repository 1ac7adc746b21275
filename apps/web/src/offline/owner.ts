import type { AccountId } from '@jena/shared/kernel';
import { announce } from './changes.ts';
import { asAccount, outboxDatabase } from './outbox.db.ts';

/** The account that drafts and submissions on this phone belong to from now on: after a login, and at a start while logged in. */
export async function rememberOwner(accountId: AccountId): Promise<void> {
  await outboxDatabase.run((db) => db.put('meta', accountId, 'owner'));
  announce('owner');
}

/**
 * After the person logged out on purpose: what is theirs stays on the phone, unseen until they log in again.
 * Not for a session that merely expired: then they should go on seeing what waits for them.
 */
export async function forgetOwner(): Promise<void> {
  await outboxDatabase.run((db) => db.delete('meta', 'owner'));
  announce('owner');
}

export async function currentOwner(): Promise<AccountId | null> {
  return asAccount(await outboxDatabase.run((db) => db.get('meta', 'owner')));
}
