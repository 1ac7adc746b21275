import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSamlLogins } from './identity.saml.testing.ts';
import type { Browser } from './identity.testing.ts';

let world: Awaited<ReturnType<typeof openSamlLogins>>;
beforeAll(async () => {
  world = await openSamlLogins();
}, 60_000);
afterAll(() => world?.stop());
beforeEach(async () => {
  world.clock.set(new Date().toISOString());
  const { identityCredentials, identitySessions } = world.store.tables;
  await world.store.transaction(async (tx) => {
    await tx.delete(identitySessions);
    await tx.delete(identityCredentials);
  });
});

const link = { purpose: 'link', returnTo: '/konto/geraete' };
const linked = '/konto/geraete?bundid=verknuepft';

/** A browser in which somebody just held their card to the phone. */
async function byCard(person = 'lena'): Promise<Browser> {
  const browser = world.browser();
  await world.login(browser, person);
  return browser;
}
const accountIn = async (browser: Browser) => (await browser.call('identity.me'))['accountId'];

/** What the inbox says, by kind; of logins elsewhere identity.known.test.ts speaks. */
async function told(browser: Browser): Promise<string[]> {
  const { messages } = (await browser.call('notifications.inbox?input=%7B%7D')) as {
    messages: { type: string }[];
  };
  return messages
    .map(({ type }) => type)
    .filter((type) => type !== 'new_login')
    .sort();
}

describe('BundID and the card of one person', () => {
  it('are two accounts as long as nobody links them: names prove nothing', async () => {
    const card = await accountIn(await byCard());
    const bundId = await world.bundid.register(world.browser());
    expect(bundId).not.toBe(card);
  });

  it('lead into one account once both were proven', async () => {
    const browser = await byCard();
    const accountId = await accountIn(browser);
    world.clock.advance(1000);
    expect(await world.bundid.via(browser, link)).toBe(linked);
    expect(await told(browser)).toEqual(['bundid_linked']);
    expect(await browser.call('identity.linkedLogins')).toMatchObject({
      bundIdOffered: true,
      logins: [{ provider: 'eid' }, { provider: 'bundid' }],
    });
    const other = world.browser();
    expect(await world.bundid.via(other)).toBe('/konto');
    expect(await accountIn(other)).toBe(accountId);
    const { events } = await world.rows();
    expect(events.find(({ type }) => type === 'identity.bundid_linked')).toMatchObject({
      actorKind: 'citizen',
      actorId: accountId,
      data: {},
    });
  });

  it('open the account at what each proves, and a password does not open it', async () => {
    const browser = await byCard();
    await world.bundid.via(browser, link);
    const other = world.browser();
    expect(await world.bundid.via(other, {}, { way: 'Benutzername' })).toBe(
      '/anmelden?fehler=bundid_too_weak&zurueck=%2Fkonto',
    );
    expect(await world.bundid.via(other, {}, { way: 'Elster' })).toBe('/konto');
    expect(await other.call('identity.me')).toMatchObject({ levelOfAssurance: 'substantial' });
  });

  it('are linked only by who held the card a moment ago', async () => {
    const refused = (code: string) => `/konto/geraete?fehler=${code}`;
    const begin = async (browser: Browser) =>
      (await world.bundid.begin(browser, link)).headers.get('location');
    expect(await begin(world.browser())).toBe(refused('login_required'));
    const browser = await byCard();
    world.clock.advance(6 * 60_000);
    expect(await begin(browser)).toBe(refused('level_too_low'));
  });

  it('are not linked when the person logged out, or the level faded, meanwhile', async () => {
    const browser = await byCard();
    const next = await world.bundid.post(await world.bundid.fetchAnswer(browser, link, {}));
    await browser.call('identity.logout', { change: true });
    expect((await browser.request(next)).headers.get('location')).toBe(
      '/konto/geraete?fehler=login_required',
    );
    const another = await byCard('erika');
    const later = await world.bundid.post(await world.bundid.fetchAnswer(another, link, {}));
    world.clock.advance(6 * 60_000);
    expect((await another.request(later)).headers.get('location')).toBe(
      '/konto/geraete?fehler=level_too_low',
    );
    expect((await world.rows()).credentials.map(({ provider }) => provider)).toEqual(['eid', 'eid']);
  });

  it('are not linked for somebody else who logged in here meanwhile', async () => {
    const browser = await byCard();
    const next = await world.bundid.post(await world.bundid.fetchAnswer(browser, link, {}));
    await browser.call('identity.logout', { change: true });
    await world.login(browser, 'erika');
    expect((await browser.request(next)).headers.get('location')).toBe(
      '/konto/geraete?fehler=bundid_expired',
    );
  });

  it('are not linked when this BundID leads into another account; linking twice changes nothing', async () => {
    await world.bundid.register(world.browser());
    const browser = await byCard();
    expect(await world.bundid.via(browser, link)).toBe('/konto/geraete?fehler=bundid_taken');
    expect(await world.bundid.via(browser, link, { person: 'erika' })).toBe(linked);
    expect(await world.bundid.via(browser, link, { person: 'erika' })).toBe(linked);
    expect((await world.rows()).credentials).toHaveLength(3);
  });

  it('part again: the sessions that BundID opened end, and it is unknown from then on', async () => {
    const browser = await byCard();
    await world.bundid.via(browser, link);
    const other = world.browser();
    await world.bundid.via(other);
    expect(await browser.call('identity.unlinkBundId', { change: true })).toEqual({});
    expect(await told(browser)).toEqual(['bundid_linked', 'bundid_unlinked']);
    expect(await other.call('identity.me')).toEqual({ kind: 'anonymous', ended: true });
    expect(await browser.call('identity.me')).toMatchObject({ kind: 'citizen' });
    expect(await world.bundid.via(world.browser())).toBe('/anmelden/bundid?zurueck=%2Fkonto');
    expect(await browser.call('identity.unlinkBundId', { change: true })).toEqual({});
  });
});
