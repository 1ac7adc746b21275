import { z } from 'zod';
import { caseId, idempotencyKey, instantSchema } from '../kernel/index.ts';
import { caseStates } from './model.ts';

/** `person`: the same person applied for the same before. `details`: somebody of the same name and birth date did. */
export const duplicateReasons = ['person', 'details'] as const;
export const duplicateVerdicts = ['same', 'different'] as const;

/** Days within which a second application for the same looks like a repetition. */
export const duplicateDays = 90;

/** Another case that may be about the same. Whose it is stands nowhere here: it is opened like any other. */
export const duplicateSchema = z.object({
  caseId,
  reference: z.string(),
  state: z.enum(caseStates),
  submittedAt: instantSchema,
  reason: z.enum(duplicateReasons),
  verdict: z.enum(duplicateVerdicts).nullable(),
});
export type Duplicate = z.infer<typeof duplicateSchema>;

export const settleDuplicateInput = z.object({
  idempotencyKey,
  caseId,
  otherId: caseId,
  verdict: z.enum(duplicateVerdicts),
});
