import { z } from 'zod';
import { idempotencyKey, idSchema, instantSchema } from '../kernel/index.ts';

export const jobId = idSchema<'job'>();
export const askId = idSchema<'ask'>();

/** A job that gave up and needs a person. Its payload and its error's text stay on the server: they may name people. */
export const deadJobSchema = z.object({
  id: jobId,
  /** `<domain>.<verb>` */
  kind: z.string(),
  attempts: z.number().int(),
  /** The kind of error, e.g. `TypeError`. */
  lastError: z.string().nullable(),
  plannedAt: instantSchema,
  finishedAt: instantSchema.nullable(),
});
export type DeadJob = z.infer<typeof deadJobSchema>;

export const jobsOverviewSchema = z.object({
  counts: z.object({
    waiting: z.number().int(),
    running: z.number().int(),
    dead: z.number().int(),
  }),
  dead: z.array(deadJobSchema),
});
export type JobsOverview = z.infer<typeof jobsOverviewSchema>;

export const retryJobInput = z.object({ idempotencyKey, jobId });

/** An act that a second person must confirm, as it waits for them. */
export const askSchema = z.object({
  id: askId,
  reason: z.string(),
  askedBy: z.string(),
  /** True when the person who looks asked it: then somebody else must confirm. */
  mine: z.boolean(),
  askedAt: instantSchema,
  endsAt: instantSchema,
});
export type Ask = z.infer<typeof askSchema>;

/** Why it is needed, for the second person and the record; not whom it concerns. */
export const askInput = z.object({ idempotencyKey, reason: z.string().trim().min(5).max(300) });
export const settleInput = z.object({ idempotencyKey, askId });
