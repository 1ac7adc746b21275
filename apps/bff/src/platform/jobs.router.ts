import { jobNotFound, jobsOverviewSchema, retryJobInput } from '@jena/shared/platform';
import { z } from 'zod';
import type { JobId } from './db/platform.tables.ts';
import { countJobs, listDeadJobs, retryDeadJob } from './jobs.ts';
import { router, staffMutation, staffQuery } from './trpc.ts';

const nothing = z.object({}).optional();

/** What operators see and do: how many jobs stand where, and a fresh start for those that gave up. */
export const createOperationsRouter = () =>
  router({
    jobs: staffQuery('operator', { audit: 'none' })
      .input(nothing)
      .output(jobsOverviewSchema)
      .query(async ({ ctx: { store } }) => {
        const [counts, dead] = await Promise.all([
          countJobs(store.read, store.tables),
          listDeadJobs(store.read, store.tables),
        ]);
        return { counts, dead };
      }),

    retryJob: staffMutation('operator', { audit: 'platform.job_retried' })
      .input(retryJobInput)
      .output(z.object({}))
      .mutation(async ({ ctx: { tx, store, clock }, input }) => {
        const found = await retryDeadJob(tx, store.tables, input.jobId as string as JobId, clock.now());
        if (!found) throw jobNotFound();
        return {};
      }),
  });
