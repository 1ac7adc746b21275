import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openProduct } from '../../testing/product.ts';
import { openBundIdLogins } from './identity.saml.testing.ts';

let world: Awaited<ReturnType<typeof openBundIdLogins>>;
beforeAll(async () => {
  world = await openBundIdLogins();
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
    expect(await world.viaBundId(browser)).toBe(unknown);
    expect(await browser.call('identity.me')).toEqual({ kind: 'anonymous' });
    const { accounts, credentials, logins } = await world.rows();
    expect([accounts.length, credentials, logins]).toEqual([before, [], []]);
    expect(await world.viaBundId(browser, { returnTo: '/en/konto' })).toBe(
      '/en/anmelden/bundid?zurueck=%2Fen%2Fkonto',
    );
  });

  it.each([
    ['Benutzername', 'normal'],
    ['Elster', 'substantial'],
    ['eID', 'high'],
  ])('by %s opens the account that was begun with it, at the level %s', async (way, levelOfAssurance) => {
    const [first, again] = [world.browser(), world.browser()];
    const accountId = await world.register(first, { way });
    expect(await world.viaBundId(again, {}, { way })).toBe('/konto');
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
    await world.register(browser, { way: 'Benutzername' });
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
    await world.register(browser, { way: 'Benutzername' });
    const act = () => browser.call('identity.unlinkBundId', { change: true });
    expect(await act()).toEqual({ code: 'identity.level_too_low' });
    expect(await world.viaBundId(browser, { level: 'high' })).toBe('/konto');
    expect(await browser.call('identity.me')).toMatchObject({ levelOfAssurance: 'high' });
    expect(await act()).toEqual({ code: 'identity.bundid_only_way' });
  });

  it('by a password does not open what was opened more surely once', async () => {
    const browser = world.browser();
    const accountId = await world.register(browser, { way: 'Benutzername' });
    browser.cookies.clear();
    expect(await world.viaBundId(browser, {}, { way: 'Elster' })).toBe('/konto');
    browser.cookies.clear();
    expect(await world.viaBundId(browser, {}, { way: 'Benutzername' })).toBe(failed('bundid_too_weak'));
    expect(await browser.call('identity.me')).toEqual({ kind: 'anonymous' });
    expect(await world.viaBundId(browser, {}, { way: 'eID' })).toBe('/konto');
    expect(await browser.call('identity.me')).toMatchObject({ accountId });
  });

  it('proves at least what was asked for, whatever BundID sends', async () => {
    const browser = world.browser();
    await world.register(browser);
    browser.cookies.clear();
    const wish = { level: 'high' };
    expect(await world.viaBundId(browser, wish, { misbehave: 'less_than_asked' })).toBe(
      failed('bundid_too_weak'),
    );
    expect(await world.viaBundId(browser, wish, { way: 'Benutzername' })).toBe(failed('bundid_too_weak'));
    expect(await browser.call('identity.me')).toEqual({ kind: 'anonymous' });
  });

  it('does not put one person into the browser of another who is still logged in', async () => {
    const browser = world.browser();
    const lena = await world.register(browser);
    const before = (await world.rows()).accounts.length;
    const answer = await world.viaBundId(browser, { purpose: 'registration' }, { person: 'erika' });
    expect(answer).toBe(failed('other_person'));
    expect(await browser.call('identity.me')).toMatchObject({ accountId: lena });
    expect((await world.rows()).accounts).toHaveLength(before);
  });

  it('that a person cancels says so, and leads on where they were going', async () => {
    expect(await world.viaBundId(world.browser(), {}, { outcome: 'cancel' })).toBe(
      failed('bundid_cancelled'),
    );
    expect(await world.viaBundId(world.browser(), {}, { outcome: 'refuse' })).toBe(failed('bundid_failed'));
    expect((await world.rows()).logins).toEqual([]);
  });
});

