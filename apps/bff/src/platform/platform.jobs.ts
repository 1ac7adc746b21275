import { addDays, cityTime, type Instant, toInstant } from '@jena/shared/kernel';
import { z } from 'zod';
import type { Clock } from './clock.ts';
import type { Store, Writer } from './db/store.ts';
import type { FileStore } from './files/port.ts';
import type { JobHandlers } from './job-runner.ts';
import { forgetDoneJobs, jobHandler, planJob } from './jobs.ts';
import { forgetReplies } from './replies.ts';

/** How long a phone may hold on to an unsent change and still have it run only once. */
const replyDays = 30;
const doneJobDays = 30;

const daysAgo = (now: Date, days: number): Instant => toInstant(new Date(now.getTime() - days * 86_400_000));

/** Plans one run a day, in the small hours; planning it again changes nothing. */
export async function planDaily(tx: Writer, store: Store, clock: Clock, kind: string): Promise<void> {
  const now = clock.now();
  const day = addDays(cityTime(now).day, 1);
  const runAt = `${day}T01:30:00.000Z` as Instant;
  await planJob(tx, store.tables, { kind, payload: {}, at: toInstant(now), runAt, key: day });
}

/** Plans one run an hour; planning it again changes nothing. */
export async function planHourly(tx: Writer, store: Store, clock: Clock, kind: string): Promise<void> {
  const now = clock.now();
  const hour = new Date(now);
  hour.setUTCHours(now.getUTCHours() + 1, 0, 0, 0);
  const runAt = toInstant(hour);
  await planJob(tx, store.tables, { kind, payload: {}, at: toInstant(now), runAt, key: runAt });
}

type PlatformJobDeps = { files: Pick<FileStore, 'forgetUnfinished'>; settleErasures(): Promise<number> };

/** What the platform does after hours: forgets what nobody needs any more; and writes down which keys were destroyed. */
export const platformJobs = (deps: PlatformJobDeps): JobHandlers => ({
  'platform.record_erasures': jobHandler(z.object({}), async () => void (await deps.settleErasures())),
  'platform.sweep': jobHandler(z.object({}), async (_payload, { store, clock }) => {
    const now = clock.now();
    // No file takes a day to write.
    await deps.files.forgetUnfinished(new Date(now.getTime() - 86_400_000));
    await store.transaction(
      async (tx) => {
        await forgetReplies(tx, store.tables, daysAgo(now, replyDays));
        await forgetDoneJobs(tx, store.tables, daysAgo(now, doneJobDays));
        await planDaily(tx, store, clock, 'platform.sweep');
      },
      { changesPublicData: false },
    );
  }),
});
