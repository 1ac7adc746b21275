import type { AccountId, DocumentId } from '@jena/shared/kernel';
import type { DBSchema } from 'idb';
import { defineDatabase, type Migration } from './database.ts';
import type { Draft, StoredFile } from './drafts.ts';
import { outboxDatabaseName } from './names.ts';
import type { Entry } from './outbox.machine.ts';

export type DraftRow = Draft & { owner: AccountId | null };
export type FileRow = StoredFile & {
  draftId: string;
  field: string;
  owner: AccountId | null;
  content: ArrayBuffer;
};

export interface OutboxSchema extends DBSchema {
  drafts: { key: string; value: DraftRow };
  files: { key: DocumentId; value: FileRow; indexes: { byDraft: string } };
  entries: { key: string; value: Entry; indexes: { byDraft: string } };
  /** `owner`: the account that last logged in here. `session`: 'expired' while that login no longer holds. `deleted:<draftId>`: drafts that a late write must not bring back. */
  meta: { key: string; value: string };
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
