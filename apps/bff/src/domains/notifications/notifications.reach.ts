import { type Instant, toInstant } from '@jena/shared/kernel';
import { quietUntil, topicOf } from '@jena/shared/notifications';
import type { JobContext } from '../../platform/jobs.ts';
import { mailAfterHours } from './notifications.policy.ts';
import type { MessageRow, NotificationsStore, SubscriptionRow } from './notifications.store.ts';
import { tellingOf } from './notifications.telling.ts';

/** Security is told on every device that wants anything at all. */
export function wants({ topics }: SubscriptionRow, { type }: MessageRow): boolean {
  const topic = topicOf[type];
  return topic === 'security' ? topics.length > 0 : topics.includes(topic);
}

/** Between planning and sending a person may have read it, switched off, or handed the device on. */
export function isStillWanted(message: MessageRow, device: SubscriptionRow): boolean {
  return message.readAt === null && device.accountId === message.accountId && wants(device, message);
}

/**
 * When a message goes out by e-mail, if it is still unread then: at once where it is about security, after quiet hours
 * where no device was told, else a day later. Null: never.
 */
export async function timeOfMail(
  { type, accountId }: MessageRow,
  isTold: boolean,
  { messages, store, now }: Pick<JobContext, 'store'> & { messages: NotificationsStore; now: Date },
): Promise<Instant | null> {
  const topic = topicOf[type];
  if (topic === 'security') return toInstant(now);
  const { mail, quiet } = await tellingOf(messages, store.read, accountId);
  if (!mail.includes(topic)) return null;
  const wished = isTold ? new Date(now.getTime() + mailAfterHours * 3_600_000) : now;
  return toInstant(quietUntil(quiet, wished) ?? wished);
}
