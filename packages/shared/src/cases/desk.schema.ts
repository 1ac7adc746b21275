import { z } from 'zod';
import { caseId, daySchema, idempotencyKey, instantSchema, staffId } from '../kernel/index.ts';

/** `from`: in whose hands the case was on the screen; of two who give it away at once, the second is told. */
export const assignInput = z.object({
  idempotencyKey,
  caseId,
  from: staffId.nullable(),
  /** Null gives it back to all. */
  to: staffId.nullable(),
});

export const colleagueSchema = z.object({
  id: staffId,
  name: z.string(),
  /** Who stands in for them today. */
  substitutes: z.array(z.string()),
});
export type Colleague = z.infer<typeof colleagueSchema>;

export const substitutionId = z.string().max(40).brand<'substitution'>();

/** Who works on whose cases from one day to another, both included (Vertretung). */
export const substituteSchema = z.object({
  id: substitutionId,
  absent: z.object({ id: staffId, name: z.string() }),
  substitute: z.object({ id: staffId, name: z.string() }),
  fromDay: daySchema,
  toDay: daySchema,
});
export type Substitute = z.infer<typeof substituteSchema>;

export const setSubstituteInput = z
  .object({
    idempotencyKey,
    absentId: staffId,
    substituteId: staffId,
    fromDay: daySchema,
    toDay: daySchema,
  })
  .refine(({ absentId, substituteId: other }) => absentId !== (other as string))
  .refine(({ fromDay, toDay }) => fromDay <= toDay);
export const endSubstituteInput = z.object({ idempotencyKey, id: substitutionId });

/** What colleagues write about a case for each other. */
export const noteSchema = z.object({
  id: z.string(),
  at: instantSchema,
  by: z.string(),
  /** Null when it cannot be opened any more. */
  text: z.string().nullable(),
});
export type CaseNote = z.infer<typeof noteSchema>;
export const addNoteInput = z.object({
  idempotencyKey,
  caseId,
  text: z.string().trim().min(1).max(4000),
});
