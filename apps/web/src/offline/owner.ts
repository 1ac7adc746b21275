import type { AccountId } from '@jena/shared/kernel';
import { announce } from './changes.ts';
import { outboxDatabase } from './outbox.db.ts';

/** The account that drafts and submissions on this phone belong to from now on: after a login, and at a start while logged in. */
export async function rememberOwner(accountId: AccountId): Promise<void> {
  await outboxDatabase.run(async (db) => {
    const { store, done } = db.transaction('meta', 'readwrite');
    await store.put(accountId, 'owner');
    await store.delete('session');
    await done;
  });
  announce('owner');
}

/**
 * After the server said that the session is over: the person goes on seeing what waits for them, but what is made from
 * now on belongs to the device until a login, because someone else may hold the phone.
 */
export async function expireSession(): Promise<void> {
  await outboxDatabase.run((db) => db.put('meta', 'expired', 'session'));
  announce('owner');
}

/** After the person logged out on purpose: what is theirs stays on the phone, unseen until they log in again. */
export async function forgetOwner(): Promise<void> {
  await outboxDatabase.run(async (db) => {
    const { store, done } = db.transaction('meta', 'readwrite');
    await store.delete('owner');
    await store.delete('session');
    await done;
  });
  announce('owner');
}

/** The account that last logged in here and did not log out; `null` when nobody did. */
export async function currentOwner(): Promise<AccountId | null> {
  return ((await outboxDatabase.run((db) => db.get('meta', 'owner'))) ?? null) as AccountId | null;
}
