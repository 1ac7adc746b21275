import { type AccountId, newId, type StaffActor, toInstant } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { askMinutes } from '../../platform/four-eyes.ts';
import { staffActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { codeOf, newKey, openProduct } from '../../testing/product.ts';
import { cookieNames } from './identity.cookies.ts';
import { openCitizenSession, openStaffSession } from './identity.sessions.ts';

const tomasz = staffActor('operator');
const anke = staffActor('operator');
const key = () => ({ idempotencyKey: newKey() });
const reason = 'Verdacht auf gestohlene Sitzungen.';

describeOnBothDialects('operators and logins', (open) => {
  async function openHouse() {
    const product = await openProduct({ store: await open() });
    const { store, clock, deps, as } = product;
    const { identity } = deps.domains.identity;
    const at = () => toInstant(clock.now());
    const citizen = async () => {
      const accountId = newId<'account'>() as AccountId;
      return store.transaction(async (tx) => {
        await identity.addAccount(tx, { id: accountId, subjectHash: accountId, at: at() });
        return openCitizenSession(deps.domains.login, tx, {
          accountId,
          levelOfAssurance: 'high',
          method: 'eid',
        });
      });
    };
    const staff = async (subject: string) =>
      store.transaction(async (tx) => {
        const person = { subject, name: subject, officeId: 'buergerservice', roles: [], at: at() };
        const staffId = await identity.saveStaff(tx, { id: newId<'staff'>(), ...person });
        return { staffId, token: await openStaffSession(deps.domains.login, tx, { staffId }) };
      });
    const kindOf = async (door: 'citizen' | 'staff', token: string) => {
      const headers = { cookie: `${cookieNames[door]}=${token}`, 'x-jena-door': door };
      return (await deps.authenticate(new Request('http://localhost/', { headers }))).kind;
    };
    const overview = (actor: StaffActor) => as(actor).identity.openSessions();
    const asks = async (actor: StaffActor) => (await overview(actor)).asks;
    const ask = () => as(tomasz).identity.askEndAll({ ...key(), reason });
    return { ...product, citizen, staff, kindOf, overview, asks, ask };
  }

  it('see staff by name and citizens as a number, and neither who is idle for too long', async () => {
    const { citizen, staff, overview, clock } = await openHouse();
    await citizen();
    await staff('jonas');
    clock.advance(20 * 60_000);
    await citizen();
    await staff('jonas');
    await staff('mira');
    const all = await overview(tomasz);
    expect(all.citizens).toBe(2);
    expect(all.staff.map(({ name, sessions }) => [name, sessions])).toEqual(
      expect.arrayContaining([
        ['jonas', 2],
        ['mira', 1],
      ]),
    );
    clock.advance(15 * 60_000);
    const later = await overview(tomasz);
    expect(later.citizens).toBe(1);
    expect(later.staff.map(({ sessions }) => sessions)).toEqual([1, 1]);
  });

  it('end the sessions of one colleague, and nobody else’s', async () => {
    const { citizen, staff, kindOf, as, overview } = await openHouse();
    const [lena, jonas, mira] = [await citizen(), await staff('jonas'), await staff('mira')];
    await as(tomasz).identity.endStaffSessions({ ...key(), staffId: jonas.staffId });
    expect(await kindOf('staff', jonas.token)).toBe('anonymous');
    expect(await kindOf('staff', mira.token)).toBe('staff');
    expect(await kindOf('citizen', lena)).toBe('citizen');
    expect((await overview(tomasz)).staff.map(({ name }) => name)).toEqual(['mira']);
  });

  it('end everybody’s sessions only when two of them want it', async () => {
    const { citizen, staff, kindOf, as, ask, asks } = await openHouse();
    const [lena, jonas] = [await citizen(), await staff('jonas')];
    await ask();
    expect(await kindOf('citizen', lena)).toBe('citizen');
    const [own] = await asks(tomasz);
    expect(own).toMatchObject({ mine: true, reason });
    const [asked] = await asks(anke);
    expect(asked).toMatchObject({ mine: false, askedBy: tomasz.name });
    await as(anke).identity.confirmEndAll({ ...key(), askId: asked?.id as never });
    expect(await kindOf('citizen', lena)).toBe('anonymous');
    expect(await kindOf('staff', jonas.token)).toBe('anonymous');
    expect(await asks(anke)).toEqual([]);
  });

  it('cannot be both pairs of eyes', async () => {
    const { citizen, kindOf, as, ask, asks } = await openHouse();
    const lena = await citizen();
    await ask();
    const [own] = await asks(tomasz);
    expect(await codeOf(as(tomasz).identity.confirmEndAll({ ...key(), askId: own?.id as never }))).toContain(
      'platform.needs_another',
    );
    expect(await kindOf('citizen', lena)).toBe('citizen');
    expect(await asks(anke)).toHaveLength(1);
  });

  it('confirm once, in time, and nothing that was taken back', async () => {
    const { as, ask, asks, clock } = await openHouse();
    const confirm = (askId: unknown) =>
      codeOf(as(anke).identity.confirmEndAll({ ...key(), askId: askId as never }));
    await ask();
    const [first] = await asks(anke);
    expect(await confirm(first?.id)).toBe('no error');
    expect(await confirm(first?.id)).toContain('platform.ask_not_found');
    await ask();
    const [second] = await asks(anke);
    await as(tomasz).identity.dropEndAll({ ...key(), askId: second?.id as never });
    expect(await confirm(second?.id)).toContain('platform.ask_not_found');
    await ask();
    const [third] = await asks(anke);
    clock.advance(askMinutes * 60_000);
    expect(await asks(anke)).toEqual([]);
    expect(await confirm(third?.id)).toContain('platform.ask_not_found');
  });
});
