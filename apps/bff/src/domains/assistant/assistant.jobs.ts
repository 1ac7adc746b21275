import {
  addDays,
  cityInstant,
  cityTime,
  type Day,
  daySchema,
  idSchema,
  toInstant,
} from '@jena/shared/kernel';
import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import type { Store } from '../../platform/db/store.ts';
import { type JobContext, jobHandler, planJob } from '../../platform/jobs.ts';
import { type DeliveryDeps, devicesToGreet, greetDevices } from '../notifications/index.ts';
import type { Services } from '../services/index.ts';
import { greetingPayload } from './assistant.payload.ts';
import { firstOpening, isTimely, nextOpening, type Opening } from './assistant.schedule.ts';

/** The office whose hours are those of the online services. */
const officeId = 'buergerservice';
/** Seconds for which a push service keeps a greeting: later it would be noise. */
const ttlSeconds = 2 * 60 * 60;
const quiet = { changesPublicData: false } as const;

const greetPayload = z.object({ day: daySchema });
/** Devices of one job: each job is claimed, and its outcome written, once for all of them. */
const devicesAtOnce = 50;
const devicesPayload = z.object({
  day: daySchema,
  subscriptionIds: z.array(idSchema<'pushSubscription'>()),
  /** How often the push service asked to come again. */
  again: z.number().int().default(0),
});
type DevicesJob = z.infer<typeof devicesPayload>;

type Planning = { store: Store; clock: Clock; services: Services };

/**
 * Plans the greeting for the next opening, unless it is planned already. Where none is known, it looks again the next
 * morning. Call once when the process starts; after that each greeting plans the next.
 */
export async function planNextGreeting(
  { store, clock, services }: Planning,
  after: Day | null = null,
): Promise<void> {
  const now = clock.now();
  const hours = services.officeHours(officeId);
  const opening = hours && nextOpening(hours, now, after);
  await store.transaction(
    (tx) => planJob(tx, store.tables, { kind: 'assistant.greet', at: toInstant(now), ...plan(opening, now) }),
    quiet,
  );
}

/** Keyed by day and clock: new hours get a job of their own, and the old one finds the office closed. */
function plan(opening: Opening | null, now: Date) {
  if (opening !== null) {
    const { day, clock, at } = opening;
    return { payload: { day }, runAt: at, key: `${day} ${clock}` };
  }
  const today = cityTime(now).day;
  const tomorrow = addDays(today, 1);
  return {
    payload: { day: today },
    runAt: toInstant(cityInstant(tomorrow, '06:00')),
    key: `look ${tomorrow}`,
  };
}

/** Hanfried greets as the online services open: once a day, many devices a job. */
export function assistantJobs(deps: DeliveryDeps & { services: Services }) {
  const { services, publicOrigin } = deps;

  /** The day's opening while a greeting is timely; hours may have changed since it was planned. */
  function openingOf(day: Day, now: Date): Opening | null {
    const hours = services.officeHours(officeId);
    const opening = hours && firstOpening(hours, day);
    if (opening === null || !isTimely(opening, now)) return null;
    return services.openState(officeId, now).state === 'open' ? opening : null;
  }

  async function greet({ day }: z.infer<typeof greetPayload>, { store, clock }: JobContext) {
    // First the next day: whatever fails below, Hanfried comes again.
    await planNextGreeting({ store, clock, services }, day);
    if (openingOf(day, clock.now()) === null) return;
    for (let after: Parameters<typeof devicesToGreet>[2]['after'] = null; ; ) {
      const { ids, next } = await devicesToGreet(store.read, store.tables, { day, after });
      const at = toInstant(clock.now());
      await store.transaction(async (tx) => {
        for (let from = 0; from < ids.length; from += devicesAtOnce) {
          const subscriptionIds = ids.slice(from, from + devicesAtOnce);
          await planJob(tx, store.tables, {
            kind: 'assistant.greet_devices',
            payload: { day, subscriptionIds },
            at,
            key: `${day}:${subscriptionIds[0]}:0`,
          });
        }
      }, quiet);
      if (next === null) return;
      after = next;
    }
  }

  async function greetSome({ day, subscriptionIds, again }: DevicesJob, context: JobContext) {
    const { store, clock } = context;
    const opening = openingOf(day, clock.now());
    if (opening === null) return;
    const later = await greetDevices(deps, context, {
      subscriptionIds,
      day,
      options: { ttl: ttlSeconds, topic: 'hanfried', urgency: 'low' },
      compose: (language) => greetingPayload(opening.clock, language, publicOrigin),
    });
    if (later.length === 0) return;
    await store.transaction(async (tx) => {
      for (const { subscriptionId, retryAt } of later)
        await planJob(tx, store.tables, {
          kind: 'assistant.greet_devices',
          payload: { day, subscriptionIds: [subscriptionId], again: again + 1 },
          at: toInstant(clock.now()),
          runAt: retryAt,
          key: `${day}:${subscriptionId}:${again + 1}`,
        });
    }, quiet);
  }

  return {
    'assistant.greet': jobHandler(greetPayload, greet),
    'assistant.greet_devices': jobHandler(devicesPayload, greetSome),
  };
}
