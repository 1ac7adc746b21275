import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Browser, type Logins, openLogins } from './identity.testing.ts';

let world: Logins;
beforeAll(async () => {
  world = await openLogins();
}, 60_000);
afterAll(() => world?.stop());
beforeEach(() => world.clock.set(new Date().toISOString()));

const session = '__Host-jena_staff';
const callback = '/amt/anmeldung/rueckkehr';

/** Signs in at the provider; gives the address to which it sends the browser back. */
async function signIn(browser: Browser, person: string, from = '/amt/anmeldung'): Promise<string> {
  let url = new URL(from, world.origin).href;
  let form: URLSearchParams | undefined;
  for (let hop = 0; hop < 15; hop++) {
    if (url.startsWith(`${world.origin}${callback}`)) return url;
    const answer = await browser.request(url, form ? { method: 'POST', body: form } : {});
    const next = answer.headers.get('location');
    form = next === null ? new URLSearchParams({ person, password: 'demo' }) : undefined;
    if (next !== null) url = new URL(next, url).href;
  }
  throw new Error('the provider did not send the browser back');
}

async function login(browser: Browser, person: string, from?: string): Promise<string | null> {
  return (await browser.request(await signIn(browser, person, from))).headers.get('location');
}

describe('the staff login', () => {
  it('lets in who works here, for their office and role', async () => {
    const browser = world.browser();
    const answer = await browser.request(
      await signIn(browser, 'jonas.brandt', '/amt/anmeldung?zurueck=/amt/mine'),
    );
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/amt/mine']);
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith(session)) ?? '';
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part);
    expect(await browser.call('identity.staffMe', { staff: true })).toMatchObject({
      kind: 'staff',
      name: 'Jonas Brandt',
      officeId: 'buergerservice',
      roles: ['caseworker'],
    });
  });

  it('knows them again under the same id', async () => {
    const [one, other] = [world.browser(), world.browser()];
    await login(one, 'mira.seidel');
    await login(other, 'mira.seidel');
    const ids = await Promise.all([one, other].map((each) => each.call('identity.staffMe', { staff: true })));
    expect(ids[0]?.staffId).toBe(ids[1]?.staffId);
  });

  it('opens the staff door alone', async () => {
    const browser = world.browser();
    await login(browser, 'jonas.brandt');
    expect(await browser.call('identity.staffMe')).toEqual({ kind: 'anonymous' });
    expect(await browser.call('identity.me')).toEqual({ kind: 'anonymous' });
    browser.cookies.set('__Host-jena_session', browser.cookies.get(session) ?? '');
    expect(await browser.call('identity.me')).toEqual({ kind: 'anonymous' });
    expect(await browser.call('cases.mine')).toEqual({ code: 'identity.login_required' });
  });

  it('says so to those of the city who have no role here', async () => {
    const browser = world.browser();
    expect(await login(browser, 'petra.sonntag')).toBe('/amt?fehler=not_entitled');
    expect(browser.cookies.has(session)).toBe(false);
  });

  it('refuses a callback with a state that nobody began, none at all, or one used before', async () => {
    const browser = world.browser();
    const address = new URL(await signIn(browser, 'jonas.brandt'));
    const used = address.href;
    address.searchParams.set('state', 'something-else');
    expect((await browser.request(address.href)).headers.get('location')).toBe('/amt?fehler=refused');
    address.searchParams.delete('state');
    expect((await browser.request(address.href)).headers.get('location')).toBe('/amt?fehler=refused');
    expect(browser.cookies.has(session)).toBe(false);
    expect((await browser.request(used)).headers.get('location')).toBe('/amt');
    expect((await browser.request(used)).headers.get('location')).toBe('/amt?fehler=refused');
  });

  it('refuses a callback in another browser', async () => {
    const [attacker, victim, stranger] = [world.browser(), world.browser(), world.browser()];
    await victim.request('/amt/anmeldung');
    const address = await signIn(attacker, 'jonas.brandt');
    for (const other of [stranger, victim]) {
      expect((await other.request(address)).headers.get('location')).toBe('/amt?fehler=refused');
      expect(other.cookies.has(session)).toBe(false);
    }
  });

  it('must be finished in ten minutes', async () => {
    const browser = world.browser();
    const address = await signIn(browser, 'jonas.brandt');
    world.clock.advance(10 * 60_000 + 1);
    expect((await browser.request(address)).headers.get('location')).toBe('/amt?fehler=refused');
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example'])(
    'never returns to %s',
    async (target) => {
      const browser = world.browser();
      expect(
        await login(browser, 'jonas.brandt', `/amt/anmeldung?zurueck=${encodeURIComponent(target)}`),
      ).toBe('/amt');
    },
  );

  it.each(['jonas.brandt', 'tomasz.wrobel'])('ends with a logout, whatever the role: %s', async (person) => {
    const [browser, thief] = [world.browser(), world.browser()];
    await login(browser, person);
    thief.cookies.set(session, browser.cookies.get(session) ?? '');
    expect(await browser.call('identity.staffLogout', { change: true, staff: true })).toEqual({});
    expect(browser.cookies.has(session)).toBe(false);
    expect(await thief.call('identity.staffMe', { staff: true })).toEqual({ kind: 'anonymous' });
  });
});
