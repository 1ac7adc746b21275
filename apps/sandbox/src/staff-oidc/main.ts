import './quiet.ts';
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Configuration, Provider } from 'oidc-provider';
import { failOnError, ready } from '../child.ts';
import { describeSandbox, portOf, settings } from '../world.ts';
import { loginPage } from './pages.ts';
import { staff, staffPassword } from './people.ts';

const world = describeSandbox(settings().dir, settings().portBase).staff;
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

const configuration: Configuration = {
  clients: [
    {
      client_id: world.clientId,
      client_secret: world.clientSecret,
      // Any callback on this machine is taken (see below): ports of tests are not known beforehand.
      redirect_uris: ['http://127.0.0.1/'],
      token_endpoint_auth_method: 'client_secret_basic',
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
  ],
  jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig' }] },
  cookies: { keys: ['sandbox'] },
  pkce: { required: () => true },
  claims: { openid: ['sub'], profile: ['name', 'office_id', 'roles'] },
  // The portal reads the claims from the ID token and needs no second call.
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
  interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
  ttl: { Session: 8 * 3600, Interaction: 600, Grant: 600, IdToken: 300, AccessToken: 300 },
  findAccount(_ctx, id) {
    const person = staff.find((candidate) => candidate.id === id);
    if (person === undefined) return undefined;
    const claims = { sub: id, name: person.name, office_id: person.office_id, roles: [...person.roles] };
    return { accountId: id, claims: () => claims };
  },
  async loadExistingGrant(ctx) {
    // The administration's own portal: nobody is asked for consent.
    const { client, session } = ctx.oidc;
    if (client === undefined || !session?.accountId) return undefined;
    const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
    grant.addOIDCScope('openid profile');
    await grant.save();
    return grant;
  },
};

const provider = new Provider(world.issuer, configuration);
provider.Client.prototype.redirectUriAllowed = (address: string): boolean => {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url !== null && ['localhost', '127.0.0.1'].includes(url.hostname);
};
const handleProtocol = provider.callback();

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, uid, cancel] = /^\/interaction\/([\w-]+)(\/abbruch)?$/.exec(request.url ?? '') ?? [];
  if (uid === undefined) {
    if (request.url?.startsWith('/auth?')) forgetSession(request, response);
    handleProtocol(request, response);
    return;
  }
  await provider.interactionDetails(request, response);
  if (request.method === 'GET') {
    show(response, 200, loginPage(uid, null));
    return;
  }
  if (cancel !== undefined) {
    await provider.interactionFinished(request, response, { error: 'access_denied' });
    return;
  }
  const form = new URLSearchParams(await readForm(request));
  const person = staff.find((candidate) => candidate.id === form.get('person'));
  if (person === undefined || form.get('password') !== staffPassword) {
    show(response, 400, loginPage(uid, 'Das Passwort stimmt nicht. Bitte versuchen Sie es noch einmal.'));
    return;
  }
  await provider.interactionFinished(request, response, { login: { accountId: person.id, remember: false } });
}

/** Every login asks anew who it is: several staff persons use one browser here. */
function forgetSession(request: IncomingMessage, response: ServerResponse): void {
  const kept = (request.headers.cookie ?? '').split('; ').filter((cookie) => !cookie.startsWith('_session'));
  request.headers.cookie = kept.join('; ');
  response.setHeader(
    'set-cookie',
    ['_session', '_session.sig'].map((name) => `${name}=; Max-Age=0; Path=/`),
  );
}

function show(response: ServerResponse, status: number, page: string): void {
  response
    .writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    .end(page);
}

async function readForm(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > 10_000) throw new Error('too large');
  }
  return text;
}

const server = createServer((request, response) => {
  handle(request, response).catch(() => {
    if (!response.headersSent) show(response, 400, 'Diese Anmeldung ist nicht mehr offen.');
  });
});
server.on('error', failOnError('staff-oidc'));
server.listen(portOf('staffOidc'), '127.0.0.1', () => ready(() => server.close()));
