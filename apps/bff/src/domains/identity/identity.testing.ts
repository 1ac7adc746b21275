import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { startSandbox } from '@jena/sandbox/start';
import { listen } from '../../platform/http/listen.ts';
import { newKey, openProduct } from '../../testing/product.ts';

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

let devices = 0;

/** As much of a browser as a login needs: keeps cookies, has an address of its own, follows nothing by itself. */
export function createBrowser(origin: string, from = `2001:db8::${(++devices).toString(16)}`) {
  const cookies = new Map<string, string>();
  async function request(address: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('x-forwarded-for', from);
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await fetch(new URL(address, origin), { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/; max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  }
  const ours = { 'content-type': 'application/json', origin, 'sec-fetch-site': 'same-origin' };
  return {
    cookies,
    request,
    post: (path: string, body: unknown, headers: Record<string, string> = {}) =>
      request(path, { method: 'POST', body: JSON.stringify(body), headers: { ...ours, ...headers } }),
    /** Calls a procedure; gives its answer, or its stable code. */
    async call(path: string, { change = false, staff = false } = {}): Promise<Record<string, unknown>> {
      const door: Record<string, string> = staff ? { 'x-jena-door': 'staff' } : {};
      const answer = change
        ? await this.post(`/trpc/${path}`, { idempotencyKey: newKey() }, door)
        : await request(`/trpc/${path}`, { headers: door });
      const body = (await answer.json()) as {
        result?: { data: Record<string, unknown> };
        error?: { data: { appCode: string } };
      };
      return body.result?.data ?? { code: body.error?.data.appCode };
    },
  };
}

export type Browser = ReturnType<typeof createBrowser>;

/** The product on a port of its own, beside a sandbox of its own: logins as they happen. */
export async function openLogins() {
  const sandbox = await startSandbox();
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const product = await openProduct({
    env: { PUBLIC_ORIGIN: origin, SANDBOX_DIR: sandbox.endpoints.dir, TRUSTED_PROXIES: '1' },
    start: new Date().toISOString(),
  });
  const server = await listen(product.app, { host: '127.0.0.1', port, memo: product.deps.memo });
  const { headlessUrl, settingsUrl } = sandbox.endpoints.eid;

  /** Begins in a browser what the card is read for; gives the address that the eID client is called with. */
  async function start(browser: Browser, returnTo = '/konto', more: object = {}): Promise<string> {
    const answer = await browser.post('/eid/start', { returnTo, ...more });
    const { desktopUrl } = (await answer.json()) as { desktopUrl: string };
    return new URL(desktopUrl).searchParams.get('tcTokenURL') ?? '';
  }
  /** Lets the eID client do its part; gives the address to which it sends the browser. */
  async function present(
    tcTokenURL: string,
    person: string,
    outcome = 'ok',
    unticked: string[] = [],
  ): Promise<string> {
    const answer = await fetch(headlessUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ tcTokenURL, person, outcome, unticked }),
    });
    return ((await answer.json()) as { refreshUrl: string }).refreshUrl;
  }

  /** The card is read once, from the start to where the browser ends. */
  async function read(
    browser: Browser,
    person: string,
    { outcome = 'ok', unticked = [] as string[], returnTo = '/konto', ...more } = {} as {
      outcome?: string;
      unticked?: string[];
      returnTo?: string;
      purpose?: string;
      questions?: object;
    },
  ): Promise<string | null> {
    const refreshUrl = await present(await start(browser, returnTo, more), person, outcome, unticked);
    return (await browser.request(refreshUrl)).headers.get('location');
  }

  /** Says where the new card belongs that waits in a browser; gives where that leads, or the code of the refusal. */
  async function settleCard(browser: Browser, choice: 'join' | 'begin'): Promise<string> {
    const answer = await browser.post('/eid/join', { choice });
    const body = (await answer.json()) as { to?: string; error?: { appCode: string } };
    return body.to ?? body.error?.appCode ?? '';
  }

  async function register(browser: Browser, person: string): Promise<string | null> {
    const end = await read(browser, person, { purpose: 'registration' });
    return end?.startsWith('/anmelden/bekannt') ? settleCard(browser, 'begin') : end;
  }

  return {
    ...product,
    origin,
    browser: (address?: string) => createBrowser(origin, address),
    start,
    present,
    read,
    /** A login; a card that is new here registers with one more reading, beside whoever is alike. Gives where the browser ends. */
    async login(browser: Browser, person: string, outcome = 'ok'): Promise<string | null> {
      const end = await read(browser, person, { outcome });
      return end?.startsWith('/anmelden/neu') ? register(browser, person) : end;
    },
    settleCard,
    async setEidServer(settings: Record<string, unknown>): Promise<void> {
      await fetch(settingsUrl, { method: 'POST', body: JSON.stringify(settings) });
    },
    async stop() {
      await server.close();
      await product.close();
      await sandbox.stop();
    },
  };
}

export type Logins = Awaited<ReturnType<typeof openLogins>>;
