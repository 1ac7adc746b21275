import type { Day, Instant, Language } from '@jena/shared/kernel';
import type { PushPayload } from '@jena/shared/notifications';
import type { PushOptions } from '../../adapters/push/port.ts';
import type { Reader } from '../../platform/db/access.ts';
import type { JobContext } from '../../platform/jobs.ts';
import { type DeliveryDeps, deliver } from './notifications.delivery.ts';
import { createNotificationsStore, type SubscriptionRow } from './notifications.store.ts';
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

/** Devices of one job that are greeted side by side. */
const sideBySide = 8;

type Greeting = {
  subscriptionIds: readonly SubscriptionId[];
  day: Day;
  options: PushOptions;
  compose: (language: Language) => PushPayload;
};

/**
 * Sends the day's greeting to some devices, at most once each: they are claimed together before the first goes out, and a
 * crash in between loses theirs rather than repeating any. Where the push service was busy the claim is taken back.
 * @returns the devices to which it is to come again, and when
 */
export async function greetDevices(
  deps: Pick<DeliveryDeps, 'push' | 'meter'>,
  context: JobContext,
  { subscriptionIds, day, options, compose }: Greeting,
): Promise<{ subscriptionId: SubscriptionId; retryAt: Instant }[]> {
  const { store } = context;
  const devices = createNotificationsStore(store.tables);
  const quiet = { changesPublicData: false };
  const wanted = await wantedNow(context, await devices.subscriptionsById(store.read, subscriptionIds));
  const ids = wanted.map(({ id }) => id);
  const claimed = await store.transaction((tx) => devices.claimGreetings(tx, ids, day), quiet);
  const waiting = wanted.filter(({ id }) => claimed.has(id));
  const again: { subscriptionId: SubscriptionId; retryAt: Instant }[] = [];
  async function work() {
    for (let device = waiting.shift(); device; device = waiting.shift()) {
      const delivered = await deliver(deps, context, device, { payload: compose(device.language), options });
      if (typeof delivered !== 'string') again.push({ subscriptionId: device.id, ...delivered });
    }
  }
  // One whose outcome could not be stored must not end the others.
  const ended = await Promise.allSettled(Array.from({ length: sideBySide }, work));
  const back = again.map(({ subscriptionId }) => subscriptionId);
  if (back.length > 0) await store.transaction((tx) => devices.releaseGreetings(tx, back, day), quiet);
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed) context.log.error({ err: failed.reason }, 'outcome of a greeting not stored');
  return again;
}

/** A greeting that waits for the end of quiet hours would come when the doors have long been open. */
async function wantedNow({ store, clock }: JobContext, all: readonly SubscriptionRow[]) {
  const devices = createNotificationsStore(store.tables);
  const now = clock.now();
  const wanted: SubscriptionRow[] = [];
  for (const device of all) {
    if (!device.topics.includes('assistant')) continue;
    const isQuiet = (await quietFor(devices, store.read, { accountId: device.accountId, now })) !== null;
    if (!isQuiet) wanted.push(device);
  }
  return wanted;
}
