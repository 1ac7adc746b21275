import { type Actor, anonymous, type Day, type DocumentId, newId } from '@jena/shared/kernel';
import { type DocumentDetails, noDetails } from '@jena/shared/vault';
import { afterEach, expect, it } from 'vitest';
import { readEvents, readEventsAbout } from '../../platform/events.ts';
import { collect, collectBytes } from '../../platform/testing/bytes.ts';
import { citizenActor, staffActor, testContext } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { createCallerFactory } from '../../platform/trpc.ts';
import { createVaultRouter } from './index.ts';
import { readFile } from './vault.documents.ts';
import { removedMinutes } from './vault.policy.ts';
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
    expect(await as(erika).mine({})).toEqual([]);
    await expect(as(erika).document({ documentId })).rejects.toMatchObject({ message: 'vault.not_found' });
    await test.jobs.drain();
    expect(await collect(test.vault.files.list())).toEqual([`vault/${documentId}`]);
    test.clock.advance(removedMinutes * 60_000);
    await test.jobs.drain();
    expect(await test.vault.documents.byId(test.vault.store.read, documentId)).toBeUndefined();
    expect(await as(erika).mine({})).toEqual([]);
    expect(await collect(test.vault.files.list())).toEqual([]);
  });

  it('gives back what was thrown away a moment ago, and nothing later', async () => {
    const as = await openDoor();
    const documentId = await send('Mietvertrag.pdf');
    await test.jobs.drain();
    const wait = async (minutes: number) => {
      test.clock.advance(minutes * 60_000);
      await test.jobs.drain();
    };
    await as(erika).remove({ ...key(), documentId });
    await wait(removedMinutes - 1);
    const notFound = { message: 'vault.not_found' };
    await expect(as(henrik).restore({ ...key(), documentId })).rejects.toMatchObject(notFound);
    await as(erika).restore({ ...key(), documentId });
    await as(erika).restore({ ...key(), documentId });
    await wait(2 * removedMinutes);
    expect((await as(erika).mine({})).map(({ id }) => id)).toEqual([documentId]);
    await as(erika).remove({ ...key(), documentId });
    await wait(removedMinutes);
    await expect(as(erika).restore({ ...key(), documentId })).rejects.toMatchObject(notFound);
    expect(await collect(test.vault.files.list())).toEqual([]);
    const stream = `vault:${documentId}`;
    const events = await readEvents(test.vault.store.read, test.vault.store.tables, { stream });
    expect(events.map(({ type }) => type)).toEqual([
      'vault.thrown_away',
      'vault.restored',
      'vault.thrown_away',
    ]);
  });

  it('keeps what its owner says about a document, readable for them alone', async () => {
    const as = await openDoor();
    const documentId = await send('IMG_2041.pdf');
    const details: DocumentDetails = {
      type: 'rental_contract',
      issuer: 'Familie Sonnenschein',
      validUntil: '2027-03-31' as Day,
      remind: true,
    };
    const said = { documentId, name: 'Mietvertrag ..\u202e/Camburger', details };
    expect(await as(erika).document({ documentId })).toMatchObject({ details: noDetails });
    await as(erika).describe({ ...key(), ...said });
    expect(await as(erika).mine({})).toMatchObject([{ name: 'Camburger.pdf', details }]);
    const row = await test.vault.documents.byId(test.vault.store.read, documentId);
    expect(Buffer.from(row?.details ?? []).toString('latin1')).not.toContain('Sonnenschein');
    const events = await readEventsAbout(test.vault.store.read, test.vault.store.tables, {
      subject: erika.accountId,
    });
    expect(JSON.stringify(events)).not.toContain('Sonnenschein');
    expect(events.map(({ type, stream }) => [type, stream])).toContainEqual([
      'vault.described',
      `vault:${documentId}`,
    ]);

    const notFound = { message: 'vault.not_found' };
    await expect(as(henrik).describe({ ...key(), ...said })).rejects.toMatchObject(notFound);
    for (const wrong of [
      { type: 'treasure_map' },
      { issuer: 'x'.repeat(121) },
      { validUntil: '2027-02-30' },
    ]) {
      const input = { ...key(), ...said, details: { ...details, ...wrong } as DocumentDetails };
      await expect(as(erika).describe(input)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    }
    await expect(as(erika).describe({ ...key(), ...said, name: ' ' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    await as(erika).remove({ ...key(), documentId });
    await expect(as(erika).describe({ ...key(), ...said })).rejects.toMatchObject(notFound);
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
