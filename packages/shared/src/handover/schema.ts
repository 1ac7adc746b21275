import { z } from 'zod';
import { idempotencyKey, idSchema, instantSchema } from '../kernel/index.ts';

/**
 * waiting → submitted → accepted. `rejected`: the other system cannot use it. `dead`: no further try without a person.
 * `dropped`: the case is gone, because its owner left.
 */
export const transferStates = ['waiting', 'submitted', 'accepted', 'rejected', 'dead', 'dropped'] as const;
export type TransferState = (typeof transferStates)[number];

/** Why it waits or stopped: codes, never a text of another system. */
export const transferTroubles = [
  'unreachable',
  'refused',
  'untrusted',
  'no_answer',
  'rejected',
  'altered',
] as const;
export type TransferTrouble = (typeof transferTroubles)[number];

export const transferId = idSchema<'transfer'>();

export const transferSchema = z.object({
  id: transferId,
  reference: z.string(),
  service: z.string(),
  destination: z.string(),
  state: z.enum(transferStates),
  trouble: z.enum(transferTroubles).nullable(),
  attempts: z.number().int(),
  since: instantSchema,
  /** When it is tried or asked about again; null when nothing is planned. */
  nextAt: instantSchema.nullable(),
});
export type Transfer = z.infer<typeof transferSchema>;

export const handoverViewSchema = z.object({
  isConfigured: z.boolean(),
  counts: z.record(z.enum(transferStates), z.number().int()),
  /** Those that have not arrived, the oldest first. */
  open: z.array(transferSchema),
});
export type HandoverView = z.infer<typeof handoverViewSchema>;

export const retryTransferInput = z.object({ idempotencyKey, transferId });
