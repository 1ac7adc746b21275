import { z } from 'zod';
import type { JobHandlers } from '../../platform/job-runner.ts';
import { jobHandler } from '../../platform/jobs.ts';
import { planDaily } from '../../platform/platform.jobs.ts';
import type { FormsDeps } from './forms.deps.ts';
import { forgetDrafts } from './forms.drafts.ts';

/** After hours: forgets drafts that nobody went on with. */
export const formJobs = (deps: FormsDeps): JobHandlers => ({
  'forms.sweep': jobHandler(z.object({}), async (_payload, { store, clock }) => {
    await store.transaction(
      async (tx) => {
        await forgetDrafts(deps, tx);
        await planDaily(tx, store, clock, 'forms.sweep');
      },
      { changesPublicData: false },
    );
  }),
});