describe('an answer in the name of BundID', () => {
  it('that is not to be trusted opens nothing, and its request stays open for the real one', async () => {
    const browser = world.browser();
    await world.register(browser);
    browser.cookies.clear();
    for (const misbehave of [
      'unsigned_response',
      'wrapped_assertion',
      'stale',
      'wrong_audience',
      'sha1_response',
    ])
      expect(await world.viaBundId(browser, {}, { misbehave })).toBe('/anmelden?fehler=bundid_failed');
    expect(await browser.call('identity.me')).toEqual({ kind: 'anonymous' });
    expect((await world.rows()).logins).toHaveLength(5);
  });

  it('serves once: neither posted again nor opened again', async () => {
    const browser = world.browser();
    await world.register(browser);
    browser.cookies.clear();
    const answer = await world.fetchAnswer(browser, {}, {});
    const next = await world.post(answer);
    expect(await world.post(answer)).toBe('/anmelden?fehler=bundid_expired');
    const opened = await Promise.all([browser.request(next), browser.request(next)]);
    const places = opened.map((each) => each.headers.get('location')).sort();
    expect(places[1]).toBe('/konto');
    expect(places[0]).toMatch(/fehler=bundid_expired/);
    expect(await world.post(answer)).toBe('/anmelden?fehler=bundid_expired');
  });

  it('brings each assertion once, also as the answer to another request', async () => {
    const person = { misbehave: 'same_assertion' };
    expect(await world.viaBundId(world.browser(), {}, person)).toBe(unknown);
    expect(await world.viaBundId(world.browser(), {}, person)).toBe(failed('bundid_failed'));
  });

  it('to a request that nobody made, or made too long ago, opens nothing', async () => {
    expect(await world.viaBundId(world.browser(), {}, { misbehave: 'other_request' })).toBe(
      '/anmelden?fehler=bundid_expired',
    );
    const browser = world.browser();
    const answer = await world.fetchAnswer(browser, {}, {});
    const { tables } = world.store;
    const past = new Date(world.clock.now().getTime() - 1000).toISOString() as never;
    await world.store.transaction(async (tx) => {
      await tx.update(tables.identitySamlLogins).set({ endsAt: past });
    });
    expect(await world.post(answer)).toBe('/anmelden?fehler=bundid_expired');
  });

  it('ends in the browser that began, and in no other (login CSRF)', async () => {
    const [attacker, victim, nobody] = [world.browser(), world.browser(), world.browser()];
    await world.register(attacker);
    await world.begin(victim);
    const next = await world.post(await world.fetchAnswer(attacker, {}, {}));
    for (const browser of [victim, nobody]) {
      const answer = await browser.request(next);
      expect(answer.headers.get('location')).toBe('/anmelden?fehler=bundid_expired');
      expect(await browser.call('identity.me')).toEqual({ kind: 'anonymous' });
    }
  });

  it('is kept sealed on its way, and leaves no name and no secret', async () => {
    const browser = world.browser();
    const answer = await world.fetchAnswer(browser, { purpose: 'registration' }, {});
    const next = await world.post(answer);
    const { tables, read } = world.store;
    const [login] = await read.select().from(tables.identitySamlLogins);
    expect(login?.sealed?.length).toBeGreaterThan(100);
    await browser.request(next);
    const all = JSON.stringify([login, login?.sealed?.toString('latin1'), await world.rows()]);
    const secret = next.split('/').at(-1) ?? '';
    const ours = browser.cookies.get('__Host-jena_login') ?? '';
    for (const given of ['Okonkwo', 'Cranach', secret, ours]) expect(all).not.toContain(given);
  });

  it.each(['', 'a=b', `SAMLResponse=${'A'.repeat(300_000)}`])('that is none is refused: %#', async (body) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await world.app.request('/saml/bundid/antwort', { method: 'POST', body, headers });
    const result = answer.headers.get('location') ?? answer.status;
    expect(result).toBe(body.length > 1000 ? 413 : '/anmelden?fehler=bundid_failed');
  });
});

describe('the way to BundID', () => {
  it('begins on a page of ours alone', async () => {
    const body = new URLSearchParams({ returnTo: '/konto', purpose: 'link' });
    const headers = { origin: 'https://other.example', 'sec-fetch-site': 'cross-site' };
    const answer = await world.browser().request('/saml/bundid/start', { method: 'POST', body, headers });
    expect([answer.status, await answer.json()]).toEqual([
      403,
      { error: { appCode: 'platform.cross_site', appData: {} } },
    ]);
    for (const returnTo of ['//evil.example', 'https://evil.example', '/\\evil.example'])
      expect((await world.begin(world.browser(), { returnTo })).status).toBe(400);
  });

  it('goes on by a page that may post to BundID and do nothing else', async () => {
    const answer = await world.begin(world.browser());
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[^ ]+'; style-src 'sha256-[^ ]+'; form-action /,
    );
    expect(policy).toContain(new URL(/action="([^"]+)"/.exec(await answer.text())?.[1] ?? '').origin);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('begins only so often in one browser', async () => {
    const browser = world.browser();
    const answers: Response[] = [];
    for (let count = 0; count < 11; count++) answers.push(await world.begin(browser));
    expect(answers.at(9)?.status).toBe(200);
    expect(answers.at(10)?.headers.get('location')).toBe(failed('too_many'));
  });

  it('shows who we are to BundID’s operators', async () => {
    const answer = await world.browser().request('/saml/bundid/metadata');
    expect(answer.headers.get('content-type')).toMatch(/samlmetadata\+xml/);
    expect(await answer.text()).toContain(`entityID="${world.origin}/saml/bundid/metadata"`);
  });

  it('is not there where no BundID is configured', async () => {
    const product = await openProduct();
    for (const [path, method] of [
      ['/saml/bundid/metadata', 'GET'],
      ['/saml/bundid/antwort', 'POST'],
      ['/saml/bundid/start', 'POST'],
      ['/saml/bundid/weiter/x', 'GET'],
    ] as const)
      expect((await product.app.request(path, { method })).status).toBe(404);
    await product.close();
  });
});
