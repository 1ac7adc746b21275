import { type AccountId, type DocumentId, type Instant, newId } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { createVaultStore, type DocumentRow } from './vault.store.ts';

const at = '2026-11-23T09:00:00.000Z' as Instant;
const [erika, henrik] = [newId<'account'>(), newId<'account'>()] as [AccountId, AccountId];

const document = (changes: Partial<DocumentRow> = {}): DocumentRow => ({
  id: newId<'document'>() as DocumentId,
  ownerId: erika,
  name: Buffer.from('sealed'),
  fileKey: Buffer.from('wrapped'),
  mediaType: 'image/jpeg',
  bytes: 100,
  uploadBytes: 100,
  state: 'available',
  refusal: null,
  heldSince: null,
  heldBy: null,
  issuedByCity: false,
  hasPreview: true,
  pages: 1,
  details: null,
  createdAt: at,
  folderId: null,
  preparedBy: null,
  preparedFor: null,
  removedAt: null,
  ...changes,
});

describeOnBothDialects('the vault store', (open) => {
  async function withRows(...rows: DocumentRow[]) {
    const store = await open();
    const documents = createVaultStore(store.tables);
    await store.transaction(async (tx) => {
      for (const row of rows) await documents.add(tx, row);
    });
    return { store, documents };
  }

  it('gives a row back as it was, and adds an id once', async () => {
    const row = document();
    const { store, documents } = await withRows(row);
    expect(await documents.byId(store.read, row.id)).toEqual(row);
    const added = await store.transaction((tx) => documents.add(tx, { ...row, ownerId: henrik }));
    expect(added).toBe(false);
    expect((await documents.byId(store.read, row.id))?.ownerId).toBe(erika);
  });

  it('lists a person’s own documents, newest first', async () => {
    const old = document({ createdAt: '2026-01-01T00:00:00.000Z' as Instant });
    const [fresh, foreign] = [document(), document({ ownerId: henrik })];
    const { store, documents } = await withRows(old, fresh, foreign);
    expect((await documents.ofOwner(store.read, erika)).map((row) => row.id)).toEqual([fresh.id, old.id]);
    const asked = await documents.ofOwnerById(store.read, erika, [old.id, foreign.id]);
    expect(asked.map((row) => row.id)).toEqual([old.id]);
    expect(await documents.ofOwnerById(store.read, erika, [])).toEqual([]);
  });

  it('counts what a person stores, but neither refused files nor what the city issued', async () => {
    const { store, documents } = await withRows(
      document({ bytes: 3_000_000_000 }),
      document({ bytes: 5, state: 'uploading' }),
      document({ bytes: 70, state: 'refused', refusal: 'vault.damaged' }),
      document({ bytes: 900, issuedByCity: true }),
      document({ bytes: 11, ownerId: henrik }),
    );
    expect(await documents.usage(store.read, erika)).toEqual({ bytes: 3_000_000_005, documents: 2 });
    expect(await documents.usage(store.read, newId<'account'>())).toEqual({ bytes: 0, documents: 0 });
  });

  it('moves a state once, from where it stands', async () => {
    const row = document({ state: 'checking' });
    const { store, documents } = await withRows(row);
    const move = () =>
      store.transaction((tx) => documents.changeFrom(tx, row.id, 'checking', { state: 'available' }));
    expect([await move(), await move()]).toEqual([true, false]);
    await store.transaction((tx) => documents.remove(tx, row.id));
    expect(await documents.byId(store.read, row.id)).toBeUndefined();
  });
});
