import { type Instant, toInstant } from '@jena/shared/kernel';
import { z } from 'zod';
import { type JobHandler, jobHandler } from '../../platform/jobs.ts';
import { planHourly } from '../../platform/platform.jobs.ts';
import { expireEidLogins } from './identity.eid.states.ts';
import { eidLoginKeptHours, knownDeviceDays, recoveryLimits } from './identity.policy.ts';
import type { IdentityStore } from './identity.store.ts';

const hoursBefore = (now: Date, hours: number): Instant =>
  toInstant(new Date(now.getTime() - hours * 3_600_000));

/** Every hour: ends logins whose time is over, forgets old ones and sessions that have run out. */
export const identityJobs = ({ identity }: { identity: IdentityStore }): Record<string, JobHandler> => ({
  'identity.sweep': jobHandler(z.object({}), async (_payload, { store, clock }) => {
    const now = clock.now();
    await store.transaction(
      async (tx) => {
        await expireEidLogins({ store, identity, clock }, tx, toInstant(now));
        await identity.forgetWaitingCards(tx, toInstant(now));
        await identity.forgetEidLogins(tx, hoursBefore(now, eidLoginKeptHours));
        await identity.sweep(tx, toInstant(now));
        await identity.sweepSaml(tx, toInstant(now));
        await identity.forgetKnownDevices(tx, hoursBefore(now, knownDeviceDays * 24));
        await identity.sweepRecoveries(tx, hoursBefore(now, recoveryLimits.keptHours));
        await planHourly(tx, store, clock, 'identity.sweep');
      },
      { changesPublicData: false },
    );
  }),
});
