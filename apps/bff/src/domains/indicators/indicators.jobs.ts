import { z } from 'zod';
import type { JobHandlers } from '../../platform/job-runner.ts';
import { jobHandler } from '../../platform/jobs.ts';
import { planHourly } from '../../platform/platform.jobs.ts';
import { type TallyDeps, tally } from './indicators.tally.ts';

/** Every hour: counts what has happened to cases since the last time. */
export const indicatorJobs = (deps: TallyDeps): JobHandlers => ({
  'indicators.tally': jobHandler(z.object({}), async (_payload, { store, clock }) => {
    let more = true;
    while (more) ({ more } = await tally(deps, { store, clock }));
    await store.transaction((tx) => planHourly(tx, store, clock, 'indicators.tally'), {
      changesPublicData: false,
    });
  }),
});
