import type { AccountId } from '@jena/shared/kernel';
import { announce } from './changes.ts';
import { outboxDatabase } from './outbox.db.ts';

/** The account that drafts and submissions on this phone belong to from now on: after a login, and at a start while logged in. Another person's key goes. */
export async function rememberOwner(accountId: AccountId): Promise<void> {
  await outboxDatabase.run(async (db) => {
    const transaction = db.transaction(['meta', 'keys'], 'readwrite');
    await transaction.objectStore('meta').put(accountId, 'owner');
    await transaction.objectStore('meta').delete('session');
    const keys = transaction.objectStore('keys');
    if ((await keys.get('person'))?.account !== accountId) await keys.delete('person');
    await transaction.done;
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

/** After the person logged out on purpose: what is theirs stays on the phone, unreadable until they log in again: its key is gone. */
export async function forgetOwner(): Promise<void> {
  await outboxDatabase.run(async (db) => {
    const transaction = db.transaction(['meta', 'keys'], 'readwrite');
    await transaction.objectStore('keys').delete('person');
    await transaction.objectStore('meta').delete('owner');
    await transaction.objectStore('meta').delete('session');
    await transaction.done;
  });
  announce('owner');
}

/** The account that last logged in here and did not log out; `null` when nobody did. */
export async function currentOwner(): Promise<AccountId | null> {
  return ((await outboxDatabase.run((db) => db.get('meta', 'owner'))) ?? null) as AccountId | null;
}
