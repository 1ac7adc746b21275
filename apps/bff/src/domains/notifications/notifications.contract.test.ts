import { readFileSync } from 'node:fs';
import { type RunningSandbox, startSandbox } from '@jena/sandbox/start';
import { type CaseId, type IdempotencyKey, newId, toInstant } from '@jena/shared/kernel';
import { deviceOf, type PushPayload, pushPayloadSchema } from '@jena/shared/notifications';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noMail } from '../../adapters/mail/settings.ts';
import { createPush } from '../../adapters/push/adapter.ts';
import type { PushPort, PushSubscription } from '../../adapters/push/port.ts';
import { pushServiceOf } from '../../adapters/push/service.testkit.ts';
import { createVapidKeys } from '../../adapters/push/vapid.ts';
import type { Store } from '../../platform/db/store.ts';
import { createJobRunner, type JobRunner } from '../../platform/job-runner.ts';
import { createLog } from '../../platform/log.ts';
import { createRateLimiter } from '../../platform/rate-limit.ts';
import { testClock } from '../../platform/testing/clock.ts';
import { citizenActor, testContext } from '../../platform/testing/context.ts';
import { openTestSqlite } from '../../platform/testing/stores.ts';
import { createCallerFactory } from '../../platform/trpc.ts';
import {
  createNotifications,
  createNotificationsRouter,
  type Notifications,
  notificationJobs,
  subscribeLimit,
} from './index.ts';
import { casePayload } from './notifications.payload.ts';

const publicOrigin = 'https://service.example';
const anna = citizenActor();
const caseId = newId<'case'>() as CaseId;
const key = () => newId<'idempotency'>() as IdempotencyKey;

let sandbox: RunningSandbox;
let service: ReturnType<typeof pushServiceOf>;
let push: PushPort;
let store: Store;
let notifications: Notifications;
let runner: JobRunner;
let caller: ReturnType<typeof callerOver>;
const clock = testClock();
const outcomes: string[] = [];

function callerOver(open: Store) {
  const limiter = createRateLimiter({ clock, ...subscribeLimit });
  const callerOf = createCallerFactory(createNotificationsRouter({ notifications, push, limiter }));
  return callerOf(testContext(open, { actor: anna, clock }));
}

beforeAll(async () => {
  sandbox = await startSandbox();
  const extraCa = readFileSync(sandbox.endpoints.ca, 'utf8');
  push = createPush({
    vapid: { ...createVapidKeys(), subject: 'mailto:betrieb@jena.example' },
    allowedHosts: [sandbox.endpoints.push.host],
    extraCa,
    timeoutMs: 3000,
    production: false,
  });
  service = pushServiceOf(sandbox.endpoints.push.url, extraCa);
}, 60_000);
afterAll(() => sandbox?.stop());

beforeEach(async () => {
  store = await openTestSqlite();
  notifications = createNotifications(store.tables);
  outcomes.length = 0;
  caller = callerOver(store);
  const meter = { pushed: (outcome: string) => void outcomes.push(outcome) };
  const handlers = notificationJobs({ push, publicOrigin, meter, mail: noMail, mailbox: async () => null });
  runner = createJobRunner({ store, handlers, clock, log: createLog('silent'), random: () => 0 });
});
afterEach(() => store.close());

/** What a browser does: asks for the key, subscribes at its push service, tells the product. */
async function subscribe() {
  const { publicKey } = await caller.pushKey({});
  const { id, endpoint, keys } = await service.subscribe(publicKey);
  const subscription: PushSubscription = { endpoint, keys };
  await caller.subscribe({ idempotencyKey: key(), subscription, language: 'de', topics: ['cases'] });
  return { id, endpoint };
}

async function tell(type: 'case_claimed' | 'evidence_requested'): Promise<void> {
  await store.transaction((tx) =>
    notifications.notify(tx, {
      accountId: anna.accountId,
      type,
      caseId,
      caseReference: 'J-7K4M-2Q',
      serviceSlug: 'wohnsitz-anmelden',
      at: toInstant(clock.now()),
      key: newId<'event'>(),
    }),
  );
  await runner.drain();
}

const read = (payload: string): PushPayload => pushPayloadSchema.parse(JSON.parse(payload));

describe('a push, from the case to the browser', () => {
  it('arrives encrypted for the device alone, and says exactly what was meant', async () => {
    const [phone, laptop] = [await subscribe(), await subscribe()];
    await tell('evidence_requested');
    for (const { id } of [phone, laptop]) {
      const [message, ...more] = await service.messages(id);
      expect(more).toEqual([]);
      expect(message).toMatchObject({ ttl: 172_800, urgency: 'normal' });
      const meant = casePayload({ type: 'evidence_requested', caseId }, 'de', publicOrigin);
      expect(read(message?.payload ?? '')).toEqual(meant);
    }
  });

  it('is replaced by a newer one about the same case while the phone is off', async () => {
    const { id } = await subscribe();
    await tell('case_claimed');
    await tell('evidence_requested');
    const arrived = (await service.messages(id)).map((message) => read(message.payload).notification.body);
    expect(arrived).toHaveLength(1);
    expect(arrived[0]).toContain('Unterlage');
  });

  it('ends when the browser took its permission back', async () => {
    const { id, endpoint } = await subscribe();
    await service.unsubscribe(id);
    await tell('case_claimed');
    expect(outcomes).toEqual(['gone']);
    expect(await caller.pushSettings({ device: await deviceOf(endpoint) })).toMatchObject({
      subscribed: false,
    });
  });

  it('waits as long as a busy push service asks, then arrives once', async () => {
    const { id } = await subscribe();
    await service.answerWith(id, { status: 429, retryAfter: '30' });
    await tell('case_claimed');
    await service.answerWith(id, { status: 201 });
    await runner.drain();
    expect(await service.messages(id)).toEqual([]);
    clock.advance(30_000);
    await runner.drain();
    expect(await service.messages(id)).toHaveLength(1);
  });

  it('follows no redirect, and a refusal keeps the device and raises the alarm', async () => {
    const [moved, refused] = [await subscribe(), await subscribe()];
    await service.answerWith(moved.id, { status: 307 });
    await service.answerWith(refused.id, { status: 403 });
    await tell('case_claimed');
    expect(outcomes).toEqual(['rejected', 'rejected']);
    for (const { endpoint } of [moved, refused]) {
      const device = await deviceOf(endpoint);
      expect(await caller.pushSettings({ device })).toMatchObject({ subscribed: true });
    }
  });

  it('is never tried at an address that no browser’s push service has', async () => {
    const { keys } = await service.subscribe(push.publicKey);
    for (const endpoint of [
      `http://${sandbox.endpoints.push.host}/push/x`,
      'https://127.0.0.1/push/x',
      'https://localhost/push/x',
      'https://169.254.169.254/latest/meta-data',
    ]) {
      const subscription = { endpoint, keys };
      const asked = caller.subscribe({
        idempotencyKey: key(),
        subscription,
        language: 'de',
        topics: ['cases'],
      });
      await expect(asked).rejects.toMatchObject({ cause: { code: 'notifications.push_host_not_allowed' } });
    }
  });
});
