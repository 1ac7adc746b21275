import { z } from 'zod';
import { daySchema, idempotencyKey, instantSchema, languageSchema } from '../kernel/index.ts';

/** An address as the card or the person gives it. `place` stands for a free-text address abroad. */
export const addressSchema = z.object({
  street: z.string().nullable(),
  houseNumber: z.string().nullable(),
  postcode: z.string().nullable(),
  town: z.string().nullable(),
  country: z.string().nullable(),
  place: z.string().nullable(),
});

/** What the online ID card said, and when. Fields the card does not know are null. A birth date may be incomplete ('1950'). */
export const cardDataSchema = z.object({
  familyName: z.string().nullable(),
  birthName: z.string().nullable(),
  givenNames: z.string().nullable(),
  academicTitle: z.string().nullable(),
  birthDate: z.string().nullable(),
  birthPlace: z.string().nullable(),
  nationality: z.string().nullable(),
  documentType: z.string().nullable(),
  validUntil: daySchema.nullable(),
  address: addressSchema.nullable(),
});
export type CardData = z.infer<typeof cardDataSchema>;

export const profileSchema = z.object({
  card: cardDataSchema.nullable(),
  cardReadAt: instantSchema.nullable(),
  language: languageSchema,
});
export type Profile = z.infer<typeof profileSchema>;

/** One line of „Wer hat meine Daten gesehen“. */
export const accessEntrySchema = z.object({
  at: instantSchema,
  officeId: z.string(),
  purpose: z.enum(['case_viewed', 'evidence_viewed', 'case_worked']),
  caseReference: z.string().nullable(),
});
export type AccessEntry = z.infer<typeof accessEntrySchema>;
export const accessLogSchema = z.object({ entries: z.array(accessEntrySchema), next: z.string().nullable() });
export const accessLogInput = z.object({ after: z.string().max(80).nullable().default(null) });
export const setLanguageInput = z.object({ idempotencyKey, language: languageSchema });
