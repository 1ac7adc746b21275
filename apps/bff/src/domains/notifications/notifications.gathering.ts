import { type AccountId, accountId, type Instant, instantSchema, toInstant } from '@jena/shared/kernel';
import { canWait, nextGathering, type Pace, paces, topicOf } from '@jena/shared/notifications';
import { z } from 'zod';
import { type JobContext, planJob } from '../../platform/jobs.ts';
import { timeOfMail, wants } from './notifications.reach.ts';
import { createNotificationsStore } from './notifications.store.ts';
import { tellingOf } from './notifications.telling.ts';

const gathered = z.enum(paces).exclude(['at_once']);
export const gatherPayload = z.object({ accountId, pace: gathered, since: instantSchema });
type Ground = Pick<JobContext, 'store' | 'clock'>;

const quietly = { changesPublicData: false } as const;

/** Puts a message among those that are told together: the first plans the time, the others find it planned. */
export async function planGathering(
  { store, clock }: Ground,
  { accountId, pace, since }: { accountId: AccountId; pace: Exclude<Pace, 'at_once'>; since: Instant },
): Promise<void> {
  const runAt = toInstant(nextGathering(pace, clock.now()));
  await store.transaction(
    (tx) =>
      planJob(tx, store.tables, {
        kind: 'notifications.gather',
        payload: { accountId, pace, since },
        at: toInstant(clock.now()),
        runAt,
        key: `${accountId}:${runAt}`,
      }),
    quietly,
  );
}

/**
 * Tells what came together and is still unread: one push a device about what it wants, and one e-mail where no device
 * was told. Nothing when all was read.
 */
export async function gather(
  { accountId, since }: z.infer<typeof gatherPayload>,
  { store, clock }: Ground,
): Promise<void> {
  const messages = createNotificationsStore(store.tables);
  const waiting = (await messages.unreadSince(store.read, accountId, since)).filter(({ type }) =>
    canWait(type),
  );
  const now = clock.now();
  const at = toInstant(now);
  const told = (await messages.subscriptionsOf(store.read, accountId)).flatMap((device) => {
    const wanted = waiting.filter((message) => wants(device, message));
    return wanted[0] ? [{ device, newest: wanted[0], count: wanted.length }] : [];
  });
  const { mail } = await tellingOf(messages, store.read, accountId);
  const [forMail] = waiting.filter(({ type }) => mail.some((topic) => topic === topicOf[type]));
  const mailAt = forMail && (await timeOfMail(forMail, told.length > 0, { messages, store, now }));
  await store.transaction(async (tx) => {
    for (const { device, newest, count } of told)
      await planJob(tx, store.tables, {
        kind: 'notifications.push_device',
        payload: { messageId: newest.id, subscriptionId: device.id, gathered: count, since: at },
        at,
        key: `${newest.id}:${device.id}:0`,
      });
    if (forMail && mailAt)
      await planJob(tx, store.tables, {
        kind: 'notifications.mail',
        payload: { messageId: forMail.id },
        at,
        runAt: mailAt,
        key: `${forMail.id}:0`,
      });
  }, quietly);
}
