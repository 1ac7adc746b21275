import {
  type CaseId,
  type CitizenActor,
  type IdempotencyKey,
  type Language,
  newId,
  toInstant,
} from '@jena/shared/kernel';
import type { Topic } from '@jena/shared/notifications';
import { expect, it } from 'vitest';
import { noMail } from '../../adapters/mail/settings.ts';
import type { PushOutcome, PushSubscription } from '../../adapters/push/port.ts';
import { browserSubscription, recordingPush } from '../../adapters/push/recording.testkit.ts';
import type { Store } from '../../platform/db/store.ts';
import { createJobRunner } from '../../platform/job-runner.ts';
import { listDeadJobs } from '../../platform/jobs.ts';
import { createLog } from '../../platform/log.ts';
import { createRateLimiter } from '../../platform/rate-limit.ts';
import { testClock } from '../../platform/testing/clock.ts';
import { citizenActor, testContext } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { createCallerFactory } from '../../platform/trpc.ts';
import {
  createNotifications,
  createNotificationsRouter,
  type Notice,
  notificationJobs,
  subscribeLimit,
} from './index.ts';

const publicOrigin = 'https://service.example';
const caseId = newId<'case'>() as CaseId;
const key = () => newId<'idempotency'>() as IdempotencyKey;

function house(store: Store, answer?: (endpoint: string) => PushOutcome) {
  const clock = testClock();
  const push = recordingPush(answer);
  const outcomes: string[] = [];
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(line) });
  const notifications = createNotifications(store.tables);
  const limiter = createRateLimiter({ clock, ...subscribeLimit });
  const callerOf = createCallerFactory(createNotificationsRouter({ notifications, push, limiter }));
  const as = (actor: CitizenActor) => callerOf(testContext(store, { actor, clock }));
  const meter = { pushed: (outcome: string) => void outcomes.push(outcome) };
  const handlers = notificationJobs({ push, publicOrigin, meter, mail: noMail, mailbox: async () => null });
  return {
    clock,
    push,
    outcomes,
    lines,
    as,
    runner: createJobRunner({ store, handlers, clock, log, random: () => 0 }),
    async device(
      actor: CitizenActor,
      name: string,
      { language = 'de', topics = ['cases'] }: { language?: Language; topics?: Topic[] } = {},
    ): Promise<PushSubscription> {
      const subscription = browserSubscription(name);
      await as(actor).subscribe({ idempotencyKey: key(), subscription, language, topics });
      return subscription;
    },
    async tell({ accountId }: CitizenActor, changes: Partial<Notice> = {}): Promise<void> {
      await store.transaction((tx) =>
        notifications.notify(tx, {
          accountId,
          type: 'case_claimed',
          caseId,
          caseReference: 'J-7K4M-2Q',
          serviceSlug: 'wohnsitz-anmelden',
          at: toInstant(clock.now()),
          key: newId<'event'>(),
          ...changes,
        }),
      );
    },
    /** Only the first of the two jobs: it plans one for each device. */
    async fanOut(): Promise<void> {
      for (const { id: messageId } of await store.read.select().from(store.tables.notificationMessages)) {
        await handlers['notifications.push'](
          { messageId },
          { store, clock, log, actor: { kind: 'system', job: 'test' }, jobId: newId<'job'>(), attempt: 1 },
        );
      }
    },
    devices: () => store.read.$count(store.tables.notificationSubscriptions),
  };
}

const names = (push: ReturnType<typeof recordingPush>) => push.sent.map(({ endpoint }) => endpoint.slice(21));

