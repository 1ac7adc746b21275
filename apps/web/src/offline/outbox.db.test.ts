import 'fake-indexeddb/auto';
import { newId } from '@jena/shared/kernel';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Database, defineDatabase, type Migration } from './database.ts';
import { listDrafts, readFile } from './drafts.ts';
import { outboxDatabaseName } from './names.ts';
import { type OutboxSchema, outboxMigrations } from './outbox.db.ts';
import { newEntry } from './outbox.entries.ts';
import { listEntries } from './outbox.store.ts';
import { aDraft, emptyPhone } from './testing.ts';

beforeEach(emptyPhone);

describe('an app upgrade', () => {
  test('from the first version keeps every draft, file and submission', async () => {
    const documentId = newId<'document'>();
    const draft = aDraft({ answers: { familyName: 'Vorher' } });
    const entry = newEntry(aDraft(), {
      id: newId<'outbox'>(),
      idempotencyKey: newId<'idempotency'>(),
      owner: null,
      language: 'de',
      createdAt: '2026-11-20T08:00:00.000Z' as never,
    });
    const { owner: _unknownThen, ...oldEntry } = entry;
    const [first] = outboxMigrations;
    const old = await openDB<OutboxSchema>(outboxDatabaseName, 1, {
      upgrade: (db, _from, _to, transaction) => first?.(db, transaction as never),
    });
    await old.put('drafts', draft as never);
    await old.put('files', {
      documentId,
      draftId: draft.id,
      field: 'confirmation',
      name: 'a.jpg',
      mediaType: 'image/jpeg',
      bytes: 3,
      addedAt: draft.updatedAt,
      content: new Uint8Array([1, 2, 3]).buffer,
    } as never);
    await old.put('entries', oldEntry as never);
    old.close();

    expect(await listDrafts()).toEqual([draft]);
    expect(await (await readFile(documentId))?.bytes()).toEqual(new Uint8Array([1, 2, 3]));
    expect(await listEntries()).toEqual([entry]);
  });

  test('that is rolled back still reads what the newer version wrote', async () => {
    type Schema = { notes: { key: string; value: string } };
    const first: Migration<Schema> = (db) => void db.createObjectStore('notes');
    const newer: Database<Schema> = defineDatabase<Schema>('rolled-back', [first, () => undefined]);
    await newer.run((db) => db.put('notes', 'kept', 'a'));
    await newer.close();
    const older = defineDatabase<Schema>('rolled-back', [first]);
    expect(await older.run((db) => db.get('notes', 'a'))).toBe('kept');
  });
});

describe('a storage that misbehaves', () => {
  type Schema = { notes: { key: string; value: string } };
  const database = () => defineDatabase<Schema>('notes', [(db) => void db.createObjectStore('notes')]);

  test.each(['InvalidStateError', 'UnknownError'])(
    'a connection lost with %s is opened once more',
    async (name) => {
      let calls = 0;
      const value = await database().run(async (db) => {
        calls++;
        if (calls === 1) throw new DOMException('lost', name);
        await db.put('notes', 'saved', 'a');
        return db.get('notes', 'a');
      });
      expect([value, calls]).toEqual(['saved', 2]);
    },
  );

  test('lost twice is an error with a code, not an endless loop', async () => {
    let calls = 0;
    const lost = database().run(async () => {
      calls++;
      throw new DOMException('lost', 'UnknownError');
    });
    await expect(lost).rejects.toMatchObject({ code: 'platform.storage_unavailable' });
    expect(calls).toBe(2);
  });

  test('a full phone gives a clear error', async () => {
    const full = database().run(async () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(full).rejects.toMatchObject({ code: 'platform.storage_full' });
  });

  test('a mistake of our own is not dressed up as a storage error', async () => {
    const wrong = database().run(async () => {
      throw new RangeError('ours');
    });
    await expect(wrong).rejects.toBeInstanceOf(RangeError);
  });
});
