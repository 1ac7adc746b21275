import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import { returnPage } from './pages.ts';
import type { AuthnRequest } from './request.ts';
import { factsOf, responseXml, type Said, signRoot } from './response.ts';
import { type Misbehaviour, misbehaviours, type Seals, seal, type Words } from './spoil.ts';

/** What makes an identity provider the one it is. */
export type Provider<Ask extends AuthnRequest, Choice> = {
  /** How its pages call it. */
  name: string;
  entityId: string;
  loginUrl: string;
  seals: Seals;
  words: Words;
  read: (posted: string) => Ask;
  /** False when nobody can prove what is asked for. */
  canServe: (ask: Ask) => boolean;
  /** Fields by which a person is chosen. */
  choice: z.ZodType<Choice>;
  /** What it says of them; undefined when they cannot prove what is asked for, and nothing goes wrong on purpose. */
  say: (ask: Ask, choice: Choice, isSpoiled: boolean) => Said | undefined;
  page: (flow: string, ask: Ask) => string;
  /** What tests are told of a request. */
  told: (ask: Ask) => object;
};

const headless = z.object({
  samlRequest: z.string(),
  outcome: z.enum(['ok', 'cancel', 'refuse']).default('ok'),
  misbehave: z.enum(misbehaviours).default('none'),
});
const base64 = (xml: string): string => Buffer.from(xml).toString('base64');
const nobody: Said = { nameId: { format: 'transient', value: '' }, context: '', attributes: [] };

/** The HTTP face of a SAML identity provider: its login page, and the same without a browser for tests. */
export function providerApp<Ask extends AuthnRequest, Choice>(provider: Provider<Ask, Choice>): Hono {
  const { name, entityId, seals, words } = provider;
  const flows = new Map<string, Ask>();
  const app = new Hono();
  app.onError((_error, c) => c.text('Diese Anfrage ist nicht in Ordnung.', 400));

  /** The provider's own no, signed. */
  const refusal = (ask: Ask, no: string): string =>
    signRoot(responseXml(factsOf(ask, entityId, nobody), '', no), seals.key);

  function answer(ask: Ask, choice: Choice, misbehave: Misbehaviour): string {
    const said = provider.say(ask, choice, misbehave !== 'none');
    if (said === undefined) return refusal(ask, 'NoAuthnContext');
    return seal(factsOf(ask, entityId, said), misbehave, seals, words);
  }

  function take(flow: string): Ask {
    const ask = flows.get(flow);
    flows.delete(flow);
    if (ask === undefined) throw new Error('flow');
    return ask;
  }

  const back = (ask: Ask, response: string): string => returnPage(name, ask.answerUrl, base64(response));

  app.post(new URL(provider.loginUrl).pathname, async (c) => {
    const form = await c.req.parseBody();
    const ask = provider.read(String(form['SAMLRequest']));
    if (!provider.canServe(ask)) return c.html(back(ask, refusal(ask, 'NoAuthnContext')));
    const flow = randomBytes(16).toString('hex');
    flows.set(flow, ask);
    return c.html(provider.page(flow, ask));
  });

  app.post('/vorgang/:flow/abbruch', (c) => {
    const ask = take(c.req.param('flow'));
    return c.html(back(ask, refusal(ask, 'AuthnFailed')));
  });

  app.post('/vorgang/:flow', async (c) => {
    const form = await c.req.parseBody();
    const ask = take(c.req.param('flow'));
    const misbehave = z.enum(misbehaviours).default('none').parse(form['misbehave']);
    return c.html(back(ask, answer(ask, provider.choice.parse(form), misbehave)));
  });

  /** For tests: the person's whole part at once. */
  app.post('/headless', async (c) => {
    const body: unknown = await c.req.json();
    const { samlRequest, outcome, misbehave } = headless.parse(body);
    const ask = provider.read(samlRequest);
    const { id, answerUrl, serviceProvider } = ask;
    const response =
      outcome === 'ok'
        ? answer(ask, provider.choice.parse(body), misbehave)
        : refusal(ask, outcome === 'cancel' ? 'AuthnFailed' : 'RequestUnsupported');
    return c.json({ samlResponse: base64(response), id, answerUrl, serviceProvider, ...provider.told(ask) });
  });

  return app;
}