describeOnBothDialects('pushes about cases', (open) => {
  it('reach every device of the person that wants them, in its language, and nobody else’s', async () => {
    const { runner, push, device, tell } = house(await open());
    const [anna, ben] = [citizenActor(), citizenActor()];
    await device(anna, 'annas-phone');
    await device(anna, 'annas-laptop', { language: 'en' });
    await device(anna, 'annas-tablet', { topics: ['assistant'] });
    await device(ben, 'bens-phone');
    await tell(anna);
    await runner.drain();
    expect(names(push).sort()).toEqual(['annas-laptop', 'annas-phone']);
    const byName = Object.fromEntries(push.sent.map((sent) => [sent.endpoint.slice(21), sent]));
    expect(byName['annas-phone']?.payload.notification).toMatchObject({
      lang: 'de',
      navigate: `https://service.example/vorgaenge/${caseId}`,
    });
    expect(byName['annas-laptop']?.payload.notification).toMatchObject({
      lang: 'en',
      navigate: `https://service.example/en/vorgaenge/${caseId}`,
    });
  });

  it('are kept by the push service for two days, and replace an older one about the same case', async () => {
    const { runner, push, device, tell, clock } = house(await open());
    const anna = citizenActor();
    await device(anna, 'phone');
    await tell(anna);
    await runner.drain();
    clock.advance(60_000);
    await tell(anna, { type: 'case_approved' });
    await runner.drain();
    await tell(anna, { caseId: newId<'case'>() as CaseId });
    await runner.drain();
    const [first, second, other] = push.sent.map((sent) => sent.options);
    expect(first).toMatchObject({ ttl: 172_800, urgency: 'normal' });
    expect(second?.topic).toBe(first?.topic);
    expect(other?.topic).not.toBe(first?.topic);
    expect(first?.topic).toMatch(/^[\w-]{32}$/);
  });

  it('are sent once, however often their jobs are planned and run', async () => {
    const store = await open();
    const { runner, push, device, tell } = house(store);
    const anna = citizenActor();
    await device(anna, 'phone');
    await tell(anna, { key: 'case:1:3' });
    await tell(anna, { key: 'case:1:3' });
    await runner.drain();
    const { platformJobs } = store.tables;
    // The fan-out runs again, as after a crash between its work and its end.
    await store.transaction(async (tx) => {
      const rows = await tx.select().from(platformJobs);
      const fanOut = rows.find((row) => row.kind === 'notifications.push');
      if (fanOut)
        await tx
          .insert(platformJobs)
          .values({ ...fanOut, id: newId<'job'>() as never, key: 'again', state: 'waiting' });
    });
    await runner.drain();
    expect(names(push)).toEqual(['phone']);
  });

  it('are not sent to who has read the message, switched off or handed the device on', async () => {
    const { runner, push, device, tell, as, fanOut } = house(await open());
    const [reader, leaver, quiet] = [citizenActor(), citizenActor(), citizenActor()];
    const [giver, taker] = [citizenActor(), citizenActor()];
    await device(reader, 'reader');
    await device(leaver, 'leaver');
    const silenced = await device(quiet, 'silenced');
    const shared = await device(giver, 'shared');
    for (const person of [reader, leaver, quiet, giver]) await tell(person);
    await fanOut();
    // A job for each device waits; meanwhile:
    const [message] = (await as(reader).inbox({})).messages;
    if (message)
      await as(reader).mark({ idempotencyKey: key(), messageIds: [message.id], change: { read: true } });
    await as(leaver).unsubscribe({ idempotencyKey: key(), endpoint: 'https://push.example/leaver' });
    await as(quiet).subscribe({
      idempotencyKey: key(),
      subscription: silenced,
      language: 'de',
      topics: [],
    });
    await as(taker).subscribe({
      idempotencyKey: key(),
      subscription: shared,
      language: 'de',
      topics: ['cases'],
    });
    await runner.drain();
    expect(push.sent).toEqual([]);
  });

  it('forget a device that the push service no longer knows, and leave the others alone', async () => {
    const { runner, outcomes, device, devices, tell } = house(await open(), (endpoint) =>
      endpoint.endsWith('old-phone') ? 'gone' : 'sent',
    );
    const anna = citizenActor();
    await device(anna, 'old-phone');
    await device(anna, 'phone');
    await tell(anna);
    await runner.drain();
    expect(outcomes.sort()).toEqual(['gone', 'sent']);
    expect(await devices()).toBe(1);
  });

  it('come again when the push service asks for it, without repeating what others got', async () => {
    let busy = true;
    const { runner, push, outcomes, device, tell, clock } = house(await open(), (endpoint) =>
      busy && endpoint.endsWith('busy') ? { retryAfterSeconds: 120 } : 'sent',
    );
    const anna = citizenActor();
    await device(anna, 'busy');
    await device(anna, 'quick');
    await tell(anna);
    await runner.drain();
    expect(names(push).sort()).toEqual(['busy', 'quick']);
    busy = false;
    clock.advance(119_000);
    await runner.drain();
    expect(push.sent).toHaveLength(2);
    clock.advance(1_000);
    await runner.drain();
    expect(names(push).slice(2)).toEqual(['busy']);
    expect(push.sent[2]?.options.ttl).toBe(172_800 - 120);
    expect(outcomes.sort()).toEqual(['later', 'sent', 'sent']);
  });

  it('stop coming again when the message is old, and give up a device that fails for a month', async () => {
    const { runner, push, device, devices, tell, clock, as } = house(await open(), () => ({
      retryAfterSeconds: 6 * 3600,
    }));
    const anna = citizenActor();
    // At night too: quiet hours would hold half of the tries.
    await as(anna).saveTelling({ idempotencyKey: key(), mail: [], quiet: null, pace: 'at_once' });
    await device(anna, 'phone');
    await tell(anna);
    for (let hours = 0; hours < 72; hours += 6) {
      await runner.drain();
      clock.advance(6 * 3_600_000);
    }
    expect(push.sent).toHaveLength(8);
    expect(await devices()).toBe(1);
    clock.advance(30 * 24 * 3_600_000);
    await tell(anna);
    await runner.drain();
    expect(await devices()).toBe(0);
  });

  it('raise an alarm when they are refused through our fault, keep the device, and are not repeated', async () => {
    const store = await open();
    const { runner, push, lines, outcomes, device, devices, tell } = house(store, () => 'rejected');
    const anna = citizenActor();
    await device(anna, 'phone');
    await tell(anna);
    await runner.drain();
    expect(outcomes).toEqual(['rejected']);
    expect(await devices()).toBe(1);
    expect(push.sent).toHaveLength(1);
    const alarm = lines.map((line) => JSON.parse(line)).find((line) => line.alarm);
    expect(alarm).toMatchObject({ level: 'error', alarm: 'notifications.push_rejected' });
    expect(lines.join()).not.toContain('push.example');
    expect(await listDeadJobs(store.read, store.tables)).toEqual([]);
  });
});
