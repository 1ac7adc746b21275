import { addDays, cityTime, toInstant } from '@jena/shared/kernel';
import { z } from 'zod';
import { type JobHandler, jobHandler, planJob } from '../../platform/jobs.ts';
import type { IdentityStore } from './identity.store.ts';

/** Nightly: forgets sessions and logins that have run out. */
export const identityJobs = ({ identity }: { identity: IdentityStore }): Record<string, JobHandler> => ({
  'identity.sweep': jobHandler(z.object({}), async (_payload, { store, clock }) => {
    const now = clock.now();
    const at = toInstant(now);
    const tomorrow = addDays(cityTime(now).day, 1);
    await store.transaction(async (tx) => {
      await identity.sweep(tx, at);
      const runAt = toInstant(new Date(`${tomorrow}T02:00:00Z`));
      await planJob(tx, store.tables, { kind: 'identity.sweep', payload: {}, at, runAt, key: tomorrow });
    });
  }),
});
