import {
  type AccountId,
  type Actor,
  anonymous,
  type CaseId,
  type IdempotencyKey,
  type Instant,
  type MessageId,
  newId,
} from '@jena/shared/kernel';
import { deviceOf, type InboxBox, type MarkChange, type Topic } from '@jena/shared/notifications';
import { TRPCError } from '@trpc/server';
import { expect, it } from 'vitest';
import type { PushSubscription } from '../../adapters/push/port.ts';
import { browserSubscription, recordingPush } from '../../adapters/push/recording.testkit.ts';
import type { Store } from '../../platform/db/store.ts';
import { createRateLimiter } from '../../platform/rate-limit.ts';
import { testClock } from '../../platform/testing/clock.ts';
import { citizenActor, staffActor, testContext } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { createCallerFactory } from '../../platform/trpc.ts';
import { createNotifications, createNotificationsRouter, type Notice, subscribeLimit } from './index.ts';

const key = () => newId<'idempotency'>() as IdempotencyKey;
const anna = citizenActor();
const ben = citizenActor();

function notice(accountId: AccountId, changes: Partial<Notice> = {}): Notice {
  return {
    accountId,
    type: 'case_claimed',
    caseId: newId<'case'>() as CaseId,
    caseReference: 'J-7K4M-2Q',
    serviceSlug: 'wohnsitz-anmelden',
    at: '2026-11-23T09:00:00.000Z' as Instant,
    key: newId<'event'>(),
    ...changes,
  };
}

function house(store: Store) {
  const clock = testClock();
  const notifications = createNotifications(store.tables);
  const limiter = createRateLimiter({ clock, ...subscribeLimit });
  const callerOf = createCallerFactory(
    createNotificationsRouter({ notifications, push: recordingPush(), limiter }),
  );
  const as = (actor: Actor) => callerOf(testContext(store, { actor, clock }));
  const tell = (...notices: Notice[]) =>
    store.transaction(async (tx) => {
      for (const each of notices) await notifications.notify(tx, each);
    });
  const subscribe = (actor: Actor, subscription: PushSubscription, ...topics: Topic[]) =>
    as(actor).subscribe({ idempotencyKey: key(), subscription, language: 'de', topics });
  const settings = async (actor: Actor, { endpoint }: PushSubscription) =>
    as(actor).pushSettings({ device: await deviceOf(endpoint) });
  return { clock, as, tell, subscribe, settings };
}

const codeOf = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (!(error instanceof TRPCError)) return error;
  return (error.cause as { code?: string } | undefined)?.code ?? error.code;
};

