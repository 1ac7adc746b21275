import { z } from 'zod';
import { caseId, idempotencyKey, instantSchema, proposalId } from '../kernel/index.ts';

/** A decision that waits for the second pair of eyes. */
export const proposalSchema = z.object({
  id: proposalId,
  outcome: z.enum(['approved', 'rejected']),
  /** Null when its seal cannot be opened: then nobody can agree to it. */
  text: z.string().nullable(),
  by: z.string(),
  at: instantSchema,
  mine: z.boolean(),
});
export type Proposal = z.infer<typeof proposalSchema>;
export const confirmDecisionInput = z.object({ idempotencyKey, caseId, proposalId });
/** The reason becomes a note among colleagues; who takes back their own proposal owes none. */
export const returnDecisionInput = z.object({
  idempotencyKey,
  caseId,
  proposalId,
  reason: z.string().trim().max(4000),
});
