import { z } from 'zod';
import { caseId, coSignId, idempotencyKey, instantSchema } from '../kernel/index.ts';
import { answersSchema, caseDocumentSchema } from './schema.ts';

/**
 * waiting: the link was not opened yet · taken: somebody reads · agreed, refused: they answered · withdrawn: the applicant
 * took the link back · expired: nobody answered in time.
 */
export const coSignStates = ['waiting', 'taken', 'agreed', 'refused', 'withdrawn', 'expired'] as const;
export type CoSignState = (typeof coSignStates)[number];

/** Days in which a second person can sign. */
export const coSignDays = 14;
/** Days after which the applicant is reminded. */
export const coSignReminderDays = 5;

/** What the applicant sees of the signature that is missing. */
export const coSignSchema = z.object({
  state: z.enum(coSignStates),
  endsAt: instantSchema,
  /** To be given on; null once it was used or no longer counts. */
  code: z.string().nullable(),
  /** Who signs or refused, as their card calls them. */
  signer: z.string().nullable(),
  reason: z.string().nullable(),
});
export type CoSign = z.infer<typeof coSignSchema>;

/** What a second person reads before they sign. */
export const toSignSchema = z.object({
  coSignId,
  state: z.enum(coSignStates),
  requestedAt: instantSchema,
  endsAt: instantSchema,
  applicant: z.string(),
  serviceSlug: z.string(),
  formVersion: z.number().int(),
  answers: answersSchema,
  documents: z.array(
    caseDocumentSchema.pick({ documentId: true, field: true, name: true, mediaType: true, bytes: true }),
  ),
});
export type ToSign = z.infer<typeof toSignSchema>;

export const coSignCaseInput = z.object({ caseId });
export const changeCoSignInput = z.object({ idempotencyKey, caseId });
export const takeCoSignInput = z.object({ idempotencyKey, code: z.string().max(40) });
export const takenCoSignSchema = z.object({ coSignId });
/** What this person has opened and not answered yet. */
export const openedCoSignsSchema = z.object({ requests: z.array(coSignId) });
export const toSignInput = z.object({ coSignId });
export const answerCoSignInput = z.discriminatedUnion('agree', [
  z.object({ idempotencyKey, coSignId, agree: z.literal(true) }),
  z.object({ idempotencyKey, coSignId, agree: z.literal(false), reason: z.string().trim().min(3).max(500) }),
]);
export type AnswerCoSignInput = z.infer<typeof answerCoSignInput>;