describeOnBothDialects('the inbox', (open) => {
  it('shows a person’s messages, newest first, and counts the unread', async () => {
    const { as, tell } = house(await open());
    await tell(
      notice(anna.accountId, { type: 'case_submitted', at: '2026-11-23T09:00:00.000Z' as Instant }),
      notice(anna.accountId, { type: 'evidence_requested', at: '2026-11-23T10:00:00.000Z' as Instant }),
      notice(ben.accountId),
    );
    const inbox = await as(anna).inbox({});
    expect(inbox.messages.map((message) => message.type)).toEqual(['evidence_requested', 'case_submitted']);
    expect(inbox.messages[0]).toMatchObject({ caseReference: 'J-7K4M-2Q', readAt: null });
    expect(inbox).toMatchObject({ unread: 2, next: null });
    expect(await as(ben).unreadCount({})).toEqual({ unread: 1 });
  });

  it('makes one entry of an event that is told twice, but one each for two people', async () => {
    const { as, tell } = house(await open());
    const once = notice(anna.accountId, { key: 'case:1:4' });
    await tell(once);
    await tell(once, { ...once, accountId: ben.accountId });
    expect((await as(anna).inbox({})).messages).toHaveLength(1);
    expect((await as(ben).inbox({})).messages).toHaveLength(1);
  });

  it('keeps nothing when the transaction that made the news fails', async () => {
    const store = await open();
    const { as } = house(store);
    const failing = store.transaction(async (tx) => {
      await createNotifications(store.tables).notify(tx, notice(anna.accountId));
      throw new Error('the case could not be changed');
    });
    await expect(failing).rejects.toThrow('could not be changed');
    expect((await as(anna).inbox({})).messages).toEqual([]);
    expect(await store.read.$count(store.tables.platformJobs)).toBe(0);
  });

  it('is read in pages without a gap or a repetition, even when messages have the same time', async () => {
    const { as, tell } = house(await open());
    await tell(...Array.from({ length: 205 }, () => notice(anna.accountId)));
    const seen = new Set<string>();
    let after: string | null = null;
    let pages = 0;
    do {
      const page: Awaited<ReturnType<ReturnType<typeof as>['inbox']>> = await as(anna).inbox({ after });
      for (const message of page.messages) seen.add(message.id);
      after = page.next;
      pages += 1;
    } while (after !== null);
    expect([pages, seen.size]).toEqual([3, 205]);
  });

  it('marks a message read once, and says how many are left', async () => {
    const { as, tell, clock } = house(await open());
    await tell(notice(anna.accountId), notice(anna.accountId));
    const [first] = (await as(anna).inbox({})).messages;
    const messageId = first?.id as MessageId;
    expect(
      await as(anna).mark({ idempotencyKey: key(), messageIds: [messageId], change: { read: true } }),
    ).toEqual({ unread: 1 });
    clock.advance(60_000);
    expect(
      await as(anna).mark({ idempotencyKey: key(), messageIds: [messageId], change: { read: true } }),
    ).toEqual({ unread: 1 });
    const read = (await as(anna).inbox({})).messages.find((message) => message.id === messageId);
    expect(read?.readAt).toBe('2026-11-23T09:00:00.000Z');
  });

  it('keeps messages with a star and in an archive, and takes each back', async () => {
    const { as, tell } = house(await open());
    await tell(notice(anna.accountId), notice(anna.accountId));
    const ids = (await as(anna).inbox({})).messages.map(({ id }) => id);
    const [one, other] = ids as [MessageId, MessageId];
    const mark = (change: MarkChange, ...messageIds: MessageId[]) =>
      as(anna).mark({ idempotencyKey: key(), messageIds, change });
    const box = async (name: InboxBox) =>
      (await as(anna).inbox({ box: name })).messages.map(({ id }) => id).sort();
    await mark({ starred: true }, one);
    expect(await mark({ archived: true, read: true }, one)).toEqual({ unread: 1 });
    expect([await box('inbox'), await box('archive'), await box('starred')]).toEqual([[other], [one], [one]]);
    expect(await mark({ archived: false, read: false }, one)).toEqual({ unread: 2 });
    await mark({ starred: false }, one);
    expect([await box('inbox'), await box('archive'), await box('starred')]).toEqual([ids.sort(), [], []]);
    expect(await mark({ read: true }, one, other)).toEqual({ unread: 0 });
  });

  it('marks none of several when one is not one’s own', async () => {
    const { as, tell } = house(await open());
    await tell(notice(anna.accountId), notice(ben.accountId));
    const own = (await as(anna).inbox({})).messages[0]?.id as MessageId;
    const foreign = (await as(ben).inbox({})).messages[0]?.id as MessageId;
    const both = { idempotencyKey: key(), messageIds: [own, foreign], change: { read: true } };
    expect(await codeOf(as(anna).mark(both))).toBe('notifications.message_not_found');
    expect(await as(anna).unreadCount({})).toEqual({ unread: 1 });
    expect(await as(ben).unreadCount({})).toEqual({ unread: 1 });
  });

  it('treats another person’s message as one that does not exist', async () => {
    const { as, tell } = house(await open());
    await tell(notice(anna.accountId));
    const messageId = (await as(anna).inbox({})).messages[0]?.id as MessageId;
    expect(
      await codeOf(as(ben).mark({ idempotencyKey: key(), messageIds: [messageId], change: { read: true } })),
    ).toBe('notifications.message_not_found');
    expect(await as(anna).unreadCount({})).toEqual({ unread: 1 });
  });

  it('refuses who is not logged in as a citizen, and a made-up place in the list', async () => {
    const { as } = house(await open());
    expect(await codeOf(as(anonymous).inbox({}))).toBe('identity.login_required');
    expect(await codeOf(as(anonymous).unreadCount({}))).toBe('identity.login_required');
    expect(await codeOf(as(staffActor()).inbox({}))).toBe('identity.login_required');
    expect(await codeOf(as(anna).inbox({ after: "' or 1=1 --" }))).toBe('platform.bad_input');
  });
});

