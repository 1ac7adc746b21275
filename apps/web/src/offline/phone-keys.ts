import type { AccountId } from '@jena/shared/kernel';
import { outboxDatabase } from './outbox.db.ts';
import { newKey, type Sealed, seal, unseal } from './sealed.ts';

/** A key on this phone and whose it is; `null` for what belongs to the device, made before anyone logged in. */
export type PhoneKey = { account: AccountId | null; key: CryptoKey };

/** Sealed, and with whose key. */
export type Secret = Sealed & { by: AccountId | null };

/**
 * The person's key comes from the server at each login and goes with a logout, so that their things lie on the phone
 * unreadable until they are back. The same bytes each time; the browser never hands them out again.
 */
export async function keepPersonKey(account: AccountId, base64url: string): Promise<void> {
  const bytes = Uint8Array.from(atob(base64url.replace(/-/g, '+').replace(/_/g, '/')), (sign) =>
    sign.charCodeAt(0),
  );
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  await outboxDatabase.run((db) => db.put('keys', { account, key }, 'person'));
}

/** Whether this person's key is here already. */
export async function hasPersonKey(account: AccountId): Promise<boolean> {
  return (await outboxDatabase.run((db) => db.get('keys', 'person')))?.account === account;
}

/** The device's key is made once, when something is sealed with it for the first time. */
async function deviceKey(): Promise<PhoneKey> {
  const known = await outboxDatabase.run((db) => db.get('keys', 'device'));
  if (known) return known;
  const made = { account: null, key: await newKey() };
  return outboxDatabase.run(async (db) => {
    const { store, done } = db.transaction('keys', 'readwrite');
    // Another tab may have been quicker.
    const theirs = await store.get('device');
    if (!theirs) await store.put(made, 'device');
    await done;
    return theirs ?? made;
  });
}

/** Seals something of an owner; with the device's key while the owner's is not here, because nothing may be lost. */
export async function sealFor(owner: AccountId | null, place: string, plain: BufferSource): Promise<Secret> {
  const person = owner === null ? undefined : await outboxDatabase.run((db) => db.get('keys', 'person'));
  const { account, key } = person?.account === owner && person ? person : await deviceKey();
  return { ...(await seal(key, place, plain)), by: account };
}

/** `undefined` while its key is not on this phone. */
export async function openSecret(secret: Secret, place: string): Promise<ArrayBuffer | undefined> {
  const found = await outboxDatabase.run((db) => db.get('keys', secret.by === null ? 'device' : 'person'));
  return found?.account === secret.by ? unseal(found.key, place, secret) : undefined;
}
