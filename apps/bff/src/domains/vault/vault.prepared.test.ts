import { Readable } from 'node:stream';
import { type CaseId, newId, toInstant } from '@jena/shared/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { vaultPart } from './vault.export.ts';
import { eraseDocuments } from './vault.leave.ts';
import { preparedQuotaDocuments, uploadHours } from './vault.policy.ts';
import { preparedFor, provide } from './vault.prepared.ts';
import {
  caseworker,
  codeOf,
  erika,
  harmlessPdf,
  newDocument,
  openVaultDoor,
  type VaultDoor,
} from './vault.testing.ts';

const forCase = newId<'case'>() as CaseId;
const pdf = { name: 'Merkblatt.pdf', type: 'application/pdf' };
const desk = { as: 'caseworker', forCase, ...pdf } as const;

let door: VaultDoor;
beforeEach(async () => {
  door = await openVaultDoor();
  door.rules.mayPrepare = async (_db, _staff, caseId) => (caseId === forCase ? erika.accountId : undefined);
});
afterEach(() => door.close());

/** A file that a caseworker has prepared for Erika's case. */
async function prepared(content: Buffer = harmlessPdf) {
  const id = newDocument();
  await door.create(id, content.length, desk);
  await door.patch(id, 0, content, { as: 'caseworker' });
  await door.jobs.drain();
  return id;
}

