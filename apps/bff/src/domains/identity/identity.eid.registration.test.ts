import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Logins, openLogins } from './identity.testing.ts';

let world: Logins;
beforeAll(async () => {
  world = await openLogins();
}, 60_000);
afterAll(() => world?.stop());
beforeEach(async () => {
  world.clock.set(new Date().toISOString());
  await world.setEidServer({ forgetSessions: true, sectorChanges: false });
});

const session = '__Host-jena_session';
const accounts = async () =>
  (await world.store.read.select().from(world.store.tables.identityAccounts)).length;
const startCode = async (answer: Response) =>
  ((await answer.json()) as { error: { appCode: string } }).error.appCode;

describe('the first visit', () => {
  it('leads on to a registration, which makes the account and keeps what the card said', async () => {
    const browser = world.browser();
    const before = await accounts();
    expect(await world.read(browser, 'lena', { returnTo: '/vorgaenge?a=1' })).toBe(
      '/anmelden/neu?zurueck=%2Fvorgaenge%3Fa%3D1',
    );
    expect([browser.cookies.has(session), await accounts()]).toEqual([false, before]);
    expect(await world.read(browser, 'lena', { purpose: 'registration' })).toBe('/konto');
    expect(await accounts()).toBe(before + 1);
    expect(await browser.call('account.profile')).toMatchObject({
      card: { familyName: 'Okonkwo', birthDate: '1996-05-14', birthPlace: 'Erfurt' },
    });
  });

  it('speaks the language in which it began', async () => {
    expect(await world.read(world.browser(), 'mia', { returnTo: '/en/konto' })).toBe(
      '/en/anmelden/neu?zurueck=%2Fen%2Fkonto',
    );
  });

  it('afterwards the same card logs in and sends no names again', async () => {
    const browser = world.browser();
    await world.login(browser, 'erika');
    const readAt = (await browser.call('account.profile')).cardReadAt;
    world.clock.advance(60_000);
    expect(await world.read(world.browser(), 'erika')).toBe('/konto');
    expect((await browser.call('account.profile')).cardReadAt).toBe(readAt);
  });

  it('takes people with one name, without a residence here, and with half a birth date', async () => {
    for (const [person, card] of [
      ['suharni', { familyName: 'Suharni', givenNames: null }],
      ['jannis', { familyName: 'Adler', address: null }],
      ['ghada', { birthDate: '1990-02', givenNames: 'Ġāda ʿAbd ar-Raḥmān Kr̥ṣṇā' }],
    ] as const) {
      const browser = world.browser();
      expect(await world.login(browser, person)).toBe('/konto');
      expect(await browser.call('account.profile')).toMatchObject({ card });
    }
  });
});

describe('a registration', () => {
  it('begins only after an unknown card, in the same browser, for a while', async () => {
    const [browser, other] = [world.browser(), world.browser()];
    const begin = (who: typeof browser) => who.post('/eid/start', { returnTo: '/', purpose: 'registration' });
    expect(await startCode(await begin(browser))).toBe('identity.eid_expired');
    await world.read(browser, 'krzysztof');
    expect((await begin(browser)).status).toBe(200);
    expect(await startCode(await begin(other))).toBe('identity.eid_expired');
    world.clock.advance(10 * 60_000 + 1);
    expect(await startCode(await begin(browser))).toBe('identity.eid_expired');
  });

  it('is a mere login when the card became known meanwhile', async () => {
    const [browser, other] = [world.browser(), world.browser()];
    await world.read(browser, 'siobhan');
    await world.login(other, 'siobhan');
    const readAt = (await other.call('account.profile')).cardReadAt;
    world.clock.advance(1000);
    expect(await world.read(browser, 'siobhan', { purpose: 'registration' })).toBe('/konto');
    expect((await browser.call('account.profile')).cardReadAt).toBe(readAt);
  });

  it('takes the card that began it and no other, and keeps nothing of another', async () => {
    const browser = world.browser();
    await world.read(browser, 'amadou');
    const before = await accounts();
    expect(await world.read(browser, 'krzysztof', { purpose: 'registration' })).toBe(
      '/anmelden?fehler=eid_other_card&zurueck=%2Fkonto',
    );
    expect([await accounts(), browser.cookies.has(session)]).toEqual([before, false]);
  });

  it('makes no account when what it needs was kept back', async () => {
    const browser = world.browser();
    await world.read(browser, 'amadou');
    const before = await accounts();
    expect(await world.read(browser, 'amadou', { purpose: 'registration', unticked: ['FamilyNames'] })).toBe(
      '/anmelden?fehler=eid_withheld&zurueck=%2Fkonto',
    );
    expect(await accounts()).toBe(before);
    const done = await world.read(browser, 'amadou', { purpose: 'registration', unticked: ['PlaceOfBirth'] });
    expect(done).toBe('/konto');
    expect(await browser.call('account.profile')).toMatchObject({
      card: { familyName: 'Keïta', birthPlace: null },
    });
  });

  it('takes up the card that was held last, when another person uses the browser after it', async () => {
    const browser = world.browser();
    expect(await world.login(browser, 'henrik')).toBe('/konto');
    await browser.call('identity.logout', { change: true });
    // At the same moment by the clock: nothing but the registration tells which card still waits.
    expect(await world.login(browser, 'lena-neue-karte')).toBe('/konto');
    expect((await browser.call('account.profile')).card).toMatchObject({ familyName: 'Okonkwo' });
  });

  it('happens once, however often its last address is opened', async () => {
    const browser = world.browser();
    await world.read(browser, 'mia');
    const before = await accounts();
    const refreshUrl = await world.present(
      await world.start(browser, '/', { purpose: 'registration' }),
      'mia',
    );
    await Promise.all([browser.request(refreshUrl), browser.request(refreshUrl)]);
    expect(await accounts()).toBe(before + 1);
  });
});

