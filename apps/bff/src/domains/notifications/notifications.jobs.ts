import { type Instant, idSchema, instantSchema, messageId, toInstant } from '@jena/shared/kernel';
import { canWait, topicOf } from '@jena/shared/notifications';
import { z } from 'zod';
import { type JobContext, jobHandler, planJob } from '../../platform/jobs.ts';
import { type DeliveryDeps, deliver } from './notifications.delivery.ts';
import { gather, gatherPayload, planGathering } from './notifications.gathering.ts';
import { type MailingDeps, mailAbout, mailPayload } from './notifications.mail.ts';
import { casePayload, caseTopic, gatheredPayload } from './notifications.payload.ts';
import { caseTtlSeconds } from './notifications.policy.ts';
import { isStillWanted, timeOfMail, wants } from './notifications.reach.ts';
import { createNotificationsStore } from './notifications.store.ts';
import { quietFor, tellingOf } from './notifications.telling.ts';

const pushPayload = z.object({ messageId });
const devicePayload = z.object({
  messageId,
  subscriptionId: idSchema<'pushSubscription'>(),
  /** How often the push service asked to come again, or quiet hours held it. */
  again: z.number().int().default(0),
  /** It waited for the end of quiet hours: of several about one case only the newest goes out. */
  held: z.boolean().default(false),
  /** How many messages are told together; the one named is the newest of them. */
  gathered: z.number().int().default(0),
  /** When it was to be told, for the time it may wait; null: when it came. */
  since: instantSchema.nullable().default(null),
});
type DeviceJob = z.infer<typeof devicePayload>;

const quietly = { changesPublicData: false } as const;

/**
 * Tells a person about a message: one job a device, so that a failing one repeats nothing on the others, and one for the
 * mail. In quiet hours pushes wait; what is about the security of the account comes at once, without a sound.
 */
export function notificationJobs(deps: DeliveryDeps & MailingDeps) {
  async function fanOut({ messageId: id }: z.infer<typeof pushPayload>, { store, clock }: JobContext) {
    const devices = createNotificationsStore(store.tables);
    const message = await devices.messageById(store.read, id);
    if (message === undefined || message.readAt !== null) return;
    const { pace } = await tellingOf(devices, store.read, message.accountId);
    if (pace !== 'at_once' && canWait(message.type)) {
      await planGathering({ store, clock }, { accountId: message.accountId, pace, since: message.at });
      return;
    }
    const all = await devices.subscriptionsOf(store.read, message.accountId);
    const told = all.filter((device) => wants(device, message));
    const now = clock.now();
    const at = toInstant(now);
    const mailAt = await timeOfMail(message, told.length > 0, { messages: devices, store, now });
    await store.transaction(async (tx) => {
      for (const device of told) {
        const payload = { messageId: id, subscriptionId: device.id };
        const key = `${id}:${device.id}:0`;
        await planJob(tx, store.tables, { kind: 'notifications.push_device', payload, at, key });
      }
      if (mailAt !== null)
        await planJob(tx, store.tables, {
          kind: 'notifications.mail',
          payload: { messageId: id },
          at,
          runAt: mailAt,
          key: `${id}:0`,
        });
    }, quietly);
  }

  async function tellDevice(payload: DeviceJob, context: JobContext) {
    const { store, clock } = context;
    const devices = createNotificationsStore(store.tables);
    const message = await devices.messageById(store.read, payload.messageId);
    const device = await devices.subscriptionById(store.read, payload.subscriptionId);
    if (message === undefined || device === undefined || !isStillWanted(message, device)) return;
    if (payload.held && (await devices.isOutdone(store.read, message))) return;
    const now = clock.now();
    const ttl = caseTtlSeconds - Math.floor((now.getTime() - Date.parse(payload.since ?? message.at)) / 1000);
    if (ttl <= 0) return;
    const quietEnd = await quietFor(devices, store.read, { accountId: message.accountId, now });
    if (quietEnd !== null && topicOf[message.type] !== 'security') {
      await comeAgain({ ...payload, held: true }, toInstant(quietEnd), context);
      return;
    }
    const delivered = await deliver(deps, context, device, {
      payload:
        payload.gathered > 1
          ? gatheredPayload(payload.gathered, device.language, deps.publicOrigin)
          : casePayload(message, device.language, deps.publicOrigin, quietEnd !== null),
      options: {
        ttl,
        topic: caseTopic(payload.gathered > 1 ? null : message.caseId, device.endpoint),
        urgency: 'normal',
      },
    });
    if (typeof delivered === 'string') return;
    await comeAgain(payload, delivered.retryAt, context);
  }

  async function comeAgain({ again, ...job }: DeviceJob, runAt: Instant, { store, clock }: JobContext) {
    await store.transaction(
      (tx) =>
        planJob(tx, store.tables, {
          kind: 'notifications.push_device',
          payload: { ...job, again: again + 1 },
          at: toInstant(clock.now()),
          runAt,
          key: `${job.messageId}:${job.subscriptionId}:${again + 1}`,
        }),
      quietly,
    );
  }

  return {
    'notifications.push': jobHandler(pushPayload, fanOut),
    'notifications.push_device': jobHandler(devicePayload, tellDevice),
    'notifications.gather': jobHandler(gatherPayload, (payload, context) => gather(payload, context)),
    'notifications.mail': jobHandler(mailPayload, (payload, context) => mailAbout(deps, payload, context)),
  };
}
