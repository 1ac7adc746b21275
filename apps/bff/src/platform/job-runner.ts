import { type SystemActor, toInstant } from '@jena/shared/kernel';
import { and, eq, gte, inArray, type SQL, sql } from 'drizzle-orm';
import type { Clock } from './clock.ts';
import type { JobId } from './db/platform.tables.ts';
import { prepared } from './db/prepared.ts';
import { skipLocked } from './db/sql.ts';
import type { Store, Writer } from './db/store.ts';
import { GiveUp } from './jobs.ts';
import { type Log, laterChild } from './log.ts';
import type { Metrics } from './metrics.ts';
import { noTracing, type Tracing } from './tracing.ts';

export type JobContext = {
  store: Store;
  clock: Clock;
  log: Log;
  /** For events the job appends. */
  actor: SystemActor;
  jobId: JobId;
  /** 1 at the first try. */
  attempt: number;
};

/** Runs at least once: make it harmless to run twice. Never opens a transaction around network calls. */
export type JobHandler = (payload: unknown, context: JobContext) => Promise<void>;
export type JobHandlers = Readonly<Record<string, JobHandler>>;

export type JobRunner = {
  /** Runs due jobs until stopped: woken by commits, and by a poll for delayed ones. */
  start(): Promise<void>;
  /** Runs everything that is due now, also what that plans; for tests and commands. Returns how many ran. */
  drain(): Promise<number>;
  /** Starts nothing new and waits for what runs. */
  stop(): Promise<void>;
};

type RunnerOptions = {
  store: Store;
  handlers: JobHandlers;
  clock: Clock;
  log: Log;
  tracing?: Pick<Tracing, 'span'>;
  metrics?: Pick<Metrics, 'job'> | undefined;
  /** Between 0 and 1; spreads retries. */
  random?: () => number;
  atOnce?: number;
  pollMs?: number;
};

type ClaimedJob = { id: JobId; kind: string; payload: unknown; attempts: number };

export const maxAttempts = 10;
const leaseMs = 10 * 60_000;
const firstDelayMs = 2_000;
const longestDelayMs = 60 * 60_000;

/** Milliseconds to wait after a failed attempt: doubling, capped, and spread over half its length. */
export function retryDelay(attempt: number, random: number): number {
  const full = Math.min(longestDelayMs, firstDelayMs * 2 ** (attempt - 1));
  return Math.round(full * (0.5 + random / 2));
}

/** What an operator may read about a failure: kind and code, never values. */
function errorName(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? `${error.name}: ${code}` : error.name;
}