describe('a file that a caseworker prepares', () => {
  it('is checked like any other, in the vault of whose case it is, and weighs on no quota of theirs', async () => {
    const id = await prepared();
    const { vault, store } = door;
    expect(await door.rowOf(id)).toMatchObject({
      state: 'available',
      ownerId: erika.accountId,
      issuedByCity: true,
      pages: 1,
    });
    const by = { staffId: caseworker.staffId, caseId: forCase };
    expect(await preparedFor(vault, store.read, erika.accountId, by)).toMatchObject([
      { id, name: 'Merkblatt.pdf', state: 'available' },
    ]);
    expect((await vault.documents.usage(store.read, erika.accountId)).documents).toBe(0);
  });

  it('is refused with a reason when it may not be kept', async () => {
    expect(await door.rowOf(await prepared(Buffer.from('PK no document')))).toMatchObject({
      state: 'refused',
      refusal: 'vault.not_a_picture_or_pdf',
    });
  });

  it('does not exist for its person before it is sent: neither listed, nor read, nor exported, nor continued', async () => {
    const id = await prepared();
    const { documents } = door.vault;
    const { read } = door.store;
    expect(await documents.ofOwner(read, erika.accountId)).toEqual([]);
    expect(await documents.ofOwnerById(read, erika.accountId, [id])).toEqual([]);
    expect(await documents.allOfOwner(read, erika.accountId)).toEqual([]);
    for (const path of [`/files/${id}`, `/files/${id}/preview`]) {
      const read = await door.send('GET', path);
      expect([read.status, await codeOf(read)]).toEqual([404, 'vault.not_found']);
    }
    const growing = newDocument();
    await door.create(growing, 10, desk);
    expect((await door.send('HEAD', `/uploads/${growing}`)).status).toBe(404);
    expect((await door.patch(growing, 0, Buffer.alloc(10))).status).toBe(404);
    expect((await door.send('DELETE', `/uploads/${id}`)).status).toBe(404);
    expect((await door.create(growing, 10)).status).toBe(404);
    expect((await door.rowOf(growing))?.state).toBe('uploading');
  });

  it('is begun, seen and continued by this caseworker alone, and only while they may write in the case', async () => {
    const id = newDocument();
    expect((await door.create(id, 10, { ...desk, forCase: newId<'case'>() })).status).toBe(404);
    expect((await door.create(id, 10, { as: 'caseworker', ...pdf })).status).toBe(400);
    expect((await door.create(id, 10, { ...desk, as: 'nobody' })).status).toBe(401);
    expect(await door.rowOf(id)).toBeUndefined();
    expect((await door.create(id, 10, desk)).status).toBe(201);
    const others = { as: 'colleague' } as const;
    expect((await door.create(id, 10, { ...desk, ...others })).status).toBe(404);
    expect((await door.send('HEAD', `/uploads/${id}`, others)).status).toBe(404);
    expect((await door.patch(id, 0, Buffer.alloc(5), others)).status).toBe(404);
    expect((await door.send('DELETE', `/uploads/${id}`, others)).status).toBe(404);
    const mine = { as: 'caseworker' } as const;
    expect((await door.patch(id, 0, Buffer.alloc(5), mine)).status).toBe(204);
    door.rules.mayPrepare = async () => undefined;
    expect((await door.patch(id, 5, Buffer.alloc(5), mine)).status).toBe(404);
    expect((await door.send('HEAD', `/uploads/${id}`, mine)).status).toBe(404);
  });

  it('is never made by a citizen who names a case: theirs stays their own', async () => {
    const id = newDocument();
    expect((await door.create(id, 10, { as: 'henrik', forCase })).status).toBe(201);
    expect(await door.rowOf(id)).toMatchObject({ issuedByCity: false, preparedBy: null, preparedFor: null });
    expect((await door.rowOf(id))?.ownerId).not.toBe(erika.accountId);
    expect((await door.patch(id, 0, Buffer.alloc(5), { as: 'caseworker' })).status).toBe(404);
  });

  it('goes on after a crash: what arrived whole is handed to the check when its sender asks', async () => {
    const id = newDocument();
    await door.create(id, harmlessPdf.length, desk);
    await door.vault.uploads.write(id, 0, Readable.from([harmlessPdf]));
    const head = await door.send('HEAD', `/uploads/${id}`, { as: 'caseworker' });
    expect(head.headers.get('upload-offset')).toBe(String(harmlessPdf.length));
    await door.jobs.drain();
    expect((await door.rowOf(id))?.state).toBe('available');
  });

  it('is taken away by its sender, however far it is, with its files', async () => {
    const [whole, begun] = [await prepared(), newDocument()];
    await door.create(begun, 10, desk);
    for (const id of [whole, begun]) {
      expect((await door.send('DELETE', `/uploads/${id}`, { as: 'caseworker' })).status).toBe(204);
      await door.jobs.drain();
      expect(await door.rowOf(id)).toBeUndefined();
      await expect(door.vault.files.get(`vault/${id}`)).rejects.toMatchObject({ name: 'FileMissing' });
      expect(await door.vault.uploads.size(id)).toBeUndefined();
    }
  });

  it('is forgotten after a day when no message was sent with it', async () => {
    const id = await prepared();
    door.clock.advance(uploadHours * 3_600_000);
    await door.jobs.drain();
    expect(await door.rowOf(id)).toBeUndefined();
    await expect(door.vault.files.get(`vault/${id}`)).rejects.toMatchObject({ name: 'FileMissing' });
  });

  it('goes when its person goes, sent or not', async () => {
    const [unsent, sent] = [await prepared(), await prepared()];
    const { vault, store } = door;
    const by = { staffId: caseworker.staffId, caseId: forCase };
    const at = toInstant(door.clock.now());
    await store.transaction(async (tx) => {
      expect(await provide(vault, tx, { ...by, ids: [sent], at })).toBe(true);
      expect(await provide(vault, tx, { ...by, ids: [sent], at })).toBe(false);
    });
    const names: string[] = [];
    for await (const { name } of vaultPart(vault).files(store.read, erika.accountId)) names.push(name);
    expect(names.filter((name) => name.startsWith('unterlagen/'))).toEqual(['unterlagen/001 Merkblatt.pdf']);
    await store.transaction((tx) => eraseDocuments(vault, tx, erika.accountId));
    await door.jobs.drain();
    for (const id of [unsent, sent]) {
      expect(await door.rowOf(id)).toBeUndefined();
      await expect(vault.files.get(`vault/${id}`)).rejects.toMatchObject({ name: 'FileMissing' });
    }
  });

  it('is one of few: a caseworker cannot fill the house with what they do not send', async () => {
    for (let count = 0; count < preparedQuotaDocuments; count++)
      expect((await door.create(newDocument(), 10, desk)).status).toBe(201);
    const more = await door.create(newDocument(), 10, desk);
    expect([more.status, await codeOf(more)]).toEqual([413, 'vault.quota_exceeded']);
    expect((await door.create(newDocument(), 10, { ...desk, as: 'colleague' })).status).toBe(201);
    expect((await door.create(newDocument(), 10)).status).toBe(201);
  });
});
