import { type RunningSandbox, startSandbox } from '@jena/sandbox/start';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStaffLogin } from './adapter.ts';
import { createTinyBrowser } from './browser.testkit.ts';
import { type StaffLoginConfig, StaffLoginError, type StaffLoginPort } from './port.ts';

const redirectUri = 'http://localhost:9/amt/rueckkehr';
let sandbox: RunningSandbox;
let config: StaffLoginConfig;
let login: StaffLoginPort;

beforeAll(async () => {
  sandbox = await startSandbox();
  config = { ...sandbox.endpoints.staff, redirectUri, timeoutMs: 5000, production: false };
  login = createStaffLogin(config);
}, 60_000);
afterAll(() => sandbox?.stop());

/** Goes through the provider's pages; returns the address the browser is sent back to. */
async function signIn(url: string, person: string, password = 'demo'): Promise<string> {
  const browser = createTinyBrowser(redirectUri);
  const page = await browser.go(url);
  const answer = await browser.go(page.url, { person, password });
  return answer.url;
}
async function reasonOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no error',
    (error: unknown) => (error instanceof StaffLoginError ? error.reason : `not a StaffLoginError: ${error}`),
  );
}

describe('the staff login', () => {
  it('tells who came, for which office, in which roles', async () => {
    const started = await login.start('/amt/vorgaenge');
    expect(started.returnTo).toBe('/amt/vorgaenge');
    const callback = await signIn(started.url, 'jonas.brandt');
    expect(await login.finish(callback, started)).toEqual({
      subject: 'jonas.brandt',
      name: 'Jonas Brandt',
      officeId: 'buergerservice',
      roles: ['caseworker'],
    });
  });

  it('asks for a proof key and never for the same state twice', async () => {
    const [one, two] = [await login.start('/amt'), await login.start('/amt')];
    const query = new URL(one.url).searchParams;
    expect(query.get('code_challenge_method')).toBe('S256');
    expect(query.get('state')).toBe(one.state);
    expect(
      new Set([one.state, two.state, one.nonce, two.nonce, one.codeVerifier, two.codeVerifier]).size,
    ).toBe(6);
  });

  it('does not let anybody in with a wrong password', async () => {
    const started = await login.start('/amt');
    expect(await signIn(started.url, 'jonas.brandt', 'falsch')).not.toContain(redirectUri);
  });

  it('refuses a callback of another login', async () => {
    const mine = await login.start('/amt');
    const other = await login.start('/amt');
    const callback = await signIn(other.url, 'mira.seidel');
    expect(await reasonOf(login.finish(callback, mine))).toBe('refused');
  });

  it.each(['state', 'nonce', 'codeVerifier'] as const)('refuses a callback with another %s', async (part) => {
    const started = await login.start('/amt');
    const callback = await signIn(started.url, 'mira.seidel');
    const other = await login.start('/amt');
    expect(await reasonOf(login.finish(callback, { ...started, [part]: other[part] }))).toBe('refused');
  });

  it('asks again who it is, even when somebody signed in before', async () => {
    const browser = createTinyBrowser(redirectUri);
    for (const person of ['jonas.brandt', 'mira.seidel']) {
      const started = await login.start('/amt');
      const page = await browser.go(started.url);
      const { url } = await browser.go(page.url, { person, password: 'demo' });
      expect((await login.finish(url, started)).subject).toBe(person);
    }
  });

  it('takes a code only once', async () => {
    const started = await login.start('/amt');
    const callback = await signIn(started.url, 'tomasz.wrobel');
    expect((await login.finish(callback, started)).roles).toEqual(['operator']);
    expect(await reasonOf(login.finish(callback, started))).toBe('refused');
  });

  it('refuses when the person cancelled', async () => {
    const started = await login.start('/amt');
    const browser = createTinyBrowser(redirectUri);
    const page = await browser.go(started.url);
    const { url: callback } = await browser.go(`${page.url}/abbruch`, {});
    expect(callback).toContain('error=access_denied');
    expect(await reasonOf(login.finish(callback, started))).toBe('refused');
  });

  it('knows people of the city who have no role here', async () => {
    const started = await login.start('/amt');
    const callback = await signIn(started.url, 'petra.sonntag');
    expect(await reasonOf(login.finish(callback, started))).toBe('not_entitled');
  });

  it('says when the provider is away, and finds it again later', async () => {
    const away = createStaffLogin({ ...config, issuer: 'http://127.0.0.1:1' });
    expect(await reasonOf(away.start('/amt'))).toBe('unreachable');
  });

  it('wants https in production and for other machines', () => {
    expect(() => createStaffLogin({ ...config, production: true })).toThrow('https');
    expect(() => createStaffLogin({ ...config, issuer: 'http://login.example' })).toThrow('https');
  });
});
