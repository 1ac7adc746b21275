import { type Instant, toInstant } from '@jena/shared/kernel';
import type { PushPayload } from '@jena/shared/notifications';
import type { PushOptions, PushPort } from '../../adapters/push/port.ts';
import type { JobContext } from '../../platform/jobs.ts';
import { failingDays } from './notifications.policy.ts';
import { createNotificationsStore, type SubscriptionRow } from './notifications.store.ts';

/** Counts what became of pushes; `rejected` is an alarm. */
export type PushMeter = { pushed(outcome: 'sent' | 'gone' | 'rejected' | 'later'): void };

export type DeliveryDeps = { push: PushPort; publicOrigin: string; meter: PushMeter };

/** `retryAt`: the push service was busy; plan it again for then. */
export type Delivered = 'sent' | 'gone' | 'rejected' | { readonly retryAt: Instant };

const longestWaitSeconds = 6 * 60 * 60;
const dayMs = 24 * 60 * 60_000;

/** Sends one push to one device and notes what that says about the device. */
export async function deliver(
  { push, meter }: Pick<DeliveryDeps, 'push' | 'meter'>,
  { store, clock, log }: JobContext,
  device: SubscriptionRow,
  message: { payload: PushPayload; options: PushOptions },
): Promise<Delivered> {
  const devices = createNotificationsStore(store.tables);
  const { endpoint, p256dh, auth } = device;
  const outcome = await push.send(
    { endpoint, keys: { p256dh, auth } },
    JSON.stringify(message.payload),
    message.options,
  );
  const now = clock.now();
  const note = (failingSince: Instant | null) =>
    store.transaction((tx) => devices.changeSubscription(tx, device.id, { failingSince }), quiet);
  const forget = () => store.transaction((tx) => devices.deleteSubscription(tx, device.id), quiet);

  if (outcome === 'sent') {
    if (device.failingSince !== null) await note(null);
    meter.pushed('sent');
    return 'sent';
  }
  if (outcome === 'gone' || isHopeless(device, now)) {
    await forget();
    meter.pushed('gone');
    return 'gone';
  }
  if (device.failingSince === null) await note(toInstant(now));
  if (outcome === 'rejected') {
    // Our fault (key, size, address): the device stays, a person must look.
    log.error({ alarm: 'notifications.push_rejected', subscriptionId: device.id }, 'push rejected');
    meter.pushed('rejected');
    return 'rejected';
  }
  meter.pushed('later');
  const seconds = Math.min(Math.max(outcome.retryAfterSeconds, 1), longestWaitSeconds);
  return { retryAt: toInstant(new Date(now.getTime() + seconds * 1000)) };
}

const quiet = { changesPublicData: false } as const;

function isHopeless({ failingSince }: SubscriptionRow, now: Date): boolean {
  return failingSince !== null && now.getTime() - Date.parse(failingSince) > failingDays * dayMs;
}