/** Runs planned jobs; many processes may do so at once on PostgreSQL. */
export function createJobRunner(options: RunnerOptions): JobRunner {
  const {
    store,
    handlers,
    clock,
    log,
    tracing = noTracing,
    metrics,
    random = Math.random,
    atOnce = 4,
    pollMs = 1_000,
  } = options;
  const { platformJobs } = store.tables;
  const running = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let stopListening: (() => void) | undefined;
  let filling: Promise<void> | undefined;
  let askedAgain = false;
  let stopped = false;

  const [now, limit, until] = ['now', 'limit', 'until'].map((name) => sql.placeholder(name));

  const firstDue = prepared((db) =>
    db
      .select({ id: platformJobs.id })
      .from(platformJobs)
      .where(
        sql`${platformJobs.state} in ('waiting', 'running') and ${platformJobs.runAt} <= ${now} and (${platformJobs.state} = 'waiting' or ${platformJobs.lockedUntil} < ${now})`,
      )
      .limit(1),
  );

  /**
   * Waiting jobs and those whose lease ended are taken apart: each question walks the index from the oldest on. Asked in
   * one, all that wait are sorted for each that is taken, 40 ms of them with 100,000 waiting.
   */
  const takeThose = (isFree: SQL) =>
    prepared((tx: Writer) =>
      tx
        .update(platformJobs)
        .set({ state: 'running', attempts: sql`${platformJobs.attempts} + 1`, lockedUntil: sql`${until}` })
        .where(
          inArray(
            platformJobs.id,
            sql`(select id from platform_job where ${isFree} and run_at <= ${now} order by run_at limit ${limit}${skipLocked(store.dialect)})`,
          ),
        )
        .returning({
          id: platformJobs.id,
          kind: platformJobs.kind,
          payload: platformJobs.payload,
          attempts: platformJobs.attempts,
        }),
    );
  const takeLeft = takeThose(sql`state = 'running' and locked_until < ${now}`);
  const takeWaiting = takeThose(sql`state = 'waiting'`);

  async function claim(limit: number): Promise<ClaimedJob[]> {
    const at = clock.now();
    const now = toInstant(at);
    if ((await firstDue(store.read, { now })).length === 0) return [];
    const until = toInstant(new Date(at.getTime() + leaseMs));
    return store.transaction(
      async (tx) => {
        const left = await takeLeft(tx, { now, limit, until });
        if (left.length === limit) return left;
        return [...left, ...(await takeWaiting(tx, { now, limit: limit - left.length, until }))];
      },
      { changesPublicData: false },
    );
  }

  async function settle(job: ClaimedJob, error: unknown): Promise<void> {
    const now = clock.now();
    const gone = error instanceof GiveUp || job.attempts >= maxAttempts;
    const outcome =
      error === undefined
        ? { state: 'done' as const, finishedAt: toInstant(now), lockedUntil: null, lastError: null }
        : gone
          ? {
              state: 'dead' as const,
              finishedAt: toInstant(now),
              lockedUntil: null,
              lastError: errorName(error),
            }
          : {
              state: 'waiting' as const,
              runAt: toInstant(new Date(now.getTime() + retryDelay(job.attempts, random()))),
              lockedUntil: null,
              lastError: errorName(error),
            };
    await store.transaction(
      async (tx) => {
        // Another runner may have taken over an expired lease; then this outcome no longer counts.
        await tx
          .update(platformJobs)
          .set(outcome)
          .where(
            and(
              eq(platformJobs.id, job.id),
              eq(platformJobs.state, 'running'),
              eq(platformJobs.attempts, job.attempts),
            ),
          );
      },
      { changesPublicData: false },
    );
  }

  async function run(job: ClaimedJob): Promise<void> {
    const jobLog = laterChild(log, { job: job.kind, jobId: job.id, attempt: job.attempts });
    let failure: unknown;
    try {
      const handler = handlers[job.kind];
      if (handler === undefined) throw new GiveUp(`no handler for ${job.kind}`);
      const context: JobContext = {
        store,
        clock,
        log: jobLog,
        actor: { kind: 'system', job: job.kind },
        jobId: job.id,
        attempt: job.attempts,
      };
      await tracing.span(`job ${job.kind}`, 'job', () => handler(job.payload, context));
    } catch (error) {
      failure = error ?? new Error('a handler threw nothing');
      jobLog.warn({ err: failure }, 'job failed');
    }
    metrics?.job(job.kind, failure === undefined ? 'done' : 'failed');
    await settle(job, failure);
  }

  async function fill(): Promise<void> {
    do {
      askedAgain = false;
      const free = atOnce - running.size;
      const jobs = stopped || free <= 0 ? [] : await claim(free);
      for (const job of jobs) {
        const work = run(job)
          .catch((error: unknown) => log.error({ err: error, jobId: job.id }, 'job outcome not stored'))
          .finally(() => {
            running.delete(work);
            wake();
          });
        running.add(work);
      }
    } while (askedAgain && !stopped);
  }

  function wake(): void {
    if (timer === undefined || stopped) return;
    askedAgain = true;
    filling ??= fill()
      .catch((error: unknown) => log.error({ err: error }, 'jobs could not be claimed'))
      .finally(() => {
        filling = undefined;
      });
  }

  /**
   * What a killed process left running is due again at once. A SQLite file has one process, so nobody can be at it;
   * several processes on PostgreSQL wait for the lease to end. A job that kills the process each time is given up.
   */
  async function takeUpAgain(): Promise<void> {
    if (store.dialect !== 'sqlite') return;
    const isRunning = eq(platformJobs.state, 'running');
    const finishedAt = toInstant(clock.now());
    await store.transaction(
      async (tx) => {
        await tx
          .update(platformJobs)
          .set({ state: 'dead', finishedAt, lockedUntil: null, lastError: 'the process died with it' })
          .where(and(isRunning, gte(platformJobs.attempts, maxAttempts)));
        await tx.update(platformJobs).set({ state: 'waiting', lockedUntil: null }).where(isRunning);
      },
      { changesPublicData: false },
    );
  }

  function begin(): void {
    timer ??= setInterval(wake, pollMs);
    stopListening ??= store.onCommit(wake);
    wake();
  }

  return {
    async start() {
      stopped = false;
      if (timer === undefined) await takeUpAgain();
      begin();
    },
    async drain() {
      for (let ran = 0; ; ) {
        const jobs = await claim(atOnce);
        if (jobs.length === 0) return ran;
        for (const job of jobs) await run(job);
        ran += jobs.length;
      }
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      timer = undefined;
      stopListening?.();
      stopListening = undefined;
      await filling;
      await Promise.all(running);
    },
  };
}
