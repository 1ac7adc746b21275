import { newId } from '@jena/shared/kernel';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import { addFile, listDrafts, openDraft, readFile, saveDraft } from './drafts.ts';
import { outboxDatabaseName } from './names.ts';
import { type OutboxSchema, outboxDatabase, outboxMigrations } from './outbox.db.ts';
import { listEntries } from './outbox.store.ts';
import { enqueueSubmission } from './outbox.ts';
import { forgetOwner, rememberOwner } from './owner.ts';
import { keepPersonKey } from './phone-keys.ts';
import { sealOldOnce, sealWhatIsOpen } from './seal-open.ts';
import { account, aDraft, emptyPhone, restartPhone } from './testing.ts';

beforeEach(emptyPhone);

const secretName = 'Ganzgeheim';
const secretBytes = 'JFIF-Bild-von-Lena';
const photo = () => new Blob([secretBytes], { type: 'image/jpeg' });
const keyOf = (number: number) => btoa(String.fromCharCode(...new Uint8Array(32).fill(number)));
const aSecretDraft = () => aDraft({ answers: { familyName: secretName } });

async function logsIn(number: number): Promise<void> {
  await rememberOwner(account(number));
  await keepPersonKey(account(number), keyOf(number));
}

/** Every byte of every row as Latin-1, buffers included, as whoever copies the phone's storage reads it. */
async function rawText(): Promise<string> {
  const texts: string[] = [];
  const walk = (value: unknown): void => {
    if (value instanceof CryptoKey) return;
    if (value instanceof ArrayBuffer) texts.push(Buffer.from(value).toString('latin1'));
    else if (ArrayBuffer.isView(value)) walk(value.buffer);
    else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) walk(part);
    else texts.push(String(value));
  };
  await outboxDatabase.run(async (db) => {
    for (const name of db.objectStoreNames) walk(await db.getAll(name));
  });
  return texts.join('\n');
}

describe('what lies on the phone', () => {
  test.each([
    ['of a person', () => logsIn(1)],
    ['made before a login', async () => undefined],
  ])('%s shows neither answers nor pictures, in a draft and in the outbox', async (_whose, begin) => {
    await begin();
    const [kept, sent] = [aSecretDraft(), aSecretDraft()];
    await saveDraft(kept);
    await saveDraft(sent);
    const { documentId } = await addFile(kept.id, 'confirmation', photo(), 'foto.jpg');
    await enqueueSubmission(sent, { language: 'de' });
    const raw = await rawText();
    expect(raw).toContain(kept.id);
    expect(raw).not.toContain(secretName);
    expect(raw).not.toContain(secretBytes);
    await restartPhone();
    expect((await openDraft(kept.serviceSlug))?.answers).toEqual(kept.answers);
    expect(await (await readFile(documentId))?.text()).toBe(secretBytes);
  });

  test('of a person opens with their key alone, also after a logout and another person’s login', async () => {
    await logsIn(1);
    const draft = aSecretDraft();
    await saveDraft(draft);
    const { documentId } = await addFile(draft.id, 'confirmation', photo(), 'foto.jpg');
    await forgetOwner();
    await logsIn(2);
    expect(await listDrafts()).toEqual([]);
    await rememberOwner(account(1));
    expect(await outboxDatabase.run((db) => db.get('keys', 'person'))).toBeUndefined();
    expect(await listDrafts()).toEqual([]);
    await expect(readFile(documentId)).rejects.toMatchObject({ code: 'platform.storage_unavailable' });
    await keepPersonKey(account(1), keyOf(1));
    expect((await listDrafts()).map(({ answers }) => answers)).toEqual([draft.answers]);
    expect(await (await readFile(documentId))?.text()).toBe(secretBytes);
  });

  test('is sealed with a key whose bytes no script can read', async () => {
    await logsIn(1);
    await saveDraft(aSecretDraft());
    await forgetOwner();
    await saveDraft(aSecretDraft());
    await logsIn(1);
    for (const name of ['person', 'device'] as const) {
      const found = await outboxDatabase.run((db) => db.get('keys', name));
      expect(found?.key.extractable).toBe(false);
    }
  });

  test('cannot be passed off as another draft', async () => {
    const [one, other] = [aSecretDraft(), aDraft({ serviceSlug: 'hund-anmelden' })];
    await saveDraft(one);
    await saveDraft(other);
    await outboxDatabase.run(async (db) => {
      const [mine, theirs] = [await db.get('drafts', one.id), await db.get('drafts', other.id)];
      if (mine?.secret && theirs) await db.put('drafts', { ...theirs, secret: mine.secret });
    });
    expect(await openDraft('hund-anmelden')).toBeUndefined();
  });
});

describe('what was sealed with the device’s key', () => {
  test('while the person’s key was not here gets theirs when it comes', async () => {
    await rememberOwner(account(1));
    const draft = aSecretDraft();
    await saveDraft(draft);
    const { documentId } = await addFile(draft.id, 'confirmation', photo(), 'foto.jpg');
    await keepPersonKey(account(1), keyOf(1));
    await sealWhatIsOpen();
    await outboxDatabase.run((db) => db.delete('keys', 'device'));
    expect((await openDraft(draft.serviceSlug))?.answers).toEqual(draft.answers);
    expect(await (await readFile(documentId))?.text()).toBe(secretBytes);
  });

  test('before the login that goes on with it gets the person’s, with its pictures', async () => {
    const draft = aSecretDraft();
    await saveDraft(draft);
    const { documentId } = await addFile(draft.id, 'confirmation', photo(), 'foto.jpg');
    await logsIn(1);
    await saveDraft((await openDraft(draft.serviceSlug)) ?? draft);
    await sealWhatIsOpen();
    await forgetOwner();
    expect(await readFile(documentId)).toBeUndefined();
    await logsIn(1);
    await outboxDatabase.run((db) => db.delete('keys', 'device'));
    expect(await (await readFile(documentId))?.text()).toBe(secretBytes);
  });
});

describe('an app that wrote in the clear', () => {
  test('loses nothing: read as before, then sealed, again and again the same', async () => {
    const documentId = newId<'document'>();
    const draft = aSecretDraft();
    const old = await openDB<OutboxSchema>(outboxDatabaseName, 3, {
      async upgrade(db, _from, _to, transaction) {
        for (const migrate of outboxMigrations.slice(0, 3)) await migrate(db, transaction as never);
      },
    });
    await old.put('drafts', { ...draft, owner: null });
    await old.put('files', {
      documentId,
      draftId: draft.id,
      field: 'confirmation',
      owner: null,
      name: 'a.jpg',
      mediaType: 'image/jpeg',
      bytes: secretBytes.length,
      addedAt: draft.updatedAt,
      content: await photo().arrayBuffer(),
    });
    old.close();
    const before = aSecretDraft();
    expect(await listDrafts()).toEqual([draft]);
    await enqueueSubmission(before, { language: 'de' });
    await sealOldOnce();
    await sealOldOnce();
    const raw = await rawText();
    expect(raw).not.toContain(secretName);
    expect(raw).not.toContain(secretBytes);
    expect(await listDrafts()).toEqual([draft]);
    expect(await (await readFile(documentId))?.text()).toBe(secretBytes);
    expect(await listEntries()).toHaveLength(1);
  });
});
