import { type CitizenActor, toInstant } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { planJob } from '../../platform/jobs.ts';
import { citizenActor, staffActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { newKey } from '../../testing/product.ts';
import { openOffice } from '../cases/cases.testing.ts';
import { openCitizenSession } from '../identity/identity.sessions.ts';

const key = () => ({ idempotencyKey: newKey() });
const address = 'lena@example.org';

describeOnBothDialects('an account that nobody uses', (open) => {
  async function openHouse() {
    const office = await openOffice(await open());
    const { store, clock, deps, as, mail } = office;
    const { login } = deps.domains;
    const at = () => toInstant(clock.now());
    const logsIn = ({ accountId }: CitizenActor) =>
      store.transaction((tx) =>
        openCitizenSession(login, tx, { accountId, levelOfAssurance: 'high', method: 'eid' }),
      );
    const newPerson = async (): Promise<CitizenActor> => {
      const actor = citizenActor();
      const { accountId } = actor;
      await store.transaction(async (tx) => {
        await login.identity.addAccount(tx, { id: accountId, subjectHash: accountId, at: at() });
        await deps.keys.create(tx, accountId);
      });
      await logsIn(actor);
      return actor;
    };
    /** The day's run at this point in time, with what it plans. */
    const runsOn = async (day: string) => {
      clock.set(`${day}T01:30:00.000Z`);
      await store.transaction((tx) =>
        planJob(tx, store.tables, { kind: 'account.unused', payload: {}, at: at() }),
      );
      await deps.jobs.drain();
    };
    const lena = await newPerson();
    return {
      ...office,
      lena,
      logsIn,
      newPerson,
      runsOn,
      warnings: async (actor = lena) =>
        (await office.inboxOf(actor)).filter((type) => type === 'account_unused').length,
      isThere: async (actor = lena) =>
        (await login.identity.accountSince(store.read, actor.accountId)) !== null,
      async address() {
        await as(lena).account.setEmail({ ...key(), address });
        await deps.jobs.drain();
        const code = /\b\d{6}\b/.exec(mail.to(address).at(-1)?.text ?? '')?.[0] ?? '';
        await as(lena).account.confirmEmail({ ...key(), code });
        mail.sent.length = 0;
      },
    };
  }

  // Everybody logged in on 2026-11-23.
  it('is warned of twice, in the inbox and by e-mail, and then goes', async () => {
    const { runsOn, warnings, isThere, address: give, mail, as, lena, store } = await openHouse();
    await give();
    await runsOn('2028-08-23');
    expect(await warnings()).toBe(0);
    await runsOn('2028-08-24');
    await runsOn('2028-08-25');
    expect([await warnings(), mail.to(address).length]).toEqual([1, 1]);
    await runsOn('2028-10-24');
    await runsOn('2028-10-25');
    expect([await warnings(), mail.to(address).length]).toEqual([2, 2]);
    expect(mail.to(address)[1]?.subject).toBe('Brauchen Sie Ihr Konto bei der Stadt Jena noch?');
    await runsOn('2028-11-23');
    expect(await isThere()).toBe(true);
    await runsOn('2028-11-24');
    expect(await isThere()).toBe(false);
    expect(await store.read.$count(store.tables.accountAdded)).toBe(0);
    expect((await as(lena).account.added({})).email).toBeNull();
  });

  it('stays when its person logs in, and is counted anew from then on', async () => {
    const { runsOn, warnings, isThere, logsIn, lena } = await openHouse();
    await runsOn('2028-08-24');
    await runsOn('2028-10-24');
    await logsIn(lena);
    await runsOn('2028-11-24');
    await runsOn('2029-08-01');
    expect([await isThere(), await warnings()]).toEqual([true, 2]);
    await runsOn('2030-07-25');
    expect(await warnings()).toBe(3);
  });

  it('is warned of twice with four weeks between, also where the city switched it on late', async () => {
    const { runsOn, warnings, isThere } = await openHouse();
    await runsOn('2030-01-01');
    await runsOn('2030-01-02');
    expect(await warnings()).toBe(1);
    await runsOn('2030-01-29');
    expect(await warnings()).toBe(2);
    await runsOn('2030-02-25');
    expect(await isThere()).toBe(true);
    await runsOn('2030-02-26');
    expect(await isThere()).toBe(false);
  });

  it('is left alone while a case is open, and while an office must keep one', async () => {
    const { runsOn, warnings, isThere, newPerson, submitted, claim, reject, lena } = await openHouse();
    const jonas = staffActor('caseworker');
    const erika = await newPerson();
    await submitted(lena);
    const caseId = await submitted(erika);
    await claim(jonas, caseId);
    await reject(jonas, caseId, 'Die Wohnung liegt nicht in Jena.');
    for (const day of ['2030-01-01', '2030-02-01', '2030-03-01', '2030-04-01']) await runsOn(day);
    expect([await isThere(), await isThere(erika)]).toEqual([true, true]);
    expect([await warnings(), await warnings(erika)]).toEqual([0, 0]);
  });

  it('of others is not touched', async () => {
    const { runsOn, newPerson, isThere, warnings, clock } = await openHouse();
    clock.set('2028-01-01T09:00:00.000Z');
    const henrik = await newPerson();
    for (const day of ['2028-08-24', '2028-10-24', '2028-11-24']) await runsOn(day);
    expect([await isThere(), await isThere(henrik), await warnings(henrik)]).toEqual([false, true, 0]);
  });
});
