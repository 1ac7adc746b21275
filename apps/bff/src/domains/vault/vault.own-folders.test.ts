import { type Actor, type FolderId, newId } from '@jena/shared/kernel';
import { folderName, maxFolders } from '@jena/shared/vault';
import { afterEach, expect, it } from 'vitest';
import { collect } from '../../platform/testing/bytes.ts';
import { citizenActor, testContext } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { createCallerFactory } from '../../platform/trpc.ts';
import { createVaultRouter, vaultPart } from './index.ts';
import { removedMinutes } from './vault.policy.ts';
import { harmlessPdf, openTestVault, type TestVault, upload } from './vault.testing.ts';

const erika = citizenActor();
const henrik = citizenActor();
const key = () => ({ idempotencyKey: newId<'idempotency'>() });
const notFound = { message: 'vault.folder_not_found' };

describeOnBothDialects("a person's own folders", (open) => {
  let test: TestVault;
  afterEach(() => test.close());

  async function openDoor() {
    const store = await open();
    test = await openTestVault(store);
    const routes = createVaultRouter({ ...test.vault, isUsed: async () => false });
    const as = (actor: Actor) => createCallerFactory(routes)(testContext(store, { actor }));
    return {
      as,
      add: async (name: string, actor = erika) => (await as(actor).folders.add({ ...key(), name })).folderId,
      document: (ownerId = erika.accountId) =>
        upload(test, { content: harmlessPdf, type: 'application/pdf', name: 'Vertrag.pdf', ownerId }),
      folderOf: async () => (await as(erika).mine({})).map((document) => document.folderId),
      names: async (actor = erika) => (await as(actor).folders.mine({})).map(({ name }) => name),
    };
  }
  async function wait(minutes: number) {
    test.clock.advance(minutes * 60_000);
    await test.jobs.drain();
  }

  it('are made, renamed, filled and shown by name', async () => {
    const { as, add, document, folderOf, names } = await openDoor();
    const [move, garden] = [await add('Umzug'), await add('Kleingarten')];
    const documentId = await document();
    expect(await folderOf()).toEqual([null]);
    await as(erika).folders.file({ ...key(), documentId, folderId: move });
    expect(await folderOf()).toEqual([move]);
    await as(erika).folders.rename({ ...key(), folderId: garden, name: 'Garten am Jenzig' });
    expect(await names()).toEqual(['Garten am Jenzig', 'Umzug']);
    await as(erika).folders.file({ ...key(), documentId, folderId: garden });
    expect(await folderOf()).toEqual([garden]);
    await as(erika).folders.file({ ...key(), documentId, folderId: null });
    expect(await folderOf()).toEqual([null]);
  });

  it('keep their names where nobody but the person can read them', async () => {
    const { add } = await openDoor();
    const id = await add('Scheidung');
    const row = await test.vault.folders.byId(test.vault.store.read, id);
    expect(Buffer.from(row?.name ?? []).toString('latin1')).not.toContain('Scheidung');
    const { read, tables } = test.vault.store;
    expect(JSON.stringify(await read.select().from(tables.platformEvents))).not.toContain('Scheidung');
  });

  it('are nobody else’s: not seen, not changed, not filled', async () => {
    const { as, add, document, names, folderOf } = await openDoor();
    const folderId = await add('Umzug');
    const mine = await document();
    const theirs = await document(henrik.accountId);
    expect(await names(henrik)).toEqual([]);
    const { folders } = as(henrik);
    await expect(folders.rename({ ...key(), folderId, name: 'X' })).rejects.toMatchObject(notFound);
    await expect(folders.remove({ ...key(), folderId })).rejects.toMatchObject(notFound);
    await expect(folders.restore({ ...key(), folderId })).rejects.toMatchObject(notFound);
    await expect(folders.file({ ...key(), documentId: theirs, folderId })).rejects.toMatchObject(notFound);
    await expect(folders.file({ ...key(), documentId: mine, folderId: null })).rejects.toMatchObject({
      message: 'vault.not_found',
    });
    expect(await names()).toEqual(['Umzug']);
    expect(await folderOf()).toEqual([null]);
  });

  it('have names of their own, and there are not too many', async () => {
    const { as, add, names } = await openDoor();
    const first = await add('Umzug');
    await expect(add('umzug')).rejects.toMatchObject({ message: 'vault.folder_exists' });
    await as(erika).folders.rename({ ...key(), folderId: first, name: 'UMZUG' });
    for (let number = 2; number <= maxFolders; number++) await add(`Ordner ${number}`);
    await expect(add('Einer mehr')).rejects.toMatchObject({ message: 'vault.too_many_folders' });
    expect(await add('Umzug', henrik)).not.toBe(first);
    for (const name of ['', ' ', ' Umzug', 'a\u202eb', 'a\nb', 'x'.repeat(61)])
      await expect(add(name)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(folderName('  Haus\u202e \n und  Hof ')).toBe('Haus und Hof');
    expect(await names()).toHaveLength(maxFolders);
  });

  it('cannot be made twice in the same moment', async () => {
    const { add, names } = await openDoor();
    const tries = await Promise.allSettled([add('Umzug'), add('Umzug'), add('Umzug')]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await names()).toEqual(['Umzug']);
  });

  it('come back with what lay in them, for a while', async () => {
    const { as, add, document, folderOf, names } = await openDoor();
    const folderId = await add('Umzug');
    const documentId = await document();
    await as(erika).folders.file({ ...key(), documentId, folderId });
    await as(erika).folders.remove({ ...key(), folderId });
    expect(await names()).toEqual([]);
    await expect(as(erika).folders.file({ ...key(), documentId, folderId })).rejects.toMatchObject(notFound);
    await wait(removedMinutes - 1);
    await as(erika).folders.restore({ ...key(), folderId });
    await as(erika).folders.restore({ ...key(), folderId });
    await wait(2 * removedMinutes);
    expect(await names()).toEqual(['Umzug']);
    expect(await folderOf()).toEqual([folderId]);
    await as(erika).folders.remove({ ...key(), folderId });
    await wait(removedMinutes);
    await expect(as(erika).folders.restore({ ...key(), folderId })).rejects.toMatchObject(notFound);
    expect(await folderOf()).toEqual([null]);
    expect((await as(erika).mine({})).map(({ id }) => id)).toEqual([documentId]);
  });

  it('do not come back beside another of the same name', async () => {
    const { as, add } = await openDoor();
    const folderId = await add('Umzug');
    await as(erika).folders.remove({ ...key(), folderId });
    await add('Umzug');
    await expect(as(erika).folders.restore({ ...key(), folderId })).rejects.toMatchObject({
      message: 'vault.folder_exists',
    });
  });

  it('are in the archive of all data, and leave with the person', async () => {
    const { as, add, document, names } = await openDoor();
    const folderId = await add('Umzug');
    await add('Leer');
    await as(erika).folders.file({ ...key(), documentId: await document(), folderId });
    await test.jobs.drain();
    const files: Record<string, string> = {};
    for await (const file of vaultPart(test.vault).files(test.vault.store.read, erika.accountId))
      files[file.name] = typeof file.content === 'string' ? file.content : '';
    expect(JSON.parse(files['unterlagen.json'] ?? '')).toMatchObject([{ folder: 'Umzug' }]);
    expect(JSON.parse(files['ordner.json'] ?? '')).toMatchObject([{ name: 'Leer' }, { name: 'Umzug' }]);
    await test.vault.store.transaction((tx) => test.eraseAll(tx, erika.accountId));
    expect(await names()).toEqual([]);
    expect(await test.vault.folders.byId(test.vault.store.read, folderId as FolderId)).toBeUndefined();
    expect(await collect(test.vault.files.list())).toHaveLength(1);
  });
});
