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
  const { tables } = world.store;
  await world.store.transaction(async (tx) => {
    await tx.delete(tables.identitySessions);
    await tx.delete(tables.identityCredentials);
    await tx.delete(tables.identityEidLogins);
    await tx.delete(tables.accountLikeness);
  });
});

const session = '__Host-jena_session';
const known = '/anmelden/bekannt?zurueck=%2Fkonto';
const join = { purpose: 'join', returnTo: '/konto/neuer-ausweis' };
const joined = '/konto/neuer-ausweis?ausweis=verknuepft';
const minutes = (count: number) => world.clock.advance(count * 60_000);

const accountIn = async (browser: Browser) => (await browser.call('identity.me'))['accountId'];

/** A browser in which somebody registered, or logged in, by card. */
async function byCard(person: string): Promise<{ browser: Browser; accountId: unknown }> {
  const browser = world.browser();
  await world.login(browser, person);
  return { browser, accountId: await accountIn(browser) };
}

/** The first visit of a card: both readings; gives where the second ends. */
async function firstVisit(browser: Browser, person: string): Promise<string | null> {
  await world.read(browser, person);
  return world.read(browser, person, { purpose: 'registration' });
}

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

const eventsOf = async (accountId: unknown) =>
  (await world.rows()).events
    .filter(({ stream }) => stream === `identity:${accountId}`)
    .map(({ type, data }) => ({ type, data }));

describe('a new card of somebody who has an account', () => {
  it('is asked where it belongs, and begins nothing by itself', async () => {
    await byCard('lena');
    const { accounts } = await world.rows();
    const browser = world.browser();
    expect(await firstVisit(browser, 'lena-neue-karte')).toBe(known);
    expect((await world.rows()).accounts).toHaveLength(accounts.length);
    expect(browser.cookies.has(session)).toBe(false);
    const { events } = await world.rows();
    expect(events.find(({ data }) => JSON.stringify(data).includes('somebody_alike'))).toMatchObject({
      type: 'identity.eid_verified',
      data: { purpose: 'registration', reason: 'somebody_alike' },
    });
  });

  it('joins the account once its person came in by the card of before', async () => {
    const { accountId } = await byCard('lena');
    const browser = world.browser();
    await firstVisit(browser, 'lena-neue-karte');
    expect(await world.settleCard(browser, 'join')).toBe('identity.login_required');
    expect(await world.read(browser, 'lena', { returnTo: known })).toBe(known);
    minutes(1);
    expect(await world.settleCard(browser, 'join')).toBe('/konto');
    expect(await told(browser)).toEqual(['card_joined']);
    expect((await eventsOf(accountId)).filter(({ type }) => type === 'identity.card_joined')).toHaveLength(1);
    expect(await browser.call('account.profile')).toMatchObject({ card: { validUntil: '2036-10-01' } });
    const later = world.browser();
    expect(await world.read(later, 'lena-neue-karte')).toBe('/konto');
    expect(await accountIn(later)).toBe(accountId);
    expect(await later.call('identity.linkedLogins')).toMatchObject({
      logins: [{ provider: 'eid' }, { provider: 'eid' }],
    });
  });

  it('joins the account once its person came in by BundID', async () => {
    const accountId = await world.bundid.register(world.browser());
    const browser = world.browser();
    expect(await firstVisit(browser, 'lena')).toBe(known);
    expect(await world.bundid.via(browser, { returnTo: known })).toBe(known);
    expect(await world.settleCard(browser, 'join')).toBe('/konto');
    const later = world.browser();
    await world.read(later, 'lena');
    expect(await accountIn(later)).toBe(accountId);
  });

  it('begins an account beside the other when its person says so', async () => {
    const { accountId } = await byCard('lena');
    const browser = world.browser();
    await firstVisit(browser, 'lena-neue-karte');
    expect(await world.settleCard(browser, 'begin')).toBe('/konto');
    const own = await accountIn(browser);
    expect(own).not.toBe(accountId);
    expect(await browser.call('account.profile')).toMatchObject({ card: { familyName: 'Okonkwo' } });
    expect(await eventsOf(own)).toMatchObject([
      { type: 'identity.begun_beside_alike' },
      { type: 'identity.logged_in' },
    ]);
    expect(await told(browser)).toEqual([]);
  });

  it('is settled once, however often it is asked at once', async () => {
    await byCard('lena');
    const { accounts } = await world.rows();
    const browser = world.browser();
    await firstVisit(browser, 'lena-neue-karte');
    const answers = await Promise.all([1, 2, 3].map(() => world.settleCard(browser, 'begin')));
    expect(answers.sort()).toEqual(['/konto', 'identity.eid_expired', 'identity.eid_expired']);
    expect((await world.rows()).accounts).toHaveLength(accounts.length + 1);
  });

  it('waits ten minutes, and what it said is then forgotten', async () => {
    await byCard('lena');
    const browser = world.browser();
    await firstVisit(browser, 'lena-neue-karte');
    minutes(10);
    for (const choice of ['begin', 'join'] as const)
      expect(await world.settleCard(browser, choice)).toBe('identity.eid_expired');
    const { store, deps, clock } = world;
    const { identity } = deps.domains.identity;
    const sealed = async () =>
      (await store.read.select().from(store.tables.identityEidLogins)).filter((row) => row.sealed !== null);
    expect(await sealed()).toHaveLength(1);
    const at = new Date(clock.now().getTime() + 1).toISOString() as Parameters<
      typeof identity.forgetWaitingCards
    >[1];
    await store.transaction((tx) => identity.forgetWaitingCards(tx, at));
    expect(await sealed()).toEqual([]);
  });

  it('says nothing in the database that we could read', async () => {
    await byCard('lena');
    const browser = world.browser();
    await firstVisit(browser, 'lena-neue-karte');
    const rows = await world.store.read.select().from(world.store.tables.identityEidLogins);
    const sealed = rows.flatMap((row) => (row.sealed ? [Buffer.from(row.sealed).toString('latin1')] : []));
    expect(sealed).toHaveLength(1);
    expect(sealed.join()).not.toMatch(/Okonkwo|Lena|1996/);
  });
});

