import { type AccountId, type DocumentId, type Instant, newId } from '@jena/shared/kernel';
import { openDB } from 'idb';
import { type Database, defineDatabase, type Migration } from './database.ts';
import type { Draft, StoredFile } from './drafts.ts';
import { outboxDatabaseName } from './names.ts';
import { type FileRow, type OutboxSchema, outboxMigrations } from './outbox.db.ts';
import { newEntry } from './outbox.entries.ts';
import { advance, type Entry } from './outbox.machine.ts';

/** The version that kept everything in the clear: before there were keys. */
const oldVersion = 3;

/** What the older app hands in: an application with its papers, of which the first ones have arrived already. */
export type OldSubmission = { draft: Draft; owner: AccountId; papers: string[]; arrived: number };

/** Writes applications as an older version of the app did, which is gone from this code but not from phones. */
export async function handInByOldApp(
  submissions: readonly OldSubmission[],
  arrive: (documentId: DocumentId, content: string, owner: AccountId) => void,
): Promise<void> {
  const db = await openDB<OutboxSchema>(outboxDatabaseName, oldVersion, {
    async upgrade(database, from, _to, transaction) {
      for (const migrate of outboxMigrations.slice(from, oldVersion))
        await migrate(database, transaction as never);
    },
  });
  for (const { draft, owner, papers, arrived } of submissions) {
    const rows = papers.map((text): FileRow => {
      const content = new TextEncoder().encode(text).buffer;
      const file = { documentId: newId<'document'>(), name: text, mediaType: 'image/jpeg' };
      const kept = { bytes: content.byteLength, addedAt: draft.updatedAt, draftId: draft.id };
      return { ...file, ...kept, field: 'confirmation', owner, content };
    });
    const confirmation = rows.map(
      ({ documentId, name, mediaType, bytes, addedAt }): StoredFile => ({
        ...{ documentId, name, mediaType, bytes, addedAt },
      }),
    );
    let entry: Entry = newEntry(
      { ...draft, files: { confirmation } },
      {
        id: newId<'outbox'>(),
        idempotencyKey: newId<'idempotency'>(),
        owner,
        language: 'de',
        createdAt: draft.updatedAt as Instant,
      },
    );
    for (const { documentId, name } of rows.slice(0, arrived)) {
      arrive(documentId, name, owner);
      entry = advance(entry, { type: 'uploaded', documentId }, { now: 0, random: () => 0 });
    }
    const transaction = db.transaction(['files', 'entries'], 'readwrite');
    for (const row of rows) await transaction.objectStore('files').put(row);
    await transaction.objectStore('entries').put(entry);
    await transaction.done;
  }
  db.close();
}

/** What a version after this one may do: add a store, and touch everything that lies there. */
const nextMigration: Migration<OutboxSchema> = async (db, transaction) => {
  (db as unknown as IDBDatabase).createObjectStore('later');
  for (const name of ['drafts', 'files', 'entries'] as const) {
    let cursor = await transaction.objectStore(name).openCursor();
    while (cursor) {
      await cursor.update({ ...cursor.value, later: 'yes' } as never);
      cursor = await cursor.continue();
    }
  }
};
const newerMigrations = [...outboxMigrations, nextMigration];

/** The storage as a window with the next version of the app opens it. */
export const newerDatabase = (): Database<OutboxSchema> =>
  defineDatabase<OutboxSchema>(outboxDatabaseName, newerMigrations);

/** The phone dies when everything is rewritten and nothing is sealed yet: the upgrade must not have been. */
export async function dieWhileUpgrading(to: 'this' | 'newer'): Promise<void> {
  const migrations = to === 'this' ? outboxMigrations : newerMigrations;
  const upgraded = await openDB<OutboxSchema>(outboxDatabaseName, migrations.length, {
    async upgrade(db, from, _to, transaction) {
      for (const migrate of migrations.slice(from)) await migrate(db, transaction as never);
      transaction.abort();
      await transaction.done.catch(() => undefined);
    },
  }).catch(() => undefined);
  if (!upgraded) return;
  upgraded.close();
  throw new Error('the upgrade was not cut');
}
