import { type Instant, idSchema, messageId, toInstant } from '@jena/shared/kernel';
import { quietUntil, topicOf } from '@jena/shared/notifications';
import { z } from 'zod';
import { type JobContext, jobHandler, planJob } from '../../platform/jobs.ts';
import { type DeliveryDeps, deliver } from './notifications.delivery.ts';
import { type MailingDeps, mailAbout, mailPayload } from './notifications.mail.ts';
import { casePayload, caseTopic } from './notifications.payload.ts';
import { caseTtlSeconds, mailAfterHours } from './notifications.policy.ts';
import { createNotificationsStore, type MessageRow, type SubscriptionRow } from './notifications.store.ts';
import { quietFor, tellingOf } from './notifications.telling.ts';

const pushPayload = z.object({ messageId });
const devicePayload = z.object({
  messageId,
  subscriptionId: idSchema<'pushSubscription'>(),
  /** How often the push service asked to come again, or quiet hours held it. */
  again: z.number().int().default(0),
  /** It waited for the end of quiet hours: of several about one case only the newest goes out. */
  held: z.boolean().default(false),
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
    const all = await devices.subscriptionsOf(store.read, message.accountId);
    const told = all.filter((device) => wants(device, message));
    const now = clock.now();
    const at = toInstant(now);
    const mailAt = await timeOfMail(message, told.length > 0, { devices, store, now });
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
    const ttl = caseTtlSeconds - Math.floor((now.getTime() - Date.parse(message.at)) / 1000);
    if (ttl <= 0) return;
    const quietEnd = await quietFor(devices, store.read, { accountId: message.accountId, now });
    if (quietEnd !== null && topicOf[message.type] !== 'security') {
      await comeAgain({ ...payload, held: true }, toInstant(quietEnd), context);
      return;
    }
    const delivered = await deliver(deps, context, device, {
      payload: casePayload(message, device.language, deps.publicOrigin, quietEnd !== null),
      options: { ttl, topic: caseTopic(message.caseId, device.endpoint), urgency: 'normal' },
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
    'notifications.mail': jobHandler(mailPayload, (payload, context) => mailAbout(deps, payload, context)),
  };
}

/** Security is told on every device that wants anything at all. */
function wants({ topics }: SubscriptionRow, { type }: MessageRow): boolean {
  const topic = topicOf[type];
  return topic === 'security' ? topics.length > 0 : topics.includes(topic);
}

/** Between planning and sending a person may have read it, switched off, or handed the device on. */
function isStillWanted(message: MessageRow, device: SubscriptionRow): boolean {
  return message.readAt === null && device.accountId === message.accountId && wants(device, message);
}

/**
 * When a message goes out by e-mail, if it is still unread then: at once where it is about security, after quiet hours
 * where no device was told, else a day later. Null: never.
 */
async function timeOfMail(
  { type, accountId }: MessageRow,
  isTold: boolean,
  {
    devices,
    store,
    now,
  }: Pick<JobContext, 'store'> & {
    devices: ReturnType<typeof createNotificationsStore>;
    now: Date;
  },
): Promise<Instant | null> {
  const topic = topicOf[type];
  if (topic === 'security') return toInstant(now);
  const { mail, quiet } = await tellingOf(devices, store.read, accountId);
  if (!mail.includes(topic)) return null;
  const wished = isTold ? new Date(now.getTime() + mailAfterHours * 3_600_000) : now;
  return toInstant(quietUntil(quiet, wished) ?? wished);
}