describe('misuse of likeness', () => {
  it('a namesake finds that somebody is alike, and gets into nothing of theirs', async () => {
    const { accountId } = await byCard('lena');
    const namesake = world.browser();
    expect(await firstVisit(namesake, 'lena-namensgleich')).toBe(known);
    expect(await world.settleCard(namesake, 'join')).toBe('identity.login_required');
    expect(await world.settleCard(namesake, 'begin')).toBe('/konto');
    expect(await accountIn(namesake)).not.toBe(accountId);
    expect((await eventsOf(accountId)).map(({ type }) => type)).toEqual(['identity.logged_in']);
  });

  it('a twin is not even asked', async () => {
    await byCard('lena');
    const twin = world.browser();
    expect(await firstVisit(twin, 'mara')).toBe('/konto');
    expect(await told(twin)).toEqual([]);
  });

  it('a card waits in the browser that read it, and in no other', async () => {
    const { browser: owner } = await byCard('lena');
    const reader = world.browser();
    await firstVisit(reader, 'lena-neue-karte');
    for (const choice of ['join', 'begin'] as const)
      expect(await world.settleCard(owner, choice)).toBe('identity.eid_expired');
    expect(await world.settleCard(world.browser(), 'begin')).toBe('identity.eid_expired');
  });

  it('a card does not join the account of somebody else who logs in there, and that account learns of the try', async () => {
    await byCard('lena');
    const { accountId } = await byCard('erika');
    const browser = world.browser();
    await firstVisit(browser, 'lena-neue-karte');
    await world.read(browser, 'erika', { returnTo: known });
    expect(await world.settleCard(browser, 'join')).toBe('identity.eid_other_name');
    expect(await eventsOf(accountId)).toContainEqual({
      type: 'identity.card_refused',
      data: { reason: 'identity.eid_other_name' },
    });
    // Nor does an account of one's own begin over the head of who is logged in.
    expect(await world.settleCard(browser, 'begin')).toBe('identity.other_person');
    // The card still waits for its own person.
    await browser.call('identity.logout', { change: true });
    await world.read(browser, 'lena', { returnTo: known });
    expect(await world.settleCard(browser, 'join')).toBe('/konto');
  });

  it('a login of long ago is no proof', async () => {
    const browser = world.browser();
    await world.bundid.register(browser);
    const start = () => browser.post('/eid/start', join);
    minutes(29);
    // Activity keeps the session alive; it proves nothing.
    await browser.call('account.profile');
    expect((await start()).status).toBe(200);
    minutes(1);
    const late = await start();
    expect([late.status, await late.json()]).toMatchObject([
      403,
      { error: { appCode: 'identity.login_again' } },
    ]);
  });

  it.each([[{}], [{ choice: 'steal' }], [{ choice: ['join'] }], ['x'], [null]])(
    'asks a real choice: %j is none',
    async (body) => {
      expect((await world.browser().post('/eid/join', body)).status).toBe(400);
    },
  );
});

