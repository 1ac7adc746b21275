import type { AccountId } from '@jena/shared/kernel';
import { cookieNames } from '../domains/identity/identity.cookies.ts';
import { newSecret } from '../domains/identity/identity.secrets.ts';
import { openCitizenSession } from '../domains/identity/identity.sessions.ts';
import type { Town } from './authorisation.testing.ts';

/** A request as it would be right, for a way that is no procedure. */
export type Route = {
  /** What stands for `:id` or `:secret`. */
  named?: (town: Town) => string | undefined;
  json?: unknown;
  form?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  /** What it names is the owner's alone: nobody else gets more than a refusal. */
  owned?: true;
  /** Another site posts here by design, and no cookie is read (`deliveries` in app.ts). */
  delivery?: true;
};

const secret = () => newSecret().secret;
const tus = { 'tus-resumable': '1.0.0' };
const bytes = { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
const creation = { ...tus, 'upload-length': '10', 'upload-metadata': 'documentId eA==,filename eA==' };
const bytesOf = (text: string) => Buffer.from(text).toString('base64url');
const credential = { id: bytesOf('x'), rawId: bytesOf('x'), type: 'public-key', clientExtensionResults: {} };
const clientDataJSON = bytesOf(JSON.stringify({ type: 'webauthn.get', challenge: 'x', origin: 'x' }));
const sent = { purpose: 'login', returnTo: '/konto' };
const answered = { SAMLResponse: Buffer.from('<a/>').toString('base64'), RelayState: 'x' };

const eid: Record<string, Route> = {
  'POST /eid/start': { json: { purpose: 'login', returnTo: '/konto' } },
  'GET /eid/token/:secret': { named: secret },
  'GET /eid/refresh/:secret': { named: secret, query: { ResultMajor: 'ok', ResultMinor: 'x' } },
  'POST /eid/refresh/:secret/code': { named: secret },
  'POST /eid/code': { json: { code: 'ABCD-EFGH' } },
  'POST /eid/join': { json: { choice: 'join' } },
};

const doors: Record<string, Route> = {
  'POST /passkey/add/options': { json: {} },
  'POST /passkey/add': {
    json: {
      name: 'Telefon',
      response: { ...credential, response: { clientDataJSON, attestationObject: bytesOf('x') } },
    },
  },
  'POST /passkey/login/options': { json: {} },
  'POST /passkey/login': {
    json: {
      response: {
        ...credential,
        response: {
          clientDataJSON,
          authenticatorData: bytesOf('x'),
          signature: bytesOf('x'),
          userHandle: 'x',
        },
      },
    },
  },
  'POST /recovery': { json: { code: '7KQ4-M2XP-0F9T-3C8D', birthDate: '1964-08-12' } },
  'GET /amt/anmeldung': { query: { zurueck: '/amt' } },
  'GET /amt/anmeldung/rueckkehr': { query: { code: 'x', state: 'x', iss: 'https://staff.example' } },
};

const saml = (provider: string): Record<string, Route> => ({
  [`GET /saml/${provider}/metadata`]: {},
  [`POST /saml/${provider}/start`]: { form: sent },
  [`POST /saml/${provider}/antwort`]: { form: answered, delivery: true },
  [`GET /saml/${provider}/weiter/:secret`]: { named: secret },
});

const files: Record<string, Route> = {
  'GET /files/exports/:id': { named: ({ ids }) => ids.documentId, owned: true },
  'GET /files/:id': { named: ({ ids }) => ids.documentId, owned: true },
  'GET /files/:id/preview': { named: ({ ids }) => ids.documentId, owned: true },
  'POST /uploads': { headers: creation },
  'POST /uploads/': { headers: creation },
  'GET /uploads/:id': { named: ({ ids }) => ids.documentId, headers: tus, owned: true },
  'PATCH /uploads/:id': { named: ({ ids }) => ids.documentId, headers: bytes, owned: true },
  'DELETE /uploads/:id': { named: ({ ids }) => ids.documentId, headers: tus, owned: true },
};

/** Every way into the product beside its procedures, as the tests ask it: a new one needs a line here. */
export const routes: Readonly<Record<string, Route>> = {
  'GET /healthz': {},
  'GET /readyz': {},
  'GET /.well-known/security.txt': {},
  'POST /berichte/richtlinie': {
    json: {
      'csp-report': {
        'document-uri': 'https://service.example/',
        'blocked-uri': 'https://evil.example',
        'effective-directive': 'img-src',
      },
    },
    headers: { 'content-type': 'application/csp-report' },
  },
  ...eid,
  ...saml('bundid'),
  ...saml('muk'),
  ...doors,
  ...files,
  'GET /streams/queues': {},
  'POST /zaehlen': { json: { service: 'wohnsitz-anmelden', what: 'begun' } },
  'GET /transparenz/kennzahlen.csv': {},
  'GET /transparenz/kennzahlen.json': {},
  'GET /robots.txt': {},
  'GET /sitemap.xml': {},
  'GET /*': {},
};

/** Ways as the app itself lists them; `/trpc` has its own tests, call by call. */
export function mountedRoutes({ app }: Pick<Town, 'app'>): string[] {
  const own = app.routes.filter(({ method, path }) => method !== 'ALL' && !path.startsWith('/trpc'));
  return [...new Set(own.map(({ method, path }) => `${method} ${path}`))];
}

export type Sent = {
  named: string;
  body: string | undefined;
  query: Record<string, string>;
  headers: Record<string, string>;
};

/** The right request of a way. */
export function rightRequest(town: Town, { named, json, form, query = {}, headers = {} }: Route): Sent {
  const kind = form ? 'application/x-www-form-urlencoded' : 'application/json';
  const body = form ? new URLSearchParams(form).toString() : json && JSON.stringify(json);
  return {
    named: named?.(town) ?? 'x',
    body: typeof body === 'string' ? body : undefined,
    query,
    headers: { ...(body === undefined ? {} : { 'content-type': kind }), ...headers },
  };
}

let house = 0;

/** Sends it, each time from another house: limits for one address are tested where they are made. */
export async function send(
  town: Town,
  route: string,
  { named, body, query, headers }: Sent,
): Promise<Response> {
  const [method = '', path = ''] = route.split(' ');
  const { publicOrigin } = town.deps.config;
  const address = path
    .replace(/:\w+/, encodeURIComponent(named.toWellFormed()))
    .replace('*', encodeURIComponent(named.toWellFormed()));
  const asked = new URLSearchParams(query).toString();
  const bare = method === 'GET' || body === undefined;
  const incoming = { socket: { remoteAddress: `10.${house >> 16}.${(house >> 8) & 255}.${house++ & 255}` } };
  return town.app.request(
    `${publicOrigin}${address}${asked && `?${asked}`}`,
    {
      method,
      headers: { origin: publicOrigin, 'sec-fetch-site': 'same-origin', ...headers },
      ...(bare ? {} : { body }),
    },
    { incoming },
  );
}

/** Cookies of somebody who is logged in and of whom the town knows nothing else. */
export async function strangersCookies(town: Town, accountId: AccountId): Promise<string> {
  const { login } = town.deps.domains;
  const token = await town.store.transaction(async (tx) => {
    await login.identity.addAccount(tx, {
      id: accountId,
      subjectHash: accountId,
      at: town.clock.now().toISOString() as never,
    });
    return openCitizenSession(login, tx, { accountId, levelOfAssurance: 'high', method: 'eid' });
  });
  return `${cookieNames.citizen}=${token}; ${cookieNames.login}=${secret()}`;
}
