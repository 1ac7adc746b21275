import { type Instant, idSchema, messageId, toInstant } from '@jena/shared/kernel';
import { z } from 'zod';
import { type JobContext, jobHandler, planJob } from '../../platform/jobs.ts';
import { type DeliveryDeps, deliver } from './notifications.delivery.ts';
import { casePayload, caseTopic } from './notifications.payload.ts';
import { caseTtlSeconds } from './notifications.policy.ts';
import { createNotificationsStore, type MessageRow, type SubscriptionRow } from './notifications.store.ts';

const pushPayload = z.object({ messageId });
const devicePayload = z.object({
  messageId,
  subscriptionId: idSchema<'pushSubscription'>(),
  /** How often the push service asked to come again. */
  again: z.number().int().default(0),
});

/** Tells a person's devices about a message: one job a device, so that a failing one repeats nothing on the others. */
export function notificationJobs(deps: DeliveryDeps) {
  async function fanOut({ messageId: id }: z.infer<typeof pushPayload>, { store, clock }: JobContext) {
    const devices = createNotificationsStore(store.tables);
    const message = await devices.messageById(store.read, id);
    if (message === undefined || message.readAt !== null) return;
    const all = await devices.subscriptionsOf(store.read, message.accountId);
    const told = all.filter((device) => device.topics.includes('cases'));
    if (told.length === 0) return;
    const at = toInstant(clock.now());
    await store.transaction(
      async (tx) => {
        for (const device of told) {
          await planJob(tx, store.tables, {
            kind: 'notifications.push_device',
            payload: { messageId: id, subscriptionId: device.id },
            at,
            key: `${id}:${device.id}:0`,
          });
        }
      },
      { changesPublicData: false },
    );
  }

  async function tellDevice(payload: z.infer<typeof devicePayload>, context: JobContext) {
    const { store, clock } = context;
    const devices = createNotificationsStore(store.tables);
    const message = await devices.messageById(store.read, payload.messageId);
    const device = await devices.subscriptionById(store.read, payload.subscriptionId);
    if (message === undefined || device === undefined || !isStillWanted(message, device)) return;
    const now = clock.now();
    const ttl = caseTtlSeconds - Math.floor((now.getTime() - Date.parse(message.at)) / 1000);
    if (ttl <= 0) return;
    const delivered = await deliver(deps, context, device, {
      payload: casePayload(message, device.language, deps.publicOrigin),
      options: { ttl, topic: caseTopic(message.caseId, device.endpoint), urgency: 'normal' },
    });
    if (typeof delivered === 'string') return;
    await comeAgain(payload, delivered.retryAt, context);
  }

  async function comeAgain(
    { messageId: id, subscriptionId, again }: z.infer<typeof devicePayload>,
    runAt: Instant,
    { store, clock }: JobContext,
  ) {
    await store.transaction(
      (tx) =>
        planJob(tx, store.tables, {
          kind: 'notifications.push_device',
          payload: { messageId: id, subscriptionId, again: again + 1 },
          at: toInstant(clock.now()),
          runAt,
          key: `${id}:${subscriptionId}:${again + 1}`,
        }),
      { changesPublicData: false },
    );
  }

  return {
    'notifications.push': jobHandler(pushPayload, fanOut),
    'notifications.push_device': jobHandler(devicePayload, tellDevice),
  };
}

/** Between planning and sending a person may have read it, switched off, or handed the device on. */
function isStillWanted(message: MessageRow, device: SubscriptionRow): boolean {
  return message.readAt === null && device.accountId === message.accountId && device.topics.includes('cases');
}