describe('a card for the account in which somebody is logged in', () => {
  it('is the first one beside BundID; a password alone then opens it no more', async () => {
    const browser = world.browser();
    const accountId = await world.bundid.register(browser, { way: 'Benutzername' });
    expect(await browser.call('account.profile')).toMatchObject({
      card: { origin: { provider: 'bundid', level: 'normal' } },
    });
    minutes(1);
    expect(await world.read(browser, 'lena', join)).toBe(joined);
    expect(await browser.call('identity.me')).toMatchObject({ accountId, levelOfAssurance: 'high' });
    const { card } = (await browser.call('account.profile')) as { card: object };
    expect(card).toMatchObject({ birthName: 'Hartung' });
    expect(card).not.toHaveProperty('origin');
    expect(await told(browser)).toEqual(['card_joined']);
    const later = world.browser();
    expect(await world.bundid.via(later, {}, { way: 'Benutzername' })).toBe(
      '/anmelden?fehler=bundid_too_weak&zurueck=%2Fkonto',
    );
    expect(await world.bundid.via(later, {}, { way: 'Elster' })).toBe('/konto');
    expect(await accountIn(later)).toBe(accountId);
  });

  it('is offered where an unknown card is held to the phone of who is logged in', async () => {
    const browser = world.browser();
    await world.bundid.register(browser);
    expect(await world.read(browser, 'lena', { returnTo: '/konto/daten' })).toBe(
      '/konto/neuer-ausweis?ausweis=unbekannt&zurueck=%2Fkonto%2Fdaten',
    );
    expect(await world.read(browser, 'lena', { returnTo: '/en/konto' })).toBe(
      '/en/konto/neuer-ausweis?ausweis=unbekannt&zurueck=%2Fen%2Fkonto',
    );
  });

  it('must be of the same name and birth date, and lead nowhere else', async () => {
    await byCard('erika');
    const { browser, accountId } = await byCard('lena');
    const refused = (code: string) => `/konto/neuer-ausweis?fehler=${code}`;
    expect(await world.read(browser, 'erika', join)).toBe(refused('eid_taken'));
    expect(await world.read(browser, 'mia', join)).toBe(refused('eid_other_name'));
    expect(await world.read(browser, 'mara', join)).toBe(refused('eid_other_name'));
    expect(await world.read(browser, 'lena-neue-karte', { ...join, unticked: ['DateOfBirth'] })).toBe(
      refused('eid_withheld'),
    );
    expect(await browser.call('identity.linkedLogins')).toMatchObject({ logins: [{ provider: 'eid' }] });
    expect(await browser.call('account.profile')).toMatchObject({ card: { birthDate: '1996-05-14' } });
    expect(await world.read(browser, 'lena-neue-karte', join)).toBe(joined);
    // Once more changes nothing but what the card says.
    expect(await world.read(browser, 'lena-neue-karte', join)).toBe(joined);
    expect((await eventsOf(accountId)).filter(({ type }) => type === 'identity.card_joined')).toHaveLength(1);
  });

  it('is for who is logged in, and still is when the card was read', async () => {
    const answer = await world.browser().post('/eid/start', join);
    expect([answer.status, await answer.json()]).toMatchObject([
      401,
      { error: { appCode: 'identity.login_required' } },
    ]);
    const { browser } = await byCard('lena');
    const refreshUrl = await world.present(
      await world.start(browser, join.returnTo, join),
      'lena-neue-karte',
    );
    await browser.call('identity.logout', { change: true });
    expect((await browser.request(refreshUrl)).headers.get('location')).toBe(
      '/konto/neuer-ausweis?fehler=login_required',
    );
  });

  it('is not added for somebody else who logged in here meanwhile', async () => {
    await byCard('erika');
    const { browser } = await byCard('lena');
    const refreshUrl = await world.present(
      await world.start(browser, join.returnTo, join),
      'lena-neue-karte',
    );
    await browser.call('identity.logout', { change: true });
    await world.login(browser, 'erika');
    expect((await browser.request(refreshUrl)).headers.get('location')).toBe(
      '/konto/neuer-ausweis?fehler=other_person',
    );
    expect((await world.rows()).credentials).toHaveLength(2);
  });
});
