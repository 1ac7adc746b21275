import { createECDH, type ECDH, randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { decrypt } from 'http_ece';
import { z } from 'zod';
import { refuseVapid } from './vapid.ts';

type Message = {
  sequence: number;
  payload: string;
  ttl: number;
  topic: string | null;
  urgency: string;
  receivedAt: string;
  /** Handed to the browser under test; from then on a newer message of the topic no longer replaces it. */
  delivered: boolean;
};

type Subscription = {
  applicationServerKey: string;
  ecdh: ECDH;
  auth: string;
  messages: Message[];
  nextSequence: number;
  /** What the next pushes are answered instead of being taken. */
  outcome: { status: number; retryAfter: string | null; times: number } | null;
};

const maxBody = 4096;
const newSubscription = z.object({ applicationServerKey: z.string().regex(/^[\w-]{86,88}=*$/) });
const newOutcome = z.object({
  status: z.number().int().min(201).max(599),
  retryAfter: z.string().nullable().default(null),
  /** For how many pushes; left out: until it is set anew. 201 takes pushes again. */
  times: z.number().int().min(1).default(Number.MAX_SAFE_INTEGER),
});

/** A push service as RFC 8030 describes it, with the browser's half of the keys, so that it can show what arrived. */
export function createPushService(origin: string): Hono {
  const subscriptions = new Map<string, Subscription>();
  const app = new Hono();

  app.use(async (c, next) => {
    // The page under test subscribes from its own origin.
    c.header('access-control-allow-origin', '*');
    c.header('access-control-allow-headers', 'content-type');
    if (c.req.method === 'OPTIONS') return c.body(null, 204);
    return next();
  });

  app.post('/subscriptions', async (c) => {
    const { applicationServerKey } = newSubscription.parse(await c.req.json());
    const id = randomBytes(24).toString('base64url');
    const ecdh = createECDH('prime256v1');
    const p256dh = ecdh.generateKeys('base64url');
    const auth = randomBytes(16).toString('base64url');
    subscriptions.set(id, { applicationServerKey, ecdh, auth, messages: [], nextSequence: 1, outcome: null });
    return c.json({ id, endpoint: `${origin}/push/${id}`, keys: { p256dh, auth } }, 201);
  });

  app.delete('/subscriptions/:id', (c) => {
    subscriptions.delete(c.req.param('id'));
    return c.body(null, 204);
  });

  app.post('/subscriptions/:id/outcome', async (c) => {
    const subscription = subscriptions.get(c.req.param('id'));
    if (subscription === undefined) return c.json({ error: 'unknown' }, 404);
    const outcome = newOutcome.parse(await c.req.json());
    subscription.outcome = outcome.status === 201 ? null : outcome;
    return c.json({});
  });

  app.get('/subscriptions/:id/messages', (c) => {
    const subscription = subscriptions.get(c.req.param('id'));
    if (subscription === undefined) return c.json({ error: 'unknown' }, 404);
    const after = Number(c.req.query('after') ?? 0);
    const messages = subscription.messages.filter((message) => message.sequence > after);
    for (const message of messages) message.delivered = true;
    return c.json({ messages });
  });

  app.post('/push/:id', async (c) => {
    const subscription = subscriptions.get(c.req.param('id'));
    if (subscription === undefined) return c.text('gone', 410);
    const { outcome } = subscription;
    if (outcome !== null) {
      outcome.times -= 1;
      if (outcome.times === 0) subscription.outcome = null;
      const headers: Record<string, string> =
        outcome.retryAfter === null ? {} : { 'retry-after': outcome.retryAfter };
      return new Response(null, { status: outcome.status, headers });
    }

    const reason = refuseVapid({
      authorization: c.req.header('authorization'),
      origin,
      boundKey: subscription.applicationServerKey,
      now: new Date(),
    });
    if (reason !== null) return c.text(reason, 403);
    const ttl = c.req.header('ttl') ?? '';
    if (!/^\d{1,8}$/.test(ttl)) return c.text('TTL is missing', 400);
    const topic = c.req.header('topic') ?? null;
    if (topic !== null && !/^[\w-]{1,32}$/.test(topic)) return c.text('bad topic', 400);
    const urgency = c.req.header('urgency') ?? 'normal';
    if (!['very-low', 'low', 'normal', 'high'].includes(urgency)) return c.text('bad urgency', 400);
    if (c.req.header('content-encoding') !== 'aes128gcm') return c.text('bad encoding', 415);
    const body = Buffer.from(await c.req.arrayBuffer());
    if (body.length > maxBody) return c.text('too large', 413);

    let payload: string;
    try {
      payload = decrypt(body, {
        version: 'aes128gcm',
        privateKey: subscription.ecdh,
        authSecret: subscription.auth,
      }).toString('utf8');
    } catch {
      return c.text('not decryptable', 400);
    }
    if (topic !== null) {
      subscription.messages = subscription.messages.filter((m) => m.delivered || m.topic !== topic);
    }
    const sequence = subscription.nextSequence;
    subscription.nextSequence += 1;
    subscription.messages.push({
      sequence,
      payload,
      ttl: Number(ttl),
      topic,
      urgency,
      receivedAt: new Date().toISOString(),
      delivered: false,
    });
    return new Response(null, { status: 201, headers: { location: `${origin}/message/${sequence}`, ttl } });
  });

  app.onError((error, c) => c.json({ error: error.message }, error instanceof z.ZodError ? 400 : 500));
  return app;
}
