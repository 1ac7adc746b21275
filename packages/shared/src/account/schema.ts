import { z } from 'zod';
import {
  caseId,
  daySchema,
  exportId,
  idempotencyKey,
  instantSchema,
  languageSchema,
  levelsOfAssurance,
} from '../kernel/index.ts';

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
  /** Who said so, when it was not the card, and how surely the least sure of it is known. */
  origin: z.object({ provider: z.enum(['bundid', 'muk']), level: z.enum(levelsOfAssurance) }).optional(),
});
export type CardData = z.infer<typeof cardDataSchema>;

export const profileSchema = z.object({
  card: cardDataSchema.nullable(),
  cardReadAt: instantSchema.nullable(),
  language: languageSchema,
});
export type Profile = z.infer<typeof profileSchema>;

/** What a card can confirm by yes or no, without the data behind it. */
export const claimKinds = ['residence', 'age'] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** What the card confirmed, and when; whoever builds on it decides how old it may be. */
export const claimsSchema = z.object({
  /** Lived in Jena then. */
  residence: z.object({ verifiedAt: instantSchema }).nullable(),
  /** Was at least so old then. */
  age: z.object({ atLeast: z.int(), verifiedAt: instantSchema }).nullable(),
});
export type Claims = z.infer<typeof claimsSchema>;

/** 32 bytes as base64url for sealing what is the person's on a phone; the same at each login. Null after an erasure. */
export const phoneKeySchema = z.object({ key: z.string().nullable() });

/** One line of „Wer hat meine Daten gesehen“, bound to the line before it by `previous`. Hashes: SHA-256 as base64url. */
export const accessEntrySchema = z.object({
  number: z.int().min(1),
  at: instantSchema,
  /** Which office it was, or `mandate:<id>` of whoever acted for the person. */
  officeId: z.string(),
  /** The event's type, e.g. `cases.viewed`. */
  act: z.string(),
  caseReference: z.string().nullable(),
  /** Hash of the entry before; empty for the first. */
  previous: z.string(),
  hash: z.string(),
});
export type AccessEntry = z.infer<typeof accessEntrySchema>;

export const accessLogSchema = z.object({
  subject: z.string(),
  entries: z.array(accessEntrySchema),
  /** The newest entry of the whole log; 0 and empty when there is none. */
  head: z.object({ number: z.int().min(0), hash: z.string() }),
});
export type AccessLog = z.infer<typeof accessLogSchema>;

/** Newest first; `next` leads to the page before. */
export const accessPageSchema = accessLogSchema.extend({ next: z.string().nullable() });
export const accessLogInput = z.object({ after: z.string().max(80).nullable().default(null) });
export const setLanguageInput = z.object({ idempotencyKey, language: languageSchema });

/** The archive of a person's own data that was asked for last. */
export const dataExportSchema = z.object({
  id: exportId,
  requestedAt: instantSchema,
  /** Null while it is being made. */
  ready: z.object({ at: instantSchema, endsAt: instantSchema, bytes: z.int() }).nullable(),
});
export type DataExport = z.infer<typeof dataExportSchema>;
export const requestExportInput = z.object({ idempotencyKey });

/** What becomes of everything when the person leaves. */
export const leavingSchema = z.object({
  documents: z.number().int(),
  /** `keptUntil` null: withdrawn if it is open, and forgotten. */
  cases: z.array(
    z.object({
      id: caseId,
      reference: z.string(),
      serviceSlug: z.string(),
      keptUntil: daySchema.nullable(),
    }),
  ),
});
export type Leaving = z.infer<typeof leavingSchema>;

/** `understood`: the person ticked that this cannot be taken back. */
export const eraseInput = z.object({ idempotencyKey, understood: z.literal(true) });
