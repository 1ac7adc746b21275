import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import { describeSandbox, pki, settings } from '../world.ts';
import { accounts, type Way, wayNames } from './accounts.ts';
import { loginPage, returnPage } from './pages.ts';
import { type AuthnRequest, readRequest } from './request.ts';
import { factsOf, responseXml, signRoot } from './response.ts';
import { misbehaviours, seal } from './spoil.ts';

const world = describeSandbox(settings().dir, settings().portBase).bundid;
const seals = {
  key: pki('bundid-signing.key.pem'),
  strangerKey: pki('stranger-signing.key.pem'),
  portalCert: pki('bff-saml.crt.pem'),
};
const flows = new Map<string, AuthnRequest>();

const read = (posted: string): AuthnRequest => readRequest(posted, world.loginUrl, seals.portalCert);
const base64 = (xml: string): string => Buffer.from(xml).toString('base64');

/** The provider's own no, signed. */
function refusal(request: AuthnRequest, no: string): string {
  return signRoot(responseXml(factsOf(request, world.entityId, '', 'eID'), '', no), seals.key);
}

const headless = z.object({
  samlRequest: z.string(),
  person: z.string(),
  way: z.enum(wayNames),
  outcome: z.enum(['ok', 'cancel', 'refuse']).default('ok'),
  misbehave: z.enum(misbehaviours).default('none'),
});

export const app = new Hono();
app.onError((_error, c) => c.text('Diese Anfrage ist nicht in Ordnung.', 400));

app.post('/idp/profile/SAML2/POST/SSO', async (c) => {
  const form = await c.req.parseBody();
  const request = read(String(form['SAMLRequest']));
  if (request.ways.length === 0) {
    return c.html(returnPage(request.answerUrl, base64(refusal(request, 'NoAuthnContext'))));
  }
  const flow = randomBytes(16).toString('hex');
  flows.set(flow, request);
  return c.html(loginPage(flow, request));
});

app.post('/vorgang/:flow/abbruch', (c) => {
  const request = take(c.req.param('flow'));
  return c.html(returnPage(request.answerUrl, base64(refusal(request, 'AuthnFailed'))));
});

app.post('/vorgang/:flow', async (c) => {
  const form = await c.req.parseBody();
  const request = take(c.req.param('flow'));
  const response = answer(request, String(form['person']), z.enum(wayNames).parse(form['way']));
  return c.html(returnPage(request.answerUrl, base64(response)));
});

/** For tests: the person's whole part at once. */
app.post('/headless', async (c) => {
  const { samlRequest, person, way, outcome, misbehave } = headless.parse(await c.req.json());
  const request = read(samlRequest);
  const { id, answerUrl, serviceProvider, least, ways, requested } = request;
  const response =
    outcome === 'ok'
      ? answer(request, person, way, misbehave)
      : refusal(request, outcome === 'cancel' ? 'AuthnFailed' : 'RequestUnsupported');
  const asked = requested.map(({ name }) => name);
  return c.json({ samlResponse: base64(response), id, answerUrl, serviceProvider, least, ways, asked });
});

function answer(
  request: AuthnRequest,
  person: string,
  way: Way,
  misbehave: (typeof misbehaviours)[number] = 'none',
): string {
  if (!accounts.some(({ id }) => id === person)) throw new Error('person');
  const isSpoiled = misbehave !== 'none';
  if (!isSpoiled && !request.ways.includes(way)) return refusal(request, 'NoAuthnContext');
  return seal(factsOf(request, world.entityId, person, way), misbehave, seals);
}

function take(flow: string): AuthnRequest {
  const request = flows.get(flow);
  flows.delete(flow);
  if (request === undefined) throw new Error('flow');
  return request;
}
