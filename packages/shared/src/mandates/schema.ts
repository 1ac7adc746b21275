import { z } from 'zod';
import { accessEntrySchema, accessLogInput, addressSchema } from '../account/schema.ts';
import { caseId, daySchema, idempotencyKey, instantSchema, mandateId } from '../kernel/index.ts';
import { mandateKinds, mandateRoles, mandateStates, partyKinds, vouchers } from './model.ts';

/** Whom somebody acts for, as far as a list names them. */
export const partySchema = z.object({ kind: z.enum(partyKinds), name: z.string() });
export type Party = z.infer<typeof partySchema>;

/** A mandate that somebody holds. */
export const mandateSchema = z.object({
  id: mandateId,
  kind: z.enum(mandateKinds),
  state: z.enum(mandateStates),
  role: z.enum(mandateRoles).nullable(),
  party: partySchema,
  /** Slugs of the services it is for; null for all. */
  services: z.array(z.string()).nullable(),
  fromDay: daySchema,
  untilDay: daySchema.nullable(),
  /** Who vouched for it, beside the giver and the office. */
  vouchedBy: z.enum(vouchers).nullable(),
});
export type Mandate = z.infer<typeof mandateSchema>;
/** A mandate that somebody gave, for themselves or for their business. */
export const givenMandateSchema = mandateSchema.extend({
  /** What the giver wrote, to tell invitations apart. */
  label: z.string(),
  /** Who holds it; null until somebody has said yes. */
  holder: z.string().nullable(),
  /** Until when an offered one can be taken. */
  codeEndsAt: instantSchema.nullable(),
});
export type GivenMandate = z.infer<typeof givenMandateSchema>;
/** A mandate that somebody is asked to take on: they have brought its code, and say yes or no until `answerUntil`. */
export const offeredMandateSchema = mandateSchema.extend({ answerUntil: instantSchema });
export type OfferedMandate = z.infer<typeof offeredMandateSchema>;
export const mandatesSchema = z.object({
  held: z.array(mandateSchema),
  offers: z.array(offeredMandateSchema),
  given: z.array(givenMandateSchema),
});

const name = z.string().trim().min(1).max(120);

export const declareChildInput = z.object({
  idempotencyKey,
  givenNames: name,
  familyName: name,
  birthDate: daySchema,
  birthPlace: z.string().trim().max(120).default(''),
});

export const declareBusinessInput = z.object({
  idempotencyKey,
  name: z.string().trim().min(1).max(200),
  /** As the register writes it, e.g. `HRB 501234`; empty for those who stand in none. */
  registerNumber: z.string().trim().max(40).default(''),
});

/** `business`: the owner's own mandate; null to let somebody act for oneself. */
export const inviteInput = z.object({
  idempotencyKey,
  business: mandateId.nullable(),
  label: z.string().trim().min(1).max(80),
  services: z.array(z.string().max(80)).min(1).max(60).nullable(),
  untilDay: daySchema.nullable(),
});
export const invitationSchema = z.object({ code: z.string(), endsAt: instantSchema });
export const takeInput = z.object({ idempotencyKey, code: z.string().max(40) });

export const mandateInput = z.object({ mandateId });
/** What somebody did by a mandate, newest first: lines of the access log of whom they represent. */
export const actsSchema = z.object({
  acts: z.array(accessEntrySchema.pick({ number: true, at: true, act: true, caseReference: true })),
});
export const partyLogInput = accessLogInput.extend({ mandateId });
/** Ends a mandate, or answers an offer. */
export const changeInput = z.object({ idempotencyKey, mandateId });
export const confirmInput = z.object({ idempotencyKey, caseId });
export const doneSchema = z.object({ mandateId });

/** What a provider says of a business. Unknown facts are null. */
export const firmFactsSchema = z.object({
  name: z.string().nullable(),
  /** In words, e.g. „Eingetragener Verein“. */
  legalForm: z.string().nullable(),
  /** With its kind, as the register writes it: `HRB 501234`. */
  registerNumber: z.string().nullable(),
  registerCourt: z.string().nullable(),
  seat: addressSchema.nullable(),
});
export type FirmFacts = z.infer<typeof firmFactsSchema>;

/** What is known of the represented party; forms fill in what they ask for. Unknown facts are null. */
export const partyFactsSchema = z.object({
  kind: z.enum(partyKinds),
  /** Of a business. */
  ...firmFactsSchema.shape,
  /** When „Mein Unternehmenskonto“ said so last; null where nobody but the person did. */
  toldAt: instantSchema.nullable(),
  givenNames: z.string().nullable(),
  familyName: z.string().nullable(),
  birthDate: z.string().nullable(),
  birthPlace: z.string().nullable(),
});
export type PartyFacts = z.infer<typeof partyFactsSchema>;
