import { randomUUID } from 'node:crypto';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { z } from 'zod';
import { failOnError, ready } from '../child.ts';
import { fitConnectDestinations, portOf } from '../world.ts';
import { keys } from './keys.ts';
import { announce, submissions, submit } from './submissions.ts';

/**
 * `down`: nobody answers, as through a day of maintenance. `loseAnswers`: so many submissions arrive although the sender
 * is told of a failure. `spoilKey`: what is wrong with the destination's key.
 */
const settingsSchema = z.object({
  down: z.boolean(),
  loseAnswers: z.number().int(),
  spoilKey: z.enum(['none', 'short', 'for_signing', 'other']),
});
const settings: z.infer<typeof settingsSchema> = { down: false, loseAnswers: 0, spoilKey: 'none' };
const tokens = new Set<string>();
const destinations = new Set<string>(Object.values(fitConnectDestinations));

const app = new Hono();

app.post('/sandbox/settings', async (c) => {
  Object.assign(settings, settingsSchema.partial().parse(await c.req.json()));
  return c.json(settings);
});
app.get('/sandbox/arrived', (c) =>
  c.json({
    arrived: [...submissions.values()].map(({ state, destinationId, announced, data }) => ({
      state,
      destinationId,
      files: announced.length,
      data,
    })),
  }),
);

app.use(async (c, next) => (settings.down ? c.text('', 503) : next()));

app.post('/token', async (c) => {
  const form = await c.req.parseBody();
  const isKnown = form['client_id'] === 'jena-portal' && form['client_secret'] === 'nur-fuer-die-sandbox';
  if (!isKnown || form['grant_type'] !== 'client_credentials')
    return c.json({ error: 'invalid_client' }, 400);
  const token = randomUUID();
  tokens.add(token);
  return c.json({ access_token: token, token_type: 'Bearer', expires_in: 1800 });
});

const api = new Hono();
api.use(async (c, next) =>
  tokens.has(c.req.header('authorization')?.replace('Bearer ', '') ?? '') ? next() : c.json({}, 401),
);
api.get('/.well-known/jwks.json', async (c) => c.json({ keys: [(await keys()).service.jwk] }));

api.get('/v2/destinations/:id', async (c) => {
  const destinationId = c.req.param('id');
  if (!destinations.has(destinationId)) return c.json({}, 404);
  return c.json({ destinationId, status: 'active', encryptionKid: (await keys()).seal.kid });
});

api.get('/v2/destinations/:id/keys/:kid', async (c) => {
  const { seal, sign } = await keys();
  const found = [seal, sign].find(({ kid }) => kid === c.req.param('kid'));
  if (!found) return c.json({}, 404);
  if (found !== seal || settings.spoilKey === 'none') return c.json(found.jwk);
  if (settings.spoilKey === 'short') return c.json({ ...found.jwk, n: found.jwk.n?.slice(0, 340) });
  if (settings.spoilKey === 'other') return c.json({ ...found.jwk, kid: randomUUID() });
  return c.json({ ...found.jwk, key_ops: ['wrapKey', 'verify'] });
});

const newSubmission = z.object({
  destinationId: z.uuid(),
  publicService: z.object({
    identifier: z.string().startsWith('urn:de:fim:leika:leistung:'),
    name: z.string(),
  }),
  announcedContentItems: z.object({ attachments: z.array(z.uuid()) }),
});
api.post('/v2/submissions', async (c) => {
  const asked = newSubmission.parse(await c.req.json());
  if (!destinations.has(asked.destinationId)) return c.json({}, 422);
  const { submissionId, caseId } = await announce(
    asked.destinationId,
    asked.announcedContentItems.attachments,
  );
  return c.json({ submissionId, caseId, destinationId: asked.destinationId }, 201);
});

api.put('/v2/submissions/:id/attachments/:attachment', async (c) => {
  const one = submissions.get(c.req.param('id'));
  if (!one?.announced.includes(c.req.param('attachment'))) return c.json({}, 404);
  if (one.state !== 'announced') return c.json({}, 409);
  one.attachments.set(c.req.param('attachment'), await c.req.text());
  return c.body(null, 204);
});

const sealedSubmission = z.object({ encryptedMetadata: z.string(), encryptedData: z.string() });
api.put('/v2/submissions/:id', async (c) => {
  const one = submissions.get(c.req.param('id'));
  if (!one) return c.json({}, 404);
  if (one.state !== 'announced') return c.json({}, 409);
  if (one.announced.some((id) => !one.attachments.has(id))) return c.json({}, 422);
  const sealed = sealedSubmission.parse(await c.req.json());
  await submit(one, { metadata: sealed.encryptedMetadata, data: sealed.encryptedData });
  if (settings.loseAnswers > 0) {
    settings.loseAnswers -= 1;
    return c.text('', 504);
  }
  return c.json({ submissionId: one.submissionId, caseId: one.caseId }, 202);
});

api.get('/v2/cases/:id/events', (c) => {
  const eventLog = [...submissions.values()].find(({ caseId }) => caseId === c.req.param('id'))?.log;
  if (!eventLog) return c.json({}, 404);
  return c.json({ offset: 0, count: eventLog.length, totalCount: eventLog.length, eventLog });
});
app.route('/submission-api', api);

const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: portOf('fitConnect') }, () =>
  ready(() => server.close()),
);
server.on('error', failOnError('fit-connect'));
