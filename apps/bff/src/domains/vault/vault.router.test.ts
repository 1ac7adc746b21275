import { type Actor, anonymous, type DocumentId, newId } from '@jena/shared/kernel';
import { afterEach, expect, it } from 'vitest';
import { collect, collectBytes } from '../../platform/testing/bytes.ts';
import { citizenActor, staffActor, testContext } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { createCallerFactory } from '../../platform/trpc.ts';
import { createVaultRouter } from './index.ts';
import { readFile } from './vault.documents.ts';
import { harmlessPdf, openTestVault, type TestVault, upload } from './vault.testing.ts';

const erika = citizenActor();
const henrik = citizenActor();
const key = () => ({ idempotencyKey: newId<'idempotency'>() });

describeOnBothDialects('the vault', (open) => {
  let test: TestVault;
  const used = new Set<DocumentId>();
  afterEach(() => {
    test.close();
    used.clear();
  });

  async function openDoor() {
    const store = await open();
    test = await openTestVault(store);
    const routes = createVaultRouter({ ...test.vault, isUsed: async (_db, id) => used.has(id) });
    return (actor: Actor) => createCallerFactory(routes)(testContext(store, { actor }));
  }
  const send = (name: string, ownerId = erika.accountId) =>
    upload(test, { content: harmlessPdf, type: 'application/pdf', name, ownerId });
  const issued = (documentId: DocumentId, bytes = harmlessPdf) =>
    test.putIssued({
      accountId: erika.accountId,
      documentId,
      name: 'Meldebestätigung J-2026-ABCD.pdf',
      mediaType: 'application/pdf',
      bytes,
    });

  it('shows a person how far each of their documents is', async () => {
    const as = await openDoor();
    const id = await send('Mietvertrag.pdf');
    expect(await as(erika).document({ documentId: id })).toMatchObject({
      id,
      state: 'checking',
      refusal: null,
    });
    await test.jobs.drain();
    test.clock.advance(1000);
    const other = await send('Ausweis.pdf');
    expect((await as(erika).mine({})).map(({ name, state }) => [name, state])).toEqual([
      ['Ausweis.pdf', 'checking'],
      ['Mietvertrag.pdf', 'available'],
    ]);
    expect(await as(henrik).mine({})).toEqual([]);
    expect(other).not.toBe(id);
  });

  it('tells nobody else whether a document exists', async () => {
    const as = await openDoor();
    const documentId = await send('Mietvertrag.pdf');
    const notFound = { message: 'vault.not_found' };
    await expect(as(henrik).document({ documentId })).rejects.toMatchObject(notFound);
    await expect(as(henrik).remove({ ...key(), documentId })).rejects.toMatchObject(notFound);
    await expect(as(erika).document({ documentId: newId<'document'>() })).rejects.toMatchObject(notFound);
    for (const actor of [anonymous, staffActor()]) {
      await expect(as(actor).document({ documentId })).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
      await expect(as(actor).mine({})).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
      await expect(as(actor).remove({ ...key(), documentId })).rejects.toMatchObject({
        code: 'UNAUTHORIZED',
      });
    }
    expect((await as(erika).mine({})).length).toBe(1);
  });

  it('gives another domain only documents of the person it names, in the order it asked', async () => {
    await openDoor();
    const [one, two, foreign] = [
      await send('1.pdf'),
      await send('2.pdf'),
      await send('3.pdf', henrik.accountId),
    ];
    const { store } = test.vault;
    const found = await store.transaction((tx) => test.documentsOf(tx, erika.accountId, [two, foreign, one]));
    expect(found.map(({ id, name }) => [id, name])).toEqual([
      [two, '2.pdf'],
      [one, '1.pdf'],
    ]);
  });

  it('removes an unused document with its files', async () => {
    const as = await openDoor();
    const documentId = await send('Mietvertrag.pdf');
    await test.jobs.drain();
    expect(await collect(test.vault.files.list())).toEqual([`vault/${documentId}`]);
    const call = { ...key(), documentId };
    await as(erika).remove(call);
    await as(erika).remove(call);
    await test.jobs.drain();
    expect(await as(erika).mine({})).toEqual([]);
    expect(await collect(test.vault.files.list())).toEqual([]);
  });

  it('keeps what a case needs and what the city issued', async () => {
    const as = await openDoor();
    const documentId = await send('Mietvertrag.pdf');
    await test.jobs.drain();
    used.add(documentId);
    const fromCity = newId<'document'>() as DocumentId;
    await issued(fromCity);
    for (const id of [documentId, fromCity]) {
      await expect(as(erika).remove({ ...key(), documentId: id })).rejects.toMatchObject({
        message: 'vault.in_use',
      });
    }
    await test.jobs.drain();
    expect((await as(erika).mine({})).length).toBe(2);
  });

  it('takes a document of the city once, however often the job repeats', async () => {
    const as = await openDoor();
    const documentId = newId<'document'>() as DocumentId;
    await Promise.all([issued(documentId), issued(documentId)]);
    await issued(documentId, Buffer.from('%PDF another'));
    const [document, ...others] = await as(erika).mine({});
    expect(others).toEqual([]);
    expect(document).toMatchObject({
      id: documentId,
      name: 'Meldebestätigung J-2026-ABCD.pdf',
      state: 'available',
      issuedByCity: true,
      bytes: harmlessPdf.length,
    });
    const row = await test.vault.documents.byId(test.vault.store.read, documentId);
    if (row === undefined) throw new Error('no row');
    expect(await collectBytes(await readFile(test.vault, row, 'vault'))).toEqual(harmlessPdf);
  });
});
