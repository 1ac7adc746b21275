import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSamlLogins } from './identity.saml.testing.ts';

let world: Awaited<ReturnType<typeof openSamlLogins>>;
beforeAll(async () => {
  world = await openSamlLogins();
}, 60_000);
afterAll(() => world?.stop());
beforeEach(async () => {
  world.clock.set(new Date().toISOString());
  const { tables } = world.store;
  await world.store.transaction(async (tx) => {
    await tx.delete(tables.identitySessions);
    await tx.delete(tables.identityCredentials);
    await tx.delete(tables.identitySamlLogins);
    await tx.delete(tables.identitySamlAssertions);
  });
});

const unknown = '/anmelden/bundid?zurueck=%2Fkonto';
const failed = (code: string) => `/anmelden?fehler=${code}&zurueck=%2Fkonto`;

describe('a login by BundID', () => {
  it('of somebody we do not know begins no account and keeps nothing: they choose first', async () => {
    const browser = world.browser();
    const before = (await world.rows()).accounts.length;
    expect(await world.bundid.via(browser)).toBe(unknown);
    expect(await browser.call('identity.me')).toEqual({ kind: 'anonymous' });
    const { accounts, credentials, logins } = await world.rows();
    expect([accounts.length, credentials, logins]).toEqual([before, [], []]);
    expect(await world.bundid.via(browser, { returnTo: '/en/konto' })).toBe(
      '/en/anmelden/bundid?zurueck=%2Fen%2Fkonto',
    );
  });

  it.each([
    ['Benutzername', 'normal'],
    ['Elster', 'substantial'],
    ['eID', 'high'],
  ])('by %s opens the account that was begun with it, at the level %s', async (way, levelOfAssurance) => {
    const [first, again] = [world.browser(), world.browser()];
    const accountId = await world.bundid.register(first, { way });
    expect(await world.bundid.via(again, {}, { way })).toBe('/konto');
    expect(await again.call('identity.me')).toMatchObject({
      kind: 'citizen',
      accountId,
      name: 'Lena Marie Okonkwo',
      levelOfAssurance,
      method: 'bundid',
    });
  });

  it('says where an account’s data came from, and that a person typed them', async () => {
    const browser = world.browser();
    await world.bundid.register(browser, { way: 'Benutzername' });
    expect(await browser.call('account.profile')).toMatchObject({
      card: {
        familyName: 'Okonkwo',
        birthDate: '1996-05-14',
        address: { street: 'Cranachstraße', houseNumber: '112', postcode: '99423', town: 'Weimar' },
        origin: { provider: 'bundid', level: 'normal' },
      },
    });
  });

  it('by a password lets nobody do what needs more; the surer way at BundID does', async () => {
    const browser = world.browser();
    await world.bundid.register(browser, { way: 'Benutzername' });
    const act = () => browser.call('identity.unlinkBundId', { change: true });
    expect(await act()).toEqual({ code: 'identity.level_too_low' });
    expect(await world.bundid.via(browser, { level: 'high' })).toBe('/konto');
    expect(await browser.call('identity.me')).toMatchObject({ levelOfAssurance: 'high' });
    expect(await act()).toEqual({ code: 'identity.bundid_only_way' });
  });

  it('by a password does not open what was opened more surely once', async () => {
    const browser = world.browser();
    const accountId = await world.bundid.register(browser, { way: 'Benutzername' });
    browser.cookies.clear();
    expect(await world.bundid.via(browser, {}, { way: 'Elster' })).toBe('/konto');
    browser.cookies.clear();
    expect(await world.bundid.via(browser, {}, { way: 'Benutzername' })).toBe(failed('bundid_too_weak'));
    expect(await browser.call('identity.me')).toEqual({ kind: 'anonymous' });
    expect(await world.bundid.via(browser, {}, { way: 'eID' })).toBe('/konto');
    expect(await browser.call('identity.me')).toMatchObject({ accountId });
  });

  it('proves at least what was asked for, whatever BundID sends', async () => {
    const browser = world.browser();
    await world.bundid.register(browser);
    browser.cookies.clear();
    const wish = { level: 'high' };
    expect(await world.bundid.via(browser, wish, { misbehave: 'less_than_asked' })).toBe(
      failed('bundid_too_weak'),
    );
    expect(await world.bundid.via(browser, wish, { way: 'Benutzername' })).toBe(failed('bundid_too_weak'));
    expect(await browser.call('identity.me')).toEqual({ kind: 'anonymous' });
  });

  it('does not put one person into the browser of another who is still logged in', async () => {
    const browser = world.browser();
    const lena = await world.bundid.register(browser);
    const before = (await world.rows()).accounts.length;
    const answer = await world.bundid.via(browser, { purpose: 'registration' }, { person: 'erika' });
    expect(answer).toBe(failed('other_person'));
    expect(await browser.call('identity.me')).toMatchObject({ accountId: lena });
    expect((await world.rows()).accounts).toHaveLength(before);
  });

  it('that a person cancels says so, and leads on where they were going', async () => {
    expect(await world.bundid.via(world.browser(), {}, { outcome: 'cancel' })).toBe(
      failed('bundid_cancelled'),
    );
    expect(await world.bundid.via(world.browser(), {}, { outcome: 'refuse' })).toBe(failed('bundid_failed'));
    expect((await world.rows()).logins).toEqual([]);
  });
});
