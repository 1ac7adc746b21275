import { addDays, type CitizenActor, cityTime, type SystemActor } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { citizenActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { newKey } from '../../testing/product.ts';
import { openOffice } from '../cases/cases.testing.ts';
import { vouchedDays } from './mandates.policy.ts';

const provider: SystemActor = { kind: 'system', job: 'identity.muk' };
const facts = {
  name: 'Kaffeerösterei Paradies GmbH',
  legalForm: 'Gesellschaft mit beschränkter Haftung',
  registerNumber: 'HRB 501777',
  registerCourt: 'Jena',
  seat: null,
};
const firm = { by: 'muk' as const, id: 'du-1', facts };

describeOnBothDialects('a business that a provider vouches for', (open) => {
  async function openHouse() {
    const office = await openOffice(await open());
    const { store, deps, clock } = office;
    const { face } = { face: deps.domains.caseDeps.mandates };
    const vouch = (who: CitizenActor, told = firm) =>
      store.transaction(async (tx) => {
        await deps.keys.create(tx, who.accountId);
        await face.vouch(tx, { holderId: who.accountId, firm: told, actor: provider });
      });
    const held = async (who: CitizenActor) => (await office.as(who).mandates.mine({})).held;
    const party = async (who: CitizenActor) => {
      const [mandate] = await held(who);
      if (!mandate) throw new Error('no mandate');
      return office.as(who).mandates.party({ mandateId: mandate.id });
    };
    const day = (days: number) => addDays(cityTime(clock.now()).day, days);
    return { ...office, vouch, held, party, day };
  }

  it('is the same for all of its people, and each may act from then on', async () => {
    const { vouch, held, store, day } = await openHouse();
    const [nora, emil] = [citizenActor(), citizenActor()];
    await vouch(nora);
    await vouch(emil);
    expect(await store.read.select().from(store.tables.mandateParties)).toHaveLength(1);
    for (const who of [nora, emil])
      expect(await held(who)).toMatchObject([
        { state: 'active', role: 'employee', vouchedBy: 'muk', untilDay: day(vouchedDays) },
      ]);
  });

  it('is known by what the provider calls it, not by its name', async () => {
    const { vouch, store } = await openHouse();
    await vouch(citizenActor());
    await vouch(citizenActor(), { ...firm, id: 'du-2' });
    expect(await store.read.select().from(store.tables.mandateParties)).toHaveLength(2);
  });

  it('is called as it was called last, and its facts lie sealed', async () => {
    const { vouch, held, party, store, clock } = await openHouse();
    const nora = citizenActor();
    await vouch(nora);
    const [before] = await held(nora);
    clock.advance(60_000);
    await vouch(nora, { ...firm, facts: { ...facts, name: 'Paradies Kaffee AG' } });
    expect(await party(nora)).toMatchObject({
      kind: 'business',
      name: 'Paradies Kaffee AG',
      registerNumber: 'HRB 501777',
      toldAt: clock.now().toISOString(),
    });
    expect((await held(nora)).map(({ id }) => id)).toEqual([before?.id]);
    const rows = await store.read.select().from(store.tables.mandateParties);
    expect(rows.map(({ facts: sealed }) => Buffer.from(sealed).toString('latin1')).join()).not.toContain(
      'Paradies',
    );
    expect(JSON.stringify(rows)).not.toContain('du-1');
  });

  it('lets nobody act when its word is too old, and lets them again once it is renewed', async () => {
    const { vouch, held, clock, store, day } = await openHouse();
    const nora = citizenActor();
    await vouch(nora);
    clock.advance((vouchedDays + 1) * 86_400_000);
    expect(await held(nora)).toEqual([]);
    await vouch(nora);
    expect(await held(nora)).toMatchObject([{ untilDay: day(vouchedDays) }]);
    const { platformEvents } = store.tables;
    const events = await store.read.select().from(platformEvents);
    expect(events.filter(({ type }) => type === 'mandates.vouched')).toHaveLength(2);
  });

  it('can be given up, and is there again with the next login', async () => {
    const { vouch, held, as } = await openHouse();
    const nora = citizenActor();
    await vouch(nora);
    const [mandate] = await held(nora);
    await as(nora).mandates.revoke({ idempotencyKey: newKey(), mandateId: mandate?.id as never });
    expect(await held(nora)).toEqual([]);
    await vouch(nora);
    expect(await held(nora)).toHaveLength(1);
  });
});
