import { toInstant } from '@jena/shared/kernel';
import { z } from 'zod';
import { type JobHandler, jobHandler } from '../../platform/jobs.ts';
import { planDaily } from '../../platform/platform.jobs.ts';
import type { IdentityStore } from './identity.store.ts';

/** Nightly: forgets sessions and logins that have run out. */
export const identityJobs = ({ identity }: { identity: IdentityStore }): Record<string, JobHandler> => ({
  'identity.sweep': jobHandler(z.object({}), async (_payload, { store, clock }) => {
    await store.transaction(
      async (tx) => {
        await identity.sweep(tx, toInstant(clock.now()));
        await planDaily(tx, store, clock, 'identity.sweep');
      },
      { changesPublicData: false },
    );
  }),
});
