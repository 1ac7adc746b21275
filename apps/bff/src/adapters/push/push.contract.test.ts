import { readFileSync } from 'node:fs';
import { type RunningSandbox, startSandbox } from '@jena/sandbox/start';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPush, maxPayloadBytes } from './adapter.ts';
import type { PushConfig, PushPort } from './port.ts';
import { pushServiceOf, type TestSubscription } from './service.testkit.ts';
import { createVapidKeys } from './vapid.ts';

const options = { ttl: 86_400, urgency: 'normal' } as const;
let sandbox: RunningSandbox;
let config: PushConfig;
let push: PushPort;
let service: ReturnType<typeof pushServiceOf>;

beforeAll(async () => {
  sandbox = await startSandbox();
  const extraCa = readFileSync(sandbox.endpoints.ca, 'utf8');
  config = {
    vapid: { ...createVapidKeys(), subject: 'mailto:betrieb@jena.example' },
    allowedHosts: [sandbox.endpoints.push.host],
    extraCa,
    timeoutMs: 3000,
    production: false,
  };
  push = createPush(config);
  service = pushServiceOf(sandbox.endpoints.push.url, extraCa);
}, 60_000);
afterAll(() => sandbox?.stop());

const subscribe = (): Promise<TestSubscription> => service.subscribe(push.publicKey);

describe('a push', () => {
  it('arrives and can be read by the browser alone', async () => {
    const subscription = await subscribe();
    const sent = await push.send(subscription, 'Neue Nachricht – Grüße', {
      ...options,
      topic: 'case-1',
      urgency: 'high',
    });
    expect(sent).toBe('sent');
    expect(await service.messages(subscription.id)).toMatchObject([
      { sequence: 1, payload: 'Neue Nachricht – Grüße', ttl: 86_400, topic: 'case-1', urgency: 'high' },
    ]);
  });

  it('of the same topic replaces one that was not delivered', async () => {
    const subscription = await subscribe();
    for (const text of ['eins', 'zwei']) await push.send(subscription, text, { ...options, topic: 'a' });
    await push.send(subscription, 'drei', { ...options, topic: 'b' });
    expect((await service.messages(subscription.id)).map((m) => m.payload)).toEqual(['zwei', 'drei']);
    await push.send(subscription, 'vier', { ...options, topic: 'a' });
    expect((await service.messages(subscription.id, 3)).map((m) => m.payload)).toEqual(['vier']);
    expect(await service.messages(subscription.id)).toHaveLength(3);
  });

  it('may weigh as much as one record holds, and not a byte more', async () => {
    const subscription = await subscribe();
    expect(await push.send(subscription, 'x'.repeat(maxPayloadBytes), options)).toBe('sent');
    expect(await push.send(subscription, 'x'.repeat(maxPayloadBytes + 1), options)).toBe('rejected');
    expect(await push.send(subscription, 'ü'.repeat(2000), options)).toBe('rejected');
  });
});

describe('what the push service answers', () => {
  it.each([
    [404, 'gone'],
    [410, 'gone'],
    [400, 'rejected'],
    [403, 'rejected'],
    [413, 'rejected'],
    [302, 'rejected'],
  ])('%i means %s', async (status, expected) => {
    const subscription = await subscribe();
    await service.answerWith(subscription.id, { status });
    expect(await push.send(subscription, 'x', options)).toBe(expected);
  });

  it('busy means to wait as long as it says, within reason', async () => {
    const subscription = await subscribe();
    const seconds = async (status: number, retryAfter?: string): Promise<unknown> => {
      await service.answerWith(subscription.id, {
        status,
        ...(retryAfter === undefined ? {} : { retryAfter }),
      });
      return push.send(subscription, 'x', options);
    };
    expect(await seconds(429, '7')).toEqual({ retryAfterSeconds: 7 });
    expect(await seconds(503)).toEqual({ retryAfterSeconds: 60 });
    expect(await seconds(429, '99999999')).toEqual({ retryAfterSeconds: 86_400 });
    expect(await seconds(500, 'whenever')).toEqual({ retryAfterSeconds: 60 });
    const inAMinute = new Date(Date.now() + 30_000).toUTCString();
    expect(await seconds(503, inAMinute)).toMatchObject({ retryAfterSeconds: expect.closeTo(30, -1) });
  });

  it('a subscription that ended is gone', async () => {
    const subscription = await subscribe();
    await service.unsubscribe(subscription.id);
    expect(await push.send(subscription, 'x', options)).toBe('gone');
  });

  it('no answer at all means to try again', async () => {
    const silent = createPush({ ...config, allowedHosts: ['localhost:1'] });
    const subscription = { ...(await subscribe()), endpoint: 'https://localhost:1/push/x' };
    expect(await silent.send(subscription, 'x', options)).toEqual({ retryAfterSeconds: 60 });
  });
});

describe('keys and addresses', () => {
  it('a push with another key than the browser subscribed with is rejected', async () => {
    const other = createPush({ ...config, vapid: { ...createVapidKeys(), subject: config.vapid.subject } });
    expect(await other.send(await subscribe(), 'x', options)).toBe('rejected');
  });

  it('a pair of keys that do not belong together does not start', () => {
    const vapid = { ...config.vapid, publicKey: createVapidKeys().publicKey };
    expect(() => createPush({ ...config, vapid })).toThrow('belong together');
  });

  it('a push service is not believed without its certificate', async () => {
    const { extraCa: _, ...strict } = config;
    expect(await createPush(strict).send(await subscribe(), 'x', options)).toEqual({ retryAfterSeconds: 60 });
  });

  it.each([
    'http://fcm.googleapis.com/x',
    'https://127.0.0.1/x',
    'https://fcm.googleapis.com.evil.example/x',
    'https://fcm.googleapis.com:8443/x',
    'https://user@fcm.googleapis.com/x',
    'https://push.apple.com/x',
    'https://evilpush.apple.com/x',
    'file:///etc/passwd',
    'nonsense',
  ])('never calls %s', async (endpoint) => {
    const strict = createPush({ ...config, allowedHosts: ['fcm.googleapis.com', '*.push.apple.com'] });
    expect(strict.accepts(endpoint)).toBe(false);
    expect(await strict.send({ ...(await subscribe()), endpoint }, 'x', options)).toBe('rejected');
  });

  it('accepts the hosts on its list', () => {
    const strict = createPush({ ...config, allowedHosts: ['fcm.googleapis.com', '*.push.apple.com'] });
    expect(strict.accepts('https://fcm.googleapis.com/fcm/send/abc')).toBe(true);
    expect(strict.accepts('https://web.push.apple.com/abc')).toBe(true);
  });

  it('rejects a subscription whose keys are no keys', async () => {
    const subscription = await subscribe();
    expect(await push.send({ ...subscription, keys: { p256dh: 'AAAA', auth: 'AA' } }, 'x', options)).toBe(
      'rejected',
    );
  });

  it('does not start with the sandbox in production', () => {
    expect(() => createPush({ ...config, production: true })).toThrow('sandbox');
  });
});
