import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { findPerson } from '../people.ts';
import { handOver, readWish, type Wish } from './channel.ts';
import { consentPage, pinPage, problemPage, welcomePage } from './pages.ts';
import { pinPadScript } from './pin-pad.ts';
import { errorAddress, finalAddress, type ResultMinor } from './refresh.ts';
import { styles } from './styles.ts';
import { fetchTcToken, type TcToken, TokenError } from './tctoken.ts';

const testPin = '123456';
const maxTries = 3;

type Flow = {
  token: TcToken;
  origin: string;
  wish: Wish;
  person: string | null;
  unticked: string[];
  tries: number;
};
const flows = new Map<string, Flow>();

/** The eID client of the sandbox: TR-03124-1's local address, with pages in place of a card reader. */
export const app = new Hono();

app.use(async (c, next) => {
  await next();
  c.header('cache-control', 'no-store');
  c.header(
    'content-security-policy',
    "default-src 'none'; style-src 'self'; script-src 'self'; frame-ancestors 'none'",
  );
  c.header('x-content-type-options', 'nosniff');
});

app.get('/style.css', (c) => c.text(styles, 200, { 'content-type': 'text/css; charset=utf-8' }));

app.get('/pin.js', (c) => c.text(pinPadScript, 200, { 'content-type': 'text/javascript; charset=utf-8' }));

app.get('/eID-Client', async (c) => {
  const query = new Map(
    [...new URL(c.req.url).searchParams].map(([name, value]) => [name.toLowerCase(), value]),
  );
  const status = query.get('status');
  if (status !== undefined) return statusAnswer(c, status);
  const tcTokenUrl = query.get('tctokenurl');
  if (tcTokenUrl === undefined) return c.html(welcomePage());
  try {
    const flow = await begin(tcTokenUrl);
    const id = randomBytes(16).toString('hex');
    flows.set(id, flow);
    return c.html(consentPage({ id, wish: flow.wish, origin: flow.origin }));
  } catch (error) {
    if (!(error instanceof TokenError)) throw error;
    const address = errorAddress(error.errorAddress, 'trustedChannelEstablishmentFailed');
    return address === null ? c.html(problemPage(error.message), 404) : c.redirect(address, 303);
  }
});

app.post('/vorgang/:id/angaben', async (c) => {
  const flow = flows.get(c.req.param('id'));
  if (flow === undefined) return c.html(problemPage('Dieser Vorgang ist nicht mehr offen.'), 410);
  const form = await c.req.formData();
  const namesake = String(form.get('namensvetter') ?? '').replace(/[^a-z]/g, '');
  const person = findPerson(String(form.get('person')) + (namesake === '' ? '' : `~${namesake}`));
  if (person === undefined) return c.html(problemPage('Diesen Test-Ausweis gibt es nicht.'), 400);
  const ticked = form.getAll('angabe').map(String);
  flow.person = person.id;
  flow.unticked = Object.entries(flow.wish.operations)
    .filter(([name, mode]) => mode === 'ALLOWED' && !ticked.includes(name))
    .map(([name]) => name);
  return c.html(pinPage({ id: c.req.param('id'), personLabel: person.label, left: null }));
});

app.post('/vorgang/:id/pin', async (c) => {
  const id = c.req.param('id');
  const flow = flows.get(id);
  const person = findPerson(flow?.person ?? '');
  if (flow === undefined || person === undefined) {
    return c.html(problemPage('Dieser Vorgang ist nicht mehr offen.'), 410);
  }
  const form = await c.req.formData();
  if (form.get('pin') !== testPin) {
    flow.tries += 1;
    const left = maxTries - flow.tries;
    if (left > 0) return c.html(pinPage({ id, personLabel: person.label, left }));
    return leave(c, id, flow, await conclude(flow, person.id, 'wrong_pin'));
  }
  return leave(c, id, flow, await conclude(flow, person.id, 'ok'));
});

app.post('/vorgang/:id/abbruch', async (c) => {
  const id = c.req.param('id');
  const flow = flows.get(id);
  if (flow === undefined) return c.html(problemPage('Dieser Vorgang ist nicht mehr offen.'), 410);
  return leave(c, id, flow, await conclude(flow, flow.person ?? '', 'cancel'));
});

const headlessInput = z.object({
  tcTokenURL: z.string(),
  person: z.string(),
  /** `silent`: the card never answers, the server stays without a result. */
  outcome: z.enum(['ok', 'cancel', 'wrong_pin', 'failed', 'silent']).default('ok'),
  unticked: z.array(z.string()).default([]),
});

/** For tests: the whole way without a page. Answers `{ refreshUrl }`, to be opened in the browser that started. */
app.post('/headless', async (c) => {
  if (!c.req.header('content-type')?.startsWith('application/json'))
    return c.json({ error: 'json only' }, 415);
  const input = headlessInput.parse(await c.req.json());
  try {
    const flow = await begin(input.tcTokenURL);
    flow.unticked = input.unticked;
    return c.json({
      refreshUrl: await finalAddress(
        flow.token,
        flow.origin,
        await conclude(flow, input.person, input.outcome),
      ),
    });
  } catch (error) {
    if (!(error instanceof TokenError)) throw error;
    const refreshUrl = errorAddress(error.errorAddress, 'trustedChannelEstablishmentFailed');
    return c.json({ refreshUrl, error: error.message }, refreshUrl === null ? 400 : 200);
  }
});

async function begin(tcTokenUrl: string): Promise<Flow> {
  const { token, origin } = await fetchTcToken(tcTokenUrl);
  const wish = await readWish(token);
  if (wish === null) {
    throw new TokenError('Der eID-Server kennt diesen Vorgang nicht.', token.communicationErrorAddress);
  }
  return { token, origin, wish, person: null, unticked: [], tries: 0 };
}

/** Tells the eID server how it ended; the answer is the ResultMinor for the browser, null for ok. */
async function conclude(
  flow: Flow,
  person: string,
  outcome: z.infer<typeof headlessInput>['outcome'],
): Promise<ResultMinor | null> {
  const told = {
    ok: 'ok',
    cancel: 'cancelled',
    wrong_pin: 'cancelled',
    failed: 'failed',
    silent: 'silent',
  } as const;
  const answer = await handOver(flow.token, { person, outcome: told[outcome], unticked: flow.unticked });
  if (outcome === 'cancel' || outcome === 'wrong_pin') return 'cancellationByUser';
  if (outcome === 'failed') return 'serverError';
  if (answer === 'taken') return null;
  return answer === 'refused' ? 'serverError' : 'communicationError';
}

async function leave(c: Context, id: string, flow: Flow, minor: ResultMinor | null): Promise<Response> {
  flows.delete(id);
  const address = await finalAddress(flow.token, flow.origin, minor);
  return address === null
    ? c.html(problemPage('Der Dienst ist nicht erreichbar.'), 404)
    : c.redirect(address, 303);
}

/** TR-03124-1 §2.2.2: what this client is. */
function statusAnswer(c: Context, format: string): Response {
  const name = 'Sandbox eID-Client';
  if (format.toLowerCase() === 'json') {
    return c.json({
      'Implementation-Title': name,
      'Implementation-Vendor': 'Sandbox',
      'Implementation-Version': '1.0.0',
      'Specification-Title': 'TR-03124',
      'Specification-Version': '1.4',
    });
  }
  return c.text(
    [
      `Implementation-Title: ${name}`,
      'Implementation-Vendor: Sandbox',
      'Implementation-Version: 1.0.0',
      'Specification-Title: TR-03124',
      'Specification-Version: 1.4',
      '',
    ].join('\n'),
  );
}