describeOnBothDialects('the devices of a person', (open) => {
  it('may ask for Hanfried’s greeting before any login, but for news about cases only after it', async () => {
    const { subscribe, settings } = house(await open());
    const phone = browserSubscription('phone');
    expect(await subscribe(anonymous, phone, 'assistant')).toEqual({
      subscribed: true,
      topics: ['assistant'],
    });
    expect(await codeOf(subscribe(anonymous, phone, 'assistant', 'cases'))).toBe('identity.login_required');
    expect(await settings(anonymous, phone)).toEqual({ subscribed: true, topics: ['assistant'] });
    expect(await subscribe(anna, phone, 'assistant', 'cases')).toMatchObject({
      topics: ['assistant', 'cases'],
    });
  });

  it('keeps its topics when the session has ended, so that single ones can be switched off', async () => {
    const { subscribe, settings } = house(await open());
    const phone = browserSubscription('phone');
    await subscribe(anna, phone, 'assistant', 'cases');
    await subscribe(anonymous, phone, 'cases');
    expect(await settings(anna, phone)).toEqual({ subscribed: true, topics: ['cases'] });
    await subscribe(anonymous, phone);
    expect(await codeOf(subscribe(anonymous, phone, 'cases'))).toBe('identity.login_required');
  });

  it('is forgotten when it says so, however often', async () => {
    const store = await open();
    const { as, subscribe, settings } = house(store);
    const phone = browserSubscription('phone');
    await subscribe(anna, phone, 'cases');
    for (let time = 0; time < 2; time += 1)
      expect(await as(anonymous).unsubscribe({ idempotencyKey: key(), endpoint: phone.endpoint })).toEqual({
        subscribed: false,
        topics: [],
      });
    expect(await settings(anna, phone)).toEqual({ subscribed: false, topics: [] });
    expect(await store.read.$count(store.tables.notificationSubscriptions)).toBe(0);
  });

  it('belongs to one person: others neither see nor silence it', async () => {
    const { as, subscribe, settings } = house(await open());
    const phone = browserSubscription('phone');
    await subscribe(anna, phone, 'cases');
    expect(await settings(ben, phone)).toEqual({ subscribed: false, topics: [] });
    await as(ben).unsubscribe({ idempotencyKey: key(), endpoint: phone.endpoint });
    expect(await settings(anna, phone)).toEqual({ subscribed: true, topics: ['cases'] });
  });

  it('cannot be taken over by someone who knows its address but not its keys', async () => {
    const { subscribe, settings } = house(await open());
    const phone = browserSubscription('phone');
    await subscribe(anna, phone, 'cases');
    const stolen = { ...browserSubscription('phone'), endpoint: phone.endpoint };
    expect(await codeOf(subscribe(ben, stolen, 'cases'))).toBe('platform.bad_input');
    expect(await codeOf(subscribe(anonymous, stolen, 'assistant'))).toBe('platform.bad_input');
    expect(await settings(anna, phone)).toEqual({ subscribed: true, topics: ['cases'] });
  });

  it('follows the person who logs in on it', async () => {
    const { subscribe, settings } = house(await open());
    const shared = browserSubscription('kitchen-tablet');
    await subscribe(anna, shared, 'cases');
    await subscribe(ben, shared, 'cases');
    expect(await settings(anna, shared)).toMatchObject({ subscribed: false });
    expect(await settings(ben, shared)).toMatchObject({ subscribed: true });
  });

  it('makes room when a person has too many', async () => {
    const store = await open();
    const { subscribe, settings, clock } = house(store);
    const oldest = browserSubscription('device-0');
    await subscribe(anna, oldest, 'cases');
    for (let device = 1; device <= 10; device += 1) {
      clock.advance(1000);
      await subscribe(anna, browserSubscription(`device-${device}`), 'cases');
    }
    expect(await store.read.$count(store.tables.notificationSubscriptions)).toBe(10);
    expect(await settings(anna, oldest)).toMatchObject({ subscribed: false });
  });

  it('is refused when its push service is not on the list', async () => {
    const store = await open();
    const { subscribe } = house(store);
    for (const origin of [
      'http://127.0.0.1:9000',
      'https://evil.example',
      'https://push.example.evil.example',
    ])
      expect(await codeOf(subscribe(anna, browserSubscription('x', origin), 'cases'))).toBe(
        'notifications.push_host_not_allowed',
      );
    expect(await store.read.$count(store.tables.notificationSubscriptions)).toBe(0);
  });

  it('is refused with keys that nothing can be encrypted with', async () => {
    const { subscribe } = house(await open());
    const good = browserSubscription('phone');
    const offCurve = Buffer.alloc(65, 7);
    offCurve[0] = 4;
    for (const keys of [
      { ...good.keys, auth: 'c2hvcnQ' },
      { ...good.keys, p256dh: '' },
      { ...good.keys, p256dh: offCurve.toString('base64url') },
      { ...good.keys, p256dh: Buffer.alloc(65).toString('base64url') },
    ])
      expect(await codeOf(subscribe(anna, { ...good, keys }, 'cases'))).toBe('platform.bad_input');
  });

  it('is refused when it changes its mind too often', async () => {
    const { subscribe, clock } = house(await open());
    const phone = browserSubscription('phone');
    for (let time = 0; time < subscribeLimit.most; time += 1) await subscribe(anna, phone, 'cases');
    expect(await codeOf(subscribe(anna, phone, 'cases'))).toBe('platform.too_many');
    clock.advance(subscribeLimit.windowSeconds * 1000);
    expect(await subscribe(anna, phone, 'cases')).toMatchObject({ subscribed: true });
  });
});
