import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SamlProviderName } from '@jena/shared/identity';
import { atProvider, type Person } from '../../adapters/saml/saml.testkit.ts';
import { type Browser, type Logins, openLogins } from './identity.testing.ts';

type Wish = { purpose?: string; returnTo?: string; level?: string };

const attribute = (html: string, pattern: RegExp): string =>
  (pattern.exec(html)?.[1] ?? '').replaceAll('&amp;', '&');

/** Logins with hands for the identity providers: what browser and person do there. */
export async function openSamlLogins() {
  const world: Logins = await openLogins();
  const file = join(world.deps.config.sandboxDir ?? '', 'sandbox.json');
  const sandbox = JSON.parse(readFileSync(file, 'utf8'));
  const sameOrigin = { origin: world.origin, 'sec-fetch-site': 'same-origin' };

  function handsOf(provider: SamlProviderName) {
    /** Posts the form of our page; gives the answer, which is the page that goes on to the provider. */
    function begin(browser: Browser, { returnTo = '/konto', ...wish }: Wish = {}): Promise<Response> {
      const body = new URLSearchParams({ returnTo, ...wish });
      return browser.request(`/saml/${provider}/start`, { method: 'POST', body, headers: sameOrigin });
    }

    /** Goes there and lets the person do their part; gives what the provider has the browser post back. */
    async function fetchAnswer(browser: Browser, wish: Wish, person: Person): Promise<string> {
      const page = await (await begin(browser, wish)).text();
      const SAMLRequest = attribute(page, /name="SAMLRequest" value="([^"]+)"/);
      return (await atProvider(sandbox, provider, { fields: { SAMLRequest } }, person)).samlResponse;
    }

    /** Posts it as a browser does that comes from there: without cookies. Gives where it is sent on to. */
    async function post(samlResponse: string): Promise<string> {
      const headers = { origin: 'https://id.example', 'sec-fetch-site': 'cross-site' };
      const body = new URLSearchParams({ SAMLResponse: samlResponse });
      const stranger = world.browser();
      const answer = await stranger.request(`/saml/${provider}/antwort`, { method: 'POST', body, headers });
      return answer.headers.get('location') ?? String(answer.status);
    }

    /** The whole way there and back; gives where the browser ends. */
    async function via(browser: Browser, wish: Wish = {}, person: Person = {}): Promise<string> {
      const next = await post(await fetchAnswer(browser, wish, person));
      if (!next.startsWith('/saml/')) return next;
      return (await browser.request(next)).headers.get('location') ?? '';
    }

    /** Begins an account where none is; gives its id. */
    async function register(browser: Browser, person: Person = {}): Promise<unknown> {
      await via(browser, provider === 'bundid' ? { purpose: 'registration' } : {}, person);
      return (await browser.call('identity.me'))['accountId'];
    }

    return { begin, fetchAnswer, post, via, register };
  }

  async function rows() {
    const { tables, read } = world.store;
    const { identityAccounts, identityCredentials, identitySamlLogins, platformEvents } = tables;
    const [accounts, credentials, logins, events] = await Promise.all([
      read.select().from(identityAccounts),
      read.select().from(identityCredentials),
      read.select().from(identitySamlLogins),
      read.select().from(platformEvents),
    ]);
    return { accounts, credentials, logins, events };
  }

  return { ...world, rows, bundid: handsOf('bundid'), muk: handsOf('muk') };
}
