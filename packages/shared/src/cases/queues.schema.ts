import { z } from 'zod';
import { staffId } from '../kernel/index.ts';
import { countedQueues, workqueues } from './queues.ts';
import { caseSummarySchema } from './schema.ts';

export const queueInput = z
  .object({
    queue: z.enum(workqueues),
    /** Which service's cases; for the queue `service` alone. */
    service: z.string().max(80).nullable().default(null),
    after: z.string().max(80).nullable().default(null),
  })
  .refine(({ queue, service }) => (queue === 'service') === (service !== null));

/** How many lie in each queue; `mostCounted` stands for that many or more. */
export const queueCountsSchema = z.object({
  queues: z.record(z.enum(countedQueues), z.number().int()),
  /** Open cases by service, without those that have none. */
  services: z.record(z.string(), z.number().int()),
});
export type QueueCounts = z.infer<typeof queueCountsSchema>;

export const queueRowSchema = caseSummarySchema.extend({
  /** Null when what is sealed in the case cannot be opened: the row says what is known without it. */
  applicant: z.string().nullable(),
  caseworker: z.object({ id: staffId, name: z.string() }).nullable(),
  /** The next day by which something is due; null once nothing is. */
  dueDay: z.string().nullable(),
  isSpecial: z.boolean(),
  /** The version of the form that it was handed in with. */
  formVersion: z.number().int(),
});
export type QueueRow = z.infer<typeof queueRowSchema>;

export const queueSchema = z.object({
  counts: queueCountsSchema,
  rows: z.array(queueRowSchema),
  next: z.string().nullable(),
});
