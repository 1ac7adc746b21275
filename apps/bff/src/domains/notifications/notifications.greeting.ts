import type { Day, Language } from '@jena/shared/kernel';
import type { PushPayload } from '@jena/shared/notifications';
import type { PushOptions } from '../../adapters/push/port.ts';
import type { Reader } from '../../platform/db/access.ts';
import type { JobContext } from '../../platform/jobs.ts';
import { type Delivered, type DeliveryDeps, deliver } from './notifications.delivery.ts';
import { createNotificationsStore } from './notifications.store.ts';
import type { NotificationTables, SubscriptionId } from './notifications.tables.ts';
import { quietFor } from './notifications.telling.ts';

const pageSize = 500;

/** A page of the devices that want a greeting and had none on this day; `next` leads to the following page. */
export async function devicesToGreet(
  db: Reader,
  tables: NotificationTables,
  { day, after }: { day: Day; after: SubscriptionId | null },
): Promise<{ ids: SubscriptionId[]; next: SubscriptionId | null }> {
  const page = await createNotificationsStore(tables).subscriptionsAfter(db, after, pageSize);
  return {
    ids: page
      .filter((device) => device.topics.includes('assistant') && device.lastGreetedDay !== day)
      .map((device) => device.id),
    next: page.length === pageSize ? (page.at(-1)?.id ?? null) : null,
  };
}

/**
 * Sends the day's greeting to one device, at most once: it is claimed before it goes out, and a crash in between
 * loses it rather than repeating it. Not accepted by the push service: the claim is taken back.
 */
export async function greetDevice(
  deps: Pick<DeliveryDeps, 'push' | 'meter'>,
  context: JobContext,
  greeting: {
    subscriptionId: SubscriptionId;
    day: Day;
    options: PushOptions;
    compose: (language: Language) => PushPayload;
  },
): Promise<Delivered | 'not wanted'> {
  const { store } = context;
  const { subscriptionId, day, options, compose } = greeting;
  const devices = createNotificationsStore(store.tables);
  const device = await devices.subscriptionById(store.read, subscriptionId);
  if (device === undefined || !device.topics.includes('assistant')) return 'not wanted';
  // A greeting that waits for the end of quiet hours would come when the doors have long been open.
  const now = context.clock.now();
  if ((await quietFor(devices, store.read, { accountId: device.accountId, now })) !== null)
    return 'not wanted';
  const quiet = { changesPublicData: false };
  if (!(await store.transaction((tx) => devices.claimGreeting(tx, subscriptionId, day), quiet)))
    return 'not wanted';
  const delivered = await deliver(deps, context, device, { payload: compose(device.language), options });
  if (typeof delivered !== 'string')
    await store.transaction((tx) => devices.releaseGreeting(tx, subscriptionId, day), quiet);
  return delivered;
}
