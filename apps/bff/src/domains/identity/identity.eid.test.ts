import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ausweisApp } from '../../adapters/eid/settings.ts';
import { newKey } from '../../testing/product.ts';
import { type Logins, openLogins } from './identity.testing.ts';

let world: Logins;
beforeAll(async () => {
  world = await openLogins();
}, 60_000);
afterAll(() => world?.stop());
beforeEach(() => world.clock.set(new Date().toISOString()));

const session = '__Host-jena_session';

describe('a login with the online ID card', () => {
  it('opens a session of level high and returns to where the person was', async () => {
    const browser = world.browser();
    await world.login(browser, 'lena');
    const refreshUrl = await world.present(await world.start(browser, '/vorgaenge?a=1'), 'lena');
    const answer = await browser.request(refreshUrl);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/vorgaenge?a=1']);
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith(session)) ?? '';
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part);
    expect(cookie).not.toContain('Domain');
    expect(await browser.call('identity.me')).toMatchObject({
      kind: 'citizen',
      name: 'Lena Marie Okonkwo',
      levelOfAssurance: 'high',
    });
  });

  it('finds the same account again, and ends the session that the browser had before', async () => {
    const [browser, other] = [world.browser(), world.browser()];
    await world.login(browser, 'henrik');
    const first = await browser.call('identity.me');
    const token = browser.cookies.get(session) ?? '';
    await world.login(browser, 'henrik');
    const again = await browser.call('identity.me');
    expect(again.accountId).toBe(first.accountId);
    expect(again.sessionId).not.toBe(first.sessionId);
    other.cookies.set(session, token);
    expect(await other.call('identity.me')).toEqual({ kind: 'anonymous' });
  });

  it('takes up no secret that somebody planted in the browser before (session fixation)', async () => {
    const [victim, attacker] = [world.browser(), world.browser()];
    const planted = 'A'.repeat(43);
    victim.cookies.set(session, planted);
    await world.login(victim, 'henrik');
    expect(await victim.call('identity.me')).toMatchObject({ kind: 'citizen' });
    expect(victim.cookies.get(session)).not.toBe(planted);
    attacker.cookies.set(session, planted);
    expect(await attacker.call('identity.me')).toEqual({ kind: 'anonymous' });
  });

  it.each([
    ['cancelled', 'lena', 'cancel', 'eid_cancelled'],
    ['with a revoked card', 'rolf', 'ok', 'eid_denied'],
    ['with a kind of card that is not accepted', 'smart-eid', 'ok', 'eid_card_kind'],
    ['that failed on the card’s side', 'lena', 'failed', 'eid_failed'],
  ])('%s says so and logs nobody in', async (_what, person, outcome, code) => {
    const browser = world.browser();
    // The next try leads where the person was going.
    expect(await world.login(browser, person, outcome)).toBe(`/anmelden?fehler=${code}&zurueck=%2Fkonto`);
    expect(browser.cookies.has(session)).toBe(false);
    expect(await browser.call('identity.me')).toEqual({ kind: 'anonymous' });
  });

  it('gives its token once: who comes second gets nothing', async () => {
    const tokenUrl = await world.start(world.browser());
    const first = await fetch(tokenUrl);
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await first.text()).toContain('<RefreshAddress>');
    const second = await fetch(tokenUrl);
    expect([second.status, await second.text()]).toEqual([410, '']);
    expect((await fetch(`${world.origin}/eid/token/unknown`)).status).toBe(410);
  });

  it('gives its token to one of two who ask at once', async () => {
    const tokenUrl = await world.start(world.browser());
    const answers = await Promise.all([fetch(tokenUrl), fetch(tokenUrl)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
  });

  it('ends in the browser that began it, and in no other', async () => {
    const [victim, attacker, stranger] = [world.browser(), world.browser(), world.browser()];
    await world.start(victim);
    await world.login(world.browser(), 'erika');
    const refreshUrl = await world.present(await world.start(attacker), 'erika');
    for (const other of [victim, stranger]) {
      expect((await other.request(refreshUrl)).status).toBe(200);
      expect(other.cookies.has(session)).toBe(false);
    }
    expect((await attacker.request(refreshUrl)).headers.get('location')).toBe('/konto');
    expect(await attacker.call('identity.me')).toMatchObject({ name: 'Erika Mustermann' });
    expect((await victim.request(refreshUrl)).headers.get('location')).toBe('/anmelden?fehler=eid_expired');
    expect((await stranger.request(refreshUrl)).headers.get('location')).toBe(
      '/anmelden?fehler=eid_other_browser',
    );
  });

  it('opens one session, however often its last address is opened', async () => {
    const browser = world.browser();
    await world.login(browser, 'erika');
    browser.cookies.delete(session);
    const refreshUrl = await world.present(await world.start(browser), 'erika');
    const answers = await Promise.all([browser.request(refreshUrl), browser.request(refreshUrl)]);
    expect(answers.map((answer) => answer.headers.get('location')).sort()).toEqual([
      '/anmelden?fehler=eid_expired&zurueck=%2Fkonto',
      '/konto',
    ]);
    expect((await browser.request(refreshUrl)).headers.get('location')).toContain('eid_expired');
  });

  it('must be finished in ten minutes', async () => {
    const [early, late] = [world.browser(), world.browser()];
    const tokenUrl = await world.start(early);
    const refreshUrl = await world.present(await world.start(late), 'lena');
    world.clock.advance(10 * 60_000 + 1);
    expect((await fetch(tokenUrl)).status).toBe(410);
    expect((await late.request(refreshUrl)).headers.get('location')).toContain('fehler=eid_expired');
    expect(late.cookies.has(session)).toBe(false);
  });

  it('asks to try again in a moment when the eID server is full', async () => {
    await world.setEidServer({ sessionLimit: 0 });
    const token = await fetch(await world.start(world.browser()));
    expect(token.status).toBe(200);
    expect(await token.text()).toContain(`${world.origin}/anmelden?fehler=eid_busy`);
    const browser = world.browser();
    expect(await world.present(await world.start(browser), 'lena')).toContain('fehler=eid_busy');
    await world.setEidServer({ sessionLimit: 200 });
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'konto',
    '/konto\nx',
    '/konto"onload',
    '',
    `/${'a'.repeat(400)}`,
  ])('returns to our own pages alone, not to %j', async (returnTo) => {
    const answer = await world.browser().post('/eid/start', { returnTo });
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { error: { appCode: 'platform.bad_input', appData: {} } },
    ]);
  });

  it('begins only so often in one browser, and behind one address', async () => {
    const browser = world.browser();
    const statuses: number[] = [];
    for (let n = 0; n < 12; n++) statuses.push((await browser.post('/eid/start', { returnTo: '/' })).status);
    expect(statuses).toEqual([...Array<number>(10).fill(200), 429, 429]);
    // New browsers of one address.
    let last: Response | undefined;
    for (let n = 0; n <= 60 && last?.status !== 429; n++)
      last = await world.browser('203.0.113.7').post('/eid/start', { returnTo: '/' });
    expect([last?.status, last?.headers.get('retry-after'), await last?.json()]).toEqual([
      429,
      '60',
      { error: { appCode: 'platform.too_many', appData: {} } },
    ]);
    world.clock.advance(60_000);
    expect((await browser.post('/eid/start', { returnTo: '/' })).status).toBe(200);
  });

  it('is bound to a secret that nobody could guess, whatever the browser brings along', async () => {
    const browser = world.browser();
    browser.cookies.set('__Host-jena_login', 'short');
    await world.start(browser);
    expect(browser.cookies.get('__Host-jena_login')).toMatch(/^[\w-]{43}$/);
  });

  it('is handed to the eID client by a link for computers and one for phones', async () => {
    const answer = await world.browser().post('/eid/start', { returnTo: '/konto' });
    const { desktopUrl, mobileUrl } = (await answer.json()) as Record<string, string>;
    const token = new RegExp(`^${world.origin}/eid/token/[\\w-]{43}$`);
    for (const link of [desktopUrl, mobileUrl]) {
      const url = new URL(link ?? '');
      expect([...url.searchParams.keys()]).toEqual(['tcTokenURL']);
      expect(url.searchParams.get('tcTokenURL')).toMatch(token);
    }
    // Without a sandbox these are AusweisApp's own (TR-03124-1 §2.2.1).
    expect(ausweisApp).toEqual({
      desktop: 'http://127.0.0.1:24727/eID-Client',
      mobile: 'eid://127.0.0.1:24727/eID-Client',
    });
  });

  it('is begun by our own pages alone, and with few words', async () => {
    const browser = world.browser();
    const foreign = await browser.post('/eid/start', { returnTo: '/' }, { origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
    expect((await browser.post('/eid/start', { returnTo: '/', x: 'x'.repeat(5000) })).status).toBe(413);
    const noJson = await browser.request('/eid/start', {
      method: 'POST',
      body: 'x',
      headers: { origin: world.origin },
    });
    expect(noJson.status).toBe(400);
  });

  it.each(['identity.logout', 'identity.logoutEverywhere'])(
    'ends by %s: the browser forgets its cookie and what it kept of the pages',
    async (path) => {
      const browser = world.browser();
      await world.login(browser, 'henrik');
      const answer = await browser.post(`/trpc/${path}`, { idempotencyKey: newKey() });
      expect([answer.status, answer.headers.get('clear-site-data')]).toEqual([200, '"cache"']);
      expect(answer.headers.getSetCookie()).toContainEqual(
        expect.stringMatching(/^__Host-jena_session=; Path=\/; Secure; HttpOnly; .*Max-Age=0$/),
      );
      expect(browser.cookies.has(session)).toBe(false);
    },
  );

  it('leaves no secret in the database, and no name', async () => {
    const browser = world.browser();
    await world.login(browser, 'lena');
    const tokenUrl = await world.start(browser);
    const refreshUrl = await world.present(tokenUrl, 'lena');
    await browser.request(refreshUrl);
    const { read, tables } = world.store;
    const rows = await Promise.all(
      [
        tables.identitySessions,
        tables.identityEidLogins,
        tables.identityCredentials,
        tables.identityAccounts,
        tables.platformEvents,
      ].map((table) => read.select().from(table)),
    );
    const all = JSON.stringify(rows);
    for (const address of [tokenUrl, refreshUrl])
      expect(all).not.toContain(new URL(address).pathname.split('/').at(-1));
    for (const secret of browser.cookies.values()) expect(all).not.toContain(secret);
    expect(all).not.toContain('Okonkwo');
  });
});
