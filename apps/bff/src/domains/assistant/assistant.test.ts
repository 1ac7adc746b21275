import type { Hours } from '@jena/content/opening';
import { anonymous, type IdempotencyKey, type Language, newId } from '@jena/shared/kernel';
import type { Topic } from '@jena/shared/notifications';
import type { OfficeOpenState } from '@jena/shared/services';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { PushOutcome } from '../../adapters/push/port.ts';
import { browserSubscription, recordingPush } from '../../adapters/push/recording.testkit.ts';
import type { Store } from '../../platform/db/store.ts';
import { createJobRunner } from '../../platform/job-runner.ts';
import { createLog } from '../../platform/log.ts';
import { createRateLimiter } from '../../platform/rate-limit.ts';
import { testClock } from '../../platform/testing/clock.ts';
import { testContext } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { createCallerFactory } from '../../platform/trpc.ts';
import { createNotifications, createNotificationsRouter } from '../notifications/index.ts';
import { createServices } from '../services/index.ts';
import { greetingPayload } from './assistant.payload.ts';
import { assistantJobs, planNextGreeting } from './index.ts';

const publicOrigin = 'https://service.example';
/** The real hours of the Bürgerservice: weekdays, Tuesday 8:30–18:00. */
const services = createServices();
const monday = '2026-11-23T05:00:00.000Z';

function house(store: Store, answer?: (endpoint: string) => PushOutcome, catalogue = services) {
  const clock = testClock(monday);
  const push = recordingPush(answer);
  const notifications = createNotifications(store.tables);
  const limiter = createRateLimiter({ clock, most: 1000, windowSeconds: 60 });
  const callerOf = createCallerFactory(createNotificationsRouter({ notifications, push, limiter }));
  const caller = callerOf(testContext(store, { actor: anonymous, clock }));
  const meter = { pushed: () => undefined };
  const handlers = assistantJobs({ push, publicOrigin, meter, services: catalogue });
  const runner = createJobRunner({ store, handlers, clock, log: createLog('silent'), random: () => 0 });
  return {
    clock,
    push,
    runner,
    caller,
    plan: () => planNextGreeting({ store, clock, services: catalogue }),
    /** Only the first of the two jobs: it plans one for each device. */
    fanOut: (day: string) =>
      handlers['assistant.greet'](
        { day },
        {
          store,
          clock,
          log: createLog('silent'),
          actor: { kind: 'system', job: 'assistant.greet' },
          jobId: newId<'job'>(),
          attempt: 1,
        },
      ),
    async device(
      name: string,
      { language = 'de', topics = ['assistant'] }: { language?: Language; topics?: Topic[] } = {},
    ) {
      const subscription = browserSubscription(name);
      const idempotencyKey = newId<'idempotency'>() as IdempotencyKey;
      await caller.subscribe({ idempotencyKey, subscription, language, topics });
      return subscription;
    },
    /** Lets time pass in steps of half an hour, as the runner's poll would, and tells when pushes went out. */
    async until(end: string): Promise<string[]> {
      const before = push.sent.length;
      const times: string[] = [];
      for (; clock.now() < new Date(end); clock.advance(30 * 60_000)) {
        const known = push.sent.length;
        await runner.drain();
        for (let sent = known; sent < push.sent.length; sent += 1) times.push(clock.now().toISOString());
      }
      expect(times).toHaveLength(push.sent.length - before);
      return times;
    },
  };
}

