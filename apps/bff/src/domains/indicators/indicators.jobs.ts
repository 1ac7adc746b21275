import { setTimeout as pause } from 'node:timers/promises';
import { toInstant } from '@jena/shared/kernel';
import { z } from 'zod';
import type { JobHandlers } from '../../platform/job-runner.ts';
import { jobHandler, planJob } from '../../platform/jobs.ts';
import { planHourly } from '../../platform/platform.jobs.ts';
import { type TallyDeps, tally } from './indicators.tally.ts';

/** After each stretch people have the server for so many times as long: who catches up must not hold them up. */
const rest = 3;
/** Then the job ends, and the next one goes on: none outlives its lease. */
const stretchesAtOnce = 100;

/** Every hour: counts what has happened to cases since the last time; at once again while there is more. */
export const indicatorJobs = (deps: TallyDeps): JobHandlers => ({
  'indicators.tally': jobHandler(z.object({}), async (_payload, { store, clock }) => {
    let more = true;
    for (let stretch = 0; more && stretch < stretchesAtOnce; stretch++) {
      const began = performance.now();
      ({ more } = await tally(deps, { store, clock }));
      if (more) await pause(rest * (performance.now() - began));
    }
    await store.transaction(
      async (tx) => {
        const at = toInstant(clock.now());
        const kind = 'indicators.tally';
        if (more) await planJob(tx, store.tables, { kind, payload: {}, at, key: `after ${at}` });
        else await planHourly(tx, store, clock, kind);
      },
      { changesPublicData: false },
    );
  }),
});
