import type { CardData } from '@jena/shared/account';
import { type AccountId, type Day, newId, toInstant } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { openProduct } from '../../testing/product.ts';
import { likenessOf } from './account.alike.ts';

const lena: CardData = {
  familyName: 'Okonkwo',
  birthName: 'Hartung',
  givenNames: 'Lena Marie',
  academicTitle: null,
  birthDate: '1996-05-14',
  birthPlace: 'Erfurt',
  nationality: 'D',
  documentType: 'ID',
  validUntil: '2031-04-14' as Day,
  address: null,
};

describeOnBothDialects('people who look alike', (open) => {
  async function openDesk() {
    const product = await openProduct({ store: await open() });
    const { account } = product.deps.domains;
    const { store, clock } = product;
    async function keep(card: CardData, accountId = newId<'account'>() as AccountId) {
      await store.transaction((tx) => account.saveCard(tx, { accountId, card, at: toInstant(clock.now()) }));
      return accountId;
    }
    const alike = (change: Partial<CardData>) => account.alike(store.read, { ...lena, ...change });
    return { ...product, account, keep, alike };
  }

  it.each([
    ['a new card of the same person', {}],
    ['another address and another title', { academicTitle: 'Dr.', validUntil: '2036-10-01' as Day }],
    ['capitals, as chips write them', { familyName: 'OKONKWO', givenNames: 'LENA  MARIE' }],
    ['the first of the given names alone', { givenNames: 'Lena' }],
    ['the name from before the wedding', { familyName: 'Hartung', birthName: null }],
    ['a card that keeps the birth name back', { birthName: null }],
  ])('are found by %s', async (_what, change) => {
    const { keep, alike } = await openDesk();
    const id = await keep(lena);
    expect(await alike(change)).toEqual([id]);
  });

  it.each([
    ['a twin', { givenNames: 'Mara' }],
    ['somebody born on another day', { birthDate: '1996-05-15' }],
    ['a name that only sounds alike', { familyName: 'Okonkwa', birthName: null }],
    ['a card without a birth date', { birthDate: null }],
    ['a card without a name', { familyName: null, birthName: null }],
  ])('are not found by %s', async (_what, change) => {
    const { keep, alike } = await openDesk();
    await keep(lena);
    expect(await alike(change)).toEqual([]);
  });

  it('are all found, once each, and by what the newest card says', async () => {
    const { keep, alike } = await openDesk();
    const [first, second] = [await keep(lena), await keep(lena)];
    expect((await alike({})).sort()).toEqual([first, second].sort());
    await keep({ ...lena, familyName: 'Sommer', birthName: 'Winter' }, first);
    expect(await alike({})).toEqual([second]);
  });

  it('leave nothing that says who they are, and nothing at all once the account is gone', async () => {
    const { keep, alike, store, deps } = await openDesk();
    const id = await keep(lena);
    const rows = await store.read.select().from(store.tables.accountLikeness);
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/okonkwo|hartung|1996/i);
    await store.transaction((tx) => deps.domains.leaving.accounts.forget(tx, id));
    expect(await alike({})).toEqual([]);
  });
});

it('writes one name in one way', () => {
  const keys = { blindIndex: (_purpose: string, value: string) => value };
  const [a, b] = ['Straße', 'STRAẞE'].map((familyName) =>
    likenessOf(keys, { ...lena, familyName, birthName: null }),
  );
  expect(a).toEqual(b);
  expect(a).toEqual(['["LENA","STRASSE","1996-05-14"]']);
});
