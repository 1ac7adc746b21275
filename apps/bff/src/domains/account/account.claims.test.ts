import type { Instant } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { citizenActor } from '../../platform/testing/context.ts';
import { openTestKeys } from '../../platform/testing/keys.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { createAccountDomain } from './index.ts';

const { accountId } = citizenActor();
const day = (n: number) => `2026-11-2${n}T09:00:00.000Z` as Instant;

describeOnBothDialects('what a card confirmed', (open) => {
  async function openClaims() {
    const store = await open();
    const domain = createAccountDomain({ store, keys: await openTestKeys(store) });
    type Given = Omit<Parameters<typeof domain.saveClaims>[1], 'accountId'>;
    return {
      store,
      save: (given: Given) => store.transaction((tx) => domain.saveClaims(tx, { accountId, ...given })),
      claims: () => domain.claimsOf(store.read, accountId),
    };
  }

  it('is kept with its day, the newest answer alone', async () => {
    const { save, claims } = await openClaims();
    expect(await claims()).toEqual({ residence: null, age: null });
    await save({ at: day(1), residence: true, age: { atLeast: 16, fulfilled: true } });
    await save({ at: day(2), residence: true });
    expect(await claims()).toEqual({
      residence: { verifiedAt: day(2) },
      age: { atLeast: 16, verifiedAt: day(1) },
    });
  });

  it('who moved away no longer lives here', async () => {
    const { save, claims } = await openClaims();
    await save({ at: day(1), residence: true });
    await save({ at: day(2), residence: false });
    expect((await claims()).residence).toBeNull();
  });

  it('an age only grows: neither a no nor a smaller question takes it back', async () => {
    const { save, claims } = await openClaims();
    await save({ at: day(1), age: { atLeast: 18, fulfilled: true } });
    await save({ at: day(2), age: { atLeast: 65, fulfilled: false } });
    await save({ at: day(3), age: { atLeast: 14, fulfilled: true } });
    expect((await claims()).age).toEqual({ atLeast: 18, verifiedAt: day(1) });
  });

  it('is sealed for this person and this question', async () => {
    const { save, store } = await openClaims();
    await save({ at: day(1), age: { atLeast: 18, fulfilled: true } });
    const [row] = await store.read.select().from(store.tables.accountClaims);
    expect(row?.sealed.includes('18')).toBe(false);
    expect(row?.kind).toBe('age');
  });
});