describeOnBothDialects('Hanfried’s greeting', (open) => {
  it('comes as the online services open, every working day, at most once a day', async () => {
    const { device, plan, until } = house(await open());
    await device('phone');
    await plan();
    await plan();
    // Two weeks, with two weekends; Wednesdays open at 9, the others at 8:30, which is 7:30 UTC.
    expect(await until('2026-12-07T00:00:00.000Z')).toEqual([
      '2026-11-23T07:30:00.000Z',
      '2026-11-24T07:30:00.000Z',
      '2026-11-25T08:00:00.000Z',
      '2026-11-26T07:30:00.000Z',
      '2026-11-27T07:30:00.000Z',
      '2026-11-30T07:30:00.000Z',
      '2026-12-01T07:30:00.000Z',
      '2026-12-02T08:00:00.000Z',
      '2026-12-03T07:30:00.000Z',
      '2026-12-04T07:30:00.000Z',
    ]);
  });

  it('does not come on holidays, and keeps its hour when the clocks change', async () => {
    const { clock, device, plan, until } = house(await open());
    await device('phone');
    // The change to summer time is on 29 March, Good Friday on 3 April, Easter Monday on 6 April 2026.
    clock.set('2026-03-26T23:00:00.000Z');
    await plan();
    expect(await until('2026-04-08T00:00:00.000Z')).toEqual([
      '2026-03-27T07:30:00.000Z',
      '2026-03-30T06:30:00.000Z',
      '2026-03-31T06:30:00.000Z',
      '2026-04-01T07:00:00.000Z',
      '2026-04-02T06:30:00.000Z',
      '2026-04-07T06:30:00.000Z',
    ]);
  });

  it('comes only to devices that switched it on, in their language', async () => {
    const { device, plan, push, until } = house(await open());
    await device('german');
    await device('english', { language: 'en' });
    await device('silent', { topics: [] });
    await plan();
    await until('2026-11-23T12:00:00.000Z');
    const heard = push.sent.map(({ endpoint, payload }) => [endpoint.slice(21), payload.notification.lang]);
    expect(heard.sort()).toEqual([
      ['english', 'en'],
      ['german', 'de'],
    ]);
    expect(push.sent[0]?.options).toEqual({ ttl: 7200, topic: 'hanfried', urgency: 'low' });
  });

  it('comes once a day even when its jobs run again, the product restarts or a device subscribes anew', async () => {
    const store = await open();
    const { clock, device, plan, push, runner, caller, until } = house(store);
    const phone = await device('phone');
    await plan();
    await until('2026-11-23T07:31:00.000Z');
    expect(push.sent).toHaveLength(1);
    const { platformJobs } = store.tables;
    await store.transaction(async (tx) => {
      for (const row of await tx.select().from(platformJobs))
        if (row.state === 'done')
          await tx
            .insert(platformJobs)
            .values({ ...row, id: newId<'job'>() as never, key: `${row.key} again`, state: 'waiting' });
    });
    await plan();
    const idempotencyKey = newId<'idempotency'>() as IdempotencyKey;
    await caller.subscribe({ idempotencyKey, subscription: phone, language: 'de', topics: ['assistant'] });
    clock.advance(60_000);
    await runner.drain();
    await until('2026-11-23T23:00:00.000Z');
    expect(push.sent).toHaveLength(1);
  });

  it('stops when it is switched off, also between planning and sending', async () => {
    const { device, fanOut, push, caller, until, clock, runner } = house(await open());
    const [off, gone] = [await device('off'), await device('gone')];
    clock.set('2026-11-23T07:30:00.000Z');
    await fanOut('2026-11-23');
    const keyed = { idempotencyKey: newId<'idempotency'>() as IdempotencyKey };
    await caller.subscribe({ ...keyed, subscription: off, language: 'de', topics: [] });
    await caller.unsubscribe({
      idempotencyKey: newId<'idempotency'>() as IdempotencyKey,
      endpoint: gone.endpoint,
    });
    await runner.drain();
    await until('2026-11-25T12:00:00.000Z');
    expect(push.sent).toEqual([]);
  });

  it('comes again when the push service is busy, but not when the morning is over', async () => {
    let busy = true;
    const { device, plan, push, until } = house(await open(), () => {
      const outcome: PushOutcome = busy ? { retryAfterSeconds: 1800 } : 'sent';
      busy = false;
      return outcome;
    });
    await device('phone');
    await plan();
    expect(await until('2026-11-23T20:00:00.000Z')).toEqual([
      '2026-11-23T07:30:00.000Z',
      '2026-11-23T08:00:00.000Z',
    ]);

    const always = house(await open(), () => ({ retryAfterSeconds: 1800 }));
    await always.device('phone');
    await always.plan();
    await always.until('2026-11-23T20:00:00.000Z');
    expect(always.push.sent.length).toBeLessThanOrEqual(4);
    expect(push.sent).toHaveLength(2);
  });

  it('is skipped by a product that was down in the morning, and comes the next day', async () => {
    const { clock, device, plan, push, until } = house(await open());
    await device('phone');
    await plan();
    clock.set('2026-11-23T11:00:00.000Z');
    expect(await until('2026-11-24T12:00:00.000Z')).toEqual(['2026-11-24T07:30:00.000Z']);
    expect(push.sent).toHaveLength(1);
  });

  it('follows hours that changed after it was planned', async () => {
    let opens = '08:30';
    const hours = (): Hours => ({ regular: { mo: [{ opens, closes: '13:00' }] }, special: [] });
    const changing = {
      ...services,
      officeHours: hours,
      openState: (_office: string, at: Date): OfficeOpenState =>
        at.toISOString() >= (opens === '08:30' ? '2026-11-23T07:30' : '2026-11-23T09:00')
          ? { state: 'open', closesAt: '13:00' }
          : { state: 'closed', opensAt: null },
    };
    const { device, plan, until } = house(await open(), undefined, changing);
    await device('phone');
    await plan();
    opens = '10:00';
    await plan();
    expect(await until('2026-11-23T20:00:00.000Z')).toEqual(['2026-11-23T09:00:00.000Z']);
  });

  it('waits, looking again each morning, while nobody knows the hours', async () => {
    let known = false;
    const unknown = { ...services, officeHours: (id: string) => (known ? services.officeHours(id) : null) };
    const { device, plan, until } = house(await open(), undefined, unknown);
    await device('phone');
    await plan();
    expect(await until('2026-11-25T00:00:00.000Z')).toEqual([]);
    known = true;
    expect(await until('2026-11-26T00:00:00.000Z')).toEqual(['2026-11-25T08:00:00.000Z']);
  });

  it('reaches all devices when there are more than one page of them', async () => {
    const store = await open();
    const { device, fanOut, clock } = house(store);
    await device('last');
    const { notificationSubscriptions } = store.tables;
    await store.transaction(async (tx) => {
      const [one] = await tx.select().from(notificationSubscriptions);
      if (one === undefined) throw new Error('no device');
      for (let index = 0; index < 520; index += 1) {
        const id = newId<'pushSubscription'>();
        const endpoint = `https://push.example/${index}`;
        await tx.insert(notificationSubscriptions).values({ ...one, id, endpoint, endpointHash: `${index}` });
      }
    });
    clock.set('2026-11-23T07:30:00.000Z');
    await fanOut('2026-11-23');
    const { platformJobs } = store.tables;
    const planned = await store.read
      .select({ payload: platformJobs.payload })
      .from(platformJobs)
      .where(eq(platformJobs.kind, 'assistant.greet_devices'));
    const ids = planned.flatMap(({ payload }) => (payload as { subscriptionIds: string[] }).subscriptionIds);
    expect([ids.length, new Set(ids).size]).toEqual([521, 521]);
  });
});