describe('reading the card again', () => {
  it('is for who is logged in', async () => {
    for (const more of [{ purpose: 'card' }, { purpose: 'verification', questions: { age: 18 } }]) {
      const answer = await world.browser().post('/eid/start', { returnTo: '/konto', ...more });
      expect([answer.status, await startCode(answer)]).toEqual([401, 'identity.login_required']);
    }
  });

  it('renews what the account knows, and the session', async () => {
    const browser = world.browser();
    await world.login(browser, 'henrik');
    const [before, token] = [await browser.call('account.profile'), browser.cookies.get(session)];
    world.clock.advance(60_000);
    expect(await world.read(browser, 'henrik', { purpose: 'card', returnTo: '/konto?a=1' })).toBe(
      '/konto?a=1&ausweis=gelesen',
    );
    const after = await browser.call('account.profile');
    expect(after.card).toEqual(before.card);
    expect(after.cardReadAt).not.toBe(before.cardReadAt);
    expect(browser.cookies.get(session)).not.toBe(token);
  });

  it('refuses somebody else’s card, and says so where the person was', async () => {
    const browser = world.browser();
    await world.login(world.browser(), 'erika');
    await world.login(browser, 'henrik');
    const before = await browser.call('account.profile');
    for (const person of ['erika', 'krzysztof'])
      expect(await world.read(browser, person, { purpose: 'card' })).toBe('/konto?fehler=eid_other_card');
    expect(await world.read(browser, 'henrik', { purpose: 'card', outcome: 'cancel' })).toBe(
      '/konto?fehler=eid_cancelled',
    );
    expect(await browser.call('account.profile')).toEqual(before);
  });
});

describe('a verification', () => {
  const ask = (browser: ReturnType<Logins['browser']>, person: string, questions: object) =>
    world.read(browser, person, { purpose: 'verification', questions });

  it('keeps that somebody lives in Jena and is old enough, with its day and without the data behind it', async () => {
    const browser = world.browser();
    await world.login(browser, 'henrik');
    expect(await browser.call('account.claims')).toEqual({ residence: null, age: null });
    expect(await ask(browser, 'henrik', { residence: true, age: 18 })).toBe('/konto?ausweis=bestaetigt');
    const verifiedAt = world.clock.now().toISOString();
    expect(await browser.call('account.claims')).toEqual({
      residence: { verifiedAt },
      age: { atLeast: 18, verifiedAt },
    });
  });

  it('says no where it is not so, and keeps nothing', async () => {
    const browser = world.browser();
    await world.login(browser, 'mia');
    expect(await ask(browser, 'mia', { residence: true, age: 18 })).toBe('/konto?ausweis=nicht-bestaetigt');
    expect(await browser.call('account.claims')).toEqual({ residence: null, age: null });
    // Half an answer is kept, the whole question is not confirmed.
    expect(await ask(browser, 'mia', { residence: true, age: 14 })).toBe('/konto?ausweis=nicht-bestaetigt');
    expect(await browser.call('account.claims')).toMatchObject({ residence: null, age: { atLeast: 14 } });
  });

  it('refuses somebody else’s card', async () => {
    const browser = world.browser();
    await world.login(browser, 'mia');
    await world.login(world.browser(), 'henrik');
    expect(await ask(browser, 'henrik', { residence: true })).toBe('/konto?fehler=eid_other_card');
    expect(await browser.call('account.claims')).toMatchObject({ residence: null });
  });

  it.each([
    [{ purpose: 'verification' }],
    [{ purpose: 'verification', questions: {} }],
    [{ purpose: 'verification', questions: { residence: false } }],
    [{ purpose: 'verification', questions: { age: 5 } }],
    [{ purpose: 'verification', questions: { age: 18.5 } }],
    [{ purpose: 'login', questions: { age: 18 } }],
    [{ purpose: 'everything' }],
  ])('asks real questions alone: %j is none', async (more) => {
    const answer = await world.browser().post('/eid/start', { returnTo: '/konto', ...more });
    expect([answer.status, await startCode(answer)]).toEqual([400, 'platform.bad_input']);
  });
});

it('a move to another sector loses nobody: a card that brings its old pseudonym along is known', async () => {
  const browser = world.browser();
  await world.login(browser, 'henrik');
  const { accountId } = await browser.call('identity.me');
  await world.setEidServer({ sectorChanges: true });
  const later = world.browser();
  expect(await world.read(later, 'henrik')).toBe('/konto');
  expect((await later.call('identity.me')).accountId).toBe(accountId);
  // The next time the new pseudonym alone is enough, and both are kept.
  expect(await world.read(world.browser(), 'henrik')).toBe('/konto');
  const { read, tables } = world.store;
  const ways = (await read.select().from(tables.identityCredentials)).filter(
    (each) => each.accountId === accountId,
  );
  expect(ways).toHaveLength(2);
});

it('a card that the server read less surely than asked logs nobody in', async () => {
  const browser = world.browser();
  await world.setEidServer({ levelOfAssurance: 'substantiell' });
  expect(await world.read(browser, 'henrik')).toBe('/anmelden?fehler=eid_failed&zurueck=%2Fkonto');
  await world.setEidServer({ levelOfAssurance: 'hoch' });
  expect(browser.cookies.has(session)).toBe(false);
});
