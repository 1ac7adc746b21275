import type { AccountId, DocumentId } from '@jena/shared/kernel';
import type { DBSchema } from 'idb';
import { defineDatabase, type Migration } from './database.ts';
import type { StoredFile } from './drafts.ts';
import type { StoredDraft } from './hidden.ts';
import { outboxDatabaseName } from './names.ts';
import type { Entry } from './outbox.machine.ts';
import type { PhoneKey, Secret } from './phone-keys.ts';

export type DraftRow = StoredDraft & { owner: AccountId | null };
export type FileRow = StoredFile & {
  draftId: string;
  field: string;
  owner: AccountId | null;
  /** Empty when the content is in `secret`; an older version of the app wrote it in the clear. */
  content: ArrayBuffer;
  secret?: Secret;
};

export interface OutboxSchema extends DBSchema {
  drafts: { key: string; value: DraftRow };
  files: { key: DocumentId; value: FileRow; indexes: { byDraft: string } };
  entries: { key: string; value: Entry; indexes: { byDraft: string } };
  /** `owner`: the account that last logged in here. `session`: 'expired' while that login no longer holds. `sealed`: nothing of an older version lies in the clear any more. `deleted:<draftId>`: drafts that a late write must not bring back. `closing:<id>`: why a draft is gone, until the account has heard of it. `device`: what the account calls this phone. */
  meta: { key: string; value: string };
  /** `person`: of the account that is logged in, gone with a logout. `device`: for what was made before a login. */
  keys: { key: 'person' | 'device'; value: PhoneKey };
}

/** Every step since the first release; a released step never changes, what people have on their phones went through it. */
export const outboxMigrations: readonly Migration<OutboxSchema>[] = [
  (db) => {
    db.createObjectStore('drafts', { keyPath: 'id' });
    db.createObjectStore('files', { keyPath: 'documentId' }).createIndex('byDraft', 'draftId');
    db.createObjectStore('entries', { keyPath: 'id' }).createIndex('byDraft', 'draftId', { unique: true });
  },
  // Owners: what is on the phone already was made by whoever holds it, so it belongs to the device until a login.
  async (db, transaction) => {
    db.createObjectStore('meta');
    for (const name of ['drafts', 'files', 'entries'] as const) {
      let cursor = await transaction.objectStore(name).openCursor();
      while (cursor) {
        await cursor.update({ ...cursor.value, owner: cursor.value.owner ?? null } as never);
        cursor = await cursor.continue();
      }
    }
  },
  // Papers that a caseworker asked for travel too; what is here already are applications.
  async (_db, transaction) => {
    let cursor = await transaction.objectStore('entries').openCursor();
    while (cursor) {
      await cursor.update({ ...cursor.value, kind: 'submission' } as never);
      cursor = await cursor.continue();
    }
  },
  // Keys: what was written in the clear is read as before, and sealed by `sealWhatIsOpen`.
  (db) => void db.createObjectStore('keys'),
];

export const outboxDatabase = defineDatabase<OutboxSchema>(outboxDatabaseName, outboxMigrations);

/** A row is seen by its owner; what belongs to the device is seen by whoever holds it. */
export function isMine(rowOwner: AccountId | null, current: string | null | undefined): boolean {
  return rowOwner === null || rowOwner === current;
}

type Meta = { get: (key: string) => Promise<string | undefined> };

/**
 * Who is logged in, as far as the phone knows: whose new things are, and in whose name something may be sent.
 * `null` after a logout and after a session expired; then the next person may be someone else.
 */
export async function loggedIn(meta: Meta): Promise<AccountId | null> {
  const expired = (await meta.get('session')) === 'expired';
  return expired ? null : (((await meta.get('owner')) ?? null) as AccountId | null);
}

type Attempt<T> = (isStill: (owner: AccountId | null) => boolean) => Promise<{ value: T } | 'again'>;

/**
 * Sealing cannot happen inside a transaction (it would end), so it happens before it, for the owner as it is then;
 * `attempt` asks inside the transaction whether it still is, and we begin again when a login came between.
 */
export async function withOwner<T>(
  draftId: string,
  prepare: (owner: AccountId | null) => Promise<Attempt<T>>,
): Promise<T> {
  for (;;) {
    const owner = await outboxDatabase.run(async (db) => {
      const transaction = db.transaction(['drafts', 'meta']);
      const draft = await transaction.objectStore('drafts').get(draftId);
      return draft?.owner ?? (await loggedIn(transaction.objectStore('meta')));
    });
    const attempt = await prepare(owner);
    const result = await attempt((now) => now === owner);
    if (result !== 'again') return result.value;
  }
}