describe('what Hanfried says', () => {
  it('offers help, says why it comes, and how to switch it off', () => {
    expect(greetingPayload('08:30', 'de', publicOrigin)).toEqual({
      web_push: 8030,
      notification: {
        title: 'Guten Morgen! Die Online-Dienste sind besetzt.',
        body: 'Soll ich helfen?\nSie bekommen das, weil Sie Hanfrieds Gruß eingeschaltet haben. Ausschalten: Konto › Mitteilungen.',
        navigate: 'https://service.example/?hanfried=1',
        lang: 'de',
        tag: 'hanfried',
        actions: [
          { action: 'yes', title: 'Ja, bitte', navigate: 'https://service.example/?hanfried=1' },
          { action: 'off', title: 'Ausschalten', navigate: 'https://service.example/konto/mitteilungen' },
        ],
      },
    });
  });

  it('does so in English, under English addresses', () => {
    const { notification } = greetingPayload('08:30', 'en', publicOrigin);
    expect(notification.title).toBe('Good morning! The online services are staffed.');
    expect([notification.navigate, ...(notification.actions ?? []).map((action) => action.navigate)]).toEqual(
      [
        'https://service.example/en?hanfried=1',
        'https://service.example/en?hanfried=1',
        'https://service.example/en/konto/mitteilungen',
      ],
    );
  });

  it('wishes no good morning in the afternoon', () => {
    expect(greetingPayload('14:00', 'de', publicOrigin).notification.title).toMatch(/^Guten Tag!/);
  });
});
