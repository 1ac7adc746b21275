import { type IdempotencyKey, type Instant, newId, toInstant } from '@jena/shared/kernel';
import { and, asc, desc, eq, inArray, lt } from 'drizzle-orm';
import type { z } from 'zod';
import type { Reader, Writer } from './db/access.ts';
import type { JobId } from './db/platform.tables.ts';
import { insertRow } from './db/prepared.ts';
import type { AppTables } from './db/tables.ts';
import type { JobContext, JobHandler } from './job-runner.ts';

export type { JobContext, JobHandler } from './job-runner.ts';
export type JobTables = Pick<AppTables, 'platformJobs'>;

export type NewJob = {
  /** `<domain>.<verb>`; names the handler. */
  kind: string;
  /** Ids and codes; the handler reads personal data when it runs. */
  payload: unknown;
  at: Instant;
  /** Left out: as soon as the transaction is committed. */
  runAt?: Instant;
  /** A job of this kind and key is planned once, however often it is asked for. */
  key?: string | IdempotencyKey;
};

/** Plans a side effect in the transaction that causes it. It runs after the commit, at least once. */
export async function planJob(tx: Writer, { platformJobs }: JobTables, job: NewJob): Promise<void> {
  const row = {
    id: newId<'job'>() as JobId,
    kind: job.kind,
    key: job.key ?? null,
    payload: job.payload,
    state: 'waiting' as const,
    runAt: job.runAt ?? job.at,
    attempts: 0,
    plannedAt: job.at,
  };
  await insertRow(tx, platformJobs, row, { orKeep: true });
}

/** Takes back what was planned under these keys and has not begun. */
export async function unplanJobs(
  tx: Writer,
  { platformJobs }: JobTables,
  { kind, keys }: { kind: string; keys: readonly string[] },
): Promise<void> {
  if (keys.length === 0) return;
  await tx
    .delete(platformJobs)
    .where(
      and(
        eq(platformJobs.kind, kind),
        inArray(platformJobs.key, [...keys]),
        eq(platformJobs.state, 'waiting'),
      ),
    );
}

/** A handler whose payload is checked first; a payload that does not fit goes to the dead letters at once. */
export function jobHandler<Payload>(
  schema: z.ZodType<Payload>,
  handle: (payload: Payload, context: JobContext) => Promise<void>,
): JobHandler {
  return async (payload, context) => {
    const parsed = schema.safeParse(payload);
    if (!parsed.success) throw new GiveUp('payload does not fit its schema');
    await handle(parsed.data, context);
  };
}

/** Thrown by a handler that no further attempt can help. */
export class GiveUp extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'GiveUp';
  }
}

/** Jobs that need a person: newest first. */
export async function listDeadJobs(reader: Reader, { platformJobs }: JobTables, limit = 100) {
  return reader
    .select({
      id: platformJobs.id,
      kind: platformJobs.kind,
      attempts: platformJobs.attempts,
      lastError: platformJobs.lastError,
      plannedAt: platformJobs.plannedAt,
      finishedAt: platformJobs.finishedAt,
    })
    .from(platformJobs)
    .where(eq(platformJobs.state, 'dead'))
    .orderBy(desc(platformJobs.finishedAt), asc(platformJobs.id))
    .limit(limit);
}

/** How many jobs stand in each state. */
export async function countJobs(reader: Reader, { platformJobs }: JobTables) {
  const [waiting, running, dead] = await Promise.all(
    (['waiting', 'running', 'dead'] as const).map((state) =>
      reader.$count(platformJobs, eq(platformJobs.state, state)),
    ),
  );
  return { waiting: waiting ?? 0, running: running ?? 0, dead: dead ?? 0 };
}

/** Gives a dead job a fresh set of attempts; false when there is no such dead job. */
export async function retryDeadJob(
  tx: Writer,
  { platformJobs }: JobTables,
  id: JobId,
  now: Date,
): Promise<boolean> {
  const rows = await tx
    .update(platformJobs)
    .set({ state: 'waiting', attempts: 0, runAt: toInstant(now), finishedAt: null, lastError: null })
    .where(and(eq(platformJobs.id, id), eq(platformJobs.state, 'dead')))
    .returning({ id: platformJobs.id });
  return rows.length > 0;
}

/** Deletes finished jobs older than an instant; dead ones stay until somebody looked. */
export async function forgetDoneJobs(
  tx: Writer,
  { platformJobs }: JobTables,
  before: Instant,
): Promise<void> {
  await tx
    .delete(platformJobs)
    .where(and(eq(platformJobs.state, 'done'), lt(platformJobs.finishedAt, before)));
}
