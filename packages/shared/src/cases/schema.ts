import { z } from 'zod';
import { explanationSchema } from '../automation/act.ts';
import {
  caseId,
  caseMessageId,
  daySchema,
  documentId,
  draftId,
  evidenceRequestId,
  idempotencyKey,
  instantSchema,
  languageSchema,
  mandateId,
  staffId,
} from '../kernel/index.ts';
import { mandateKinds } from '../mandates/model.ts';
import { partySchema } from '../mandates/schema.ts';
import { vaultDocumentSchema } from '../vault/schema.ts';
import { noteSchema } from './desk.schema.ts';
import { duplicateSchema } from './duplicates.schema.ts';
import { caseEventTypes, caseStates, turns } from './model.ts';
import { outcomes } from './procedure.ts';
import { proposalSchema } from './proposals.schema.ts';

/** Answers are stored language-neutral: codes, strings, numbers, booleans, lists of codes, or repeated groups of these. */
const scalar = z.union([z.string().max(4000), z.number(), z.boolean(), z.array(z.string().max(200)).max(50)]);
export const answersSchema = z.record(
  z.string().max(80),
  z.union([scalar, z.array(z.record(z.string().max(80), scalar)).max(20)]),
);
export type Answers = z.infer<typeof answersSchema>;

/** A file of a form field: which document of the person's vault serves it. */
export const attachmentSchema = z.object({ field: z.string().max(80), documentId });
export type Attachment = z.infer<typeof attachmentSchema>;

/** What cases have in common that were handed in together: the life event, and the one handing in. */
export const caseBundleSchema = z.object({ id: draftId, slug: z.string().max(80) });
export type CaseBundle = z.infer<typeof caseBundleSchema>;

export const submitInput = z.object({
  idempotencyKey,
  serviceSlug: z.string().max(80),
  formVersion: z.number().int().positive(),
  answers: answersSchema,
  attachments: z.array(attachmentSchema).max(20),
  language: languageSchema,
  /** The mandate by which the person acts for another; null when they act for themselves. */
  onBehalfOf: mandateId.nullable().default(null),
  /** Of which bundle it is a part; missing when it is handed in alone. */
  bundle: caseBundleSchema.optional(),
});
export type SubmitInput = z.infer<typeof submitInput>;

/** What the person may write down: `reference` is short, speakable and unique. */
export const receiptSchema = z.object({ caseId, reference: z.string(), submittedAt: instantSchema });
export type Receipt = z.infer<typeof receiptSchema>;

/**
 * Who acted: whose case it is, somebody for them, who signs with them and acts for themselves, an office by its id, or
 * the product. Never a caseworker's name.
 * `isYou`: the one who reads it.
 */
export const actedBySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('citizen') }),
  z.object({ kind: z.literal('representative'), name: z.string(), isYou: z.boolean(), party: z.string() }),
  z.object({ kind: z.literal('co_signer'), name: z.string() }),
  z.object({ kind: z.literal('office'), officeId: z.string() }),
  z.object({ kind: z.literal('system') }),
]);

export const caseEventSchema = z.object({
  sequence: z.number().int(),
  type: z.enum(caseEventTypes),
  at: instantSchema,
  by: actedBySchema,
  /** Texts that people wrote (a request's reason, a message); shown as text, never as markup. */
  note: z.string().nullable(),
  /** What a rule of the product did, and why; null for acts of people. */
  automatic: explanationSchema.nullable(),
});
export type CaseEvent = z.infer<typeof caseEventSchema>;

export const evidenceRequestSchema = z.object({
  id: evidenceRequestId,
  field: z.string(),
  reason: z.string(),
  requestedAt: instantSchema,
  dueDay: z.string(),
  answeredAt: instantSchema.nullable(),
});
export type EvidenceRequest = z.infer<typeof evidenceRequestSchema>;

export const caseSummarySchema = z.object({
  id: caseId,
  reference: z.string(),
  serviceSlug: z.string(),
  state: z.enum(caseStates),
  submittedAt: instantSchema,
  updatedAt: instantSchema,
  /** True when the person must do something. */
  waitsForCitizen: z.boolean(),
  /** Whose case it is, when it is not the reader's own. */
  forWhom: partySchema.nullable(),
  /** With which others it was handed in; null when it stands alone. */
  bundle: caseBundleSchema.nullable(),
});
export type CaseSummary = z.infer<typeof caseSummarySchema>;

export const caseDocumentSchema = z.object({
  documentId,
  field: z.string(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  addedAt: instantSchema,
  issuedByCity: z.boolean(),
  /** What it was shared for from the vault; null for what was handed in or issued. */
  purpose: z.string().nullable(),
});
export type CaseDocument = z.infer<typeof caseDocumentSchema>;

/** By which mandate a case was handed in. `isConfirmed`: an office has looked at the proof of it. */
export const representationSchema = z.object({
  kind: z.enum(mandateKinds),
  holder: z.string(),
  isYou: z.boolean(),
  party: z.string(),
  isConfirmed: z.boolean(),
});
export type Representation = z.infer<typeof representationSchema>;

/** The two that write to each other. */
export const caseSides = ['citizen', 'office'] as const;
export type CaseSide = (typeof caseSides)[number];

/** `readAt`: when the other side opened it; null while nobody has. */
export const caseMessageSchema = z.object({
  id: caseMessageId,
  side: z.enum(caseSides),
  by: actedBySchema,
  body: z.string(),
  sentAt: instantSchema,
  readAt: instantSchema.nullable(),
  documentIds: z.array(documentId),
});
export type CaseMessage = z.infer<typeof caseMessageSchema>;

/** What a person may do with their case now; the page offers exactly these. */
export const citizenActs = ['write', 'withdraw', 'object'] as const;

/** How long the first decisions of this service took: of the last year, at most the newest 200. Whole days. */
export const usualTimeSchema = z.object({
  cases: z.number().int(),
  medianDays: z.number().int(),
  /** Nine of ten were decided within so many days. */
  mostDays: z.number().int(),
});
export type UsualTime = z.infer<typeof usualTimeSchema>;

/** The last decision: its letter, once it was written, and until when people may object. */
export const decisionSchema = z.object({
  outcome: z.enum(outcomes),
  decidedAt: instantSchema,
  documentId: documentId.nullable(),
  /** Null where this outcome leaves nothing to object to, or the letter is not written yet. */
  objectionUntil: daySchema.nullable(),
  isLate: z.boolean(),
  /** What the letter bears, so that its owner can show that it is real; never told to staff. */
  code: z.string().nullable(),
});

export const caseDetailSchema = caseSummarySchema.extend({
  officeId: z.string(),
  turn: z.object({ who: z.enum(turns), since: instantSchema }),
  /** Null while too few cases were decided to say. */
  usual: usualTimeSchema.nullable(),
  /** By when the office has to act, while it is its turn on an application. */
  decideUntil: z.object({ day: daySchema, basis: z.string() }).nullable(),
  decision: decisionSchema.nullable(),
  messages: z.array(caseMessageSchema),
  may: z.array(z.enum(citizenActs)),
  representation: representationSchema.nullable(),
  answers: answersSchema,
  formVersion: z.number().int(),
  timeline: z.array(caseEventSchema),
  evidenceRequests: z.array(evidenceRequestSchema),
  documents: z.array(caseDocumentSchema),
  /** A rule may still act on it, and the applicant may ask for a person instead. */
  mayWantPerson: z.boolean(),
});
export type CaseDetail = z.infer<typeof caseDetailSchema>;

export const addEvidenceInput = z.object({
  idempotencyKey,
  caseId,
  evidenceRequestId,
  documentIds: z.array(documentId).min(1).max(10),
});
export type AddEvidenceInput = z.infer<typeof addEvidenceInput>;

export const shareDocumentInput = z.object({
  idempotencyKey,
  caseId,
  documentId,
  /** What the office is to use it for, as the person writes it. */
  purpose: z.string().trim().min(3).max(200),
});
export type ShareDocumentInput = z.infer<typeof shareDocumentInput>;
export const endShareInput = z.object({ idempotencyKey, caseId, documentId });

/** A case that an own document was given to. */
export const documentCaseSchema = caseSummarySchema
  .pick({ reference: true, serviceSlug: true, state: true })
  .extend({
    caseId,
    addedAt: instantSchema,
    purpose: z.string().nullable(),
    /** It was shared, and nothing is decided yet. */
    /** The office sent or issued it in this case; else the person gave it. */
    issuedByCity: z.boolean(),
    mayEnd: z.boolean(),
  });
export type DocumentCase = z.infer<typeof documentCaseSchema>;

export const withdrawInput = z.object({ idempotencyKey, caseId });
/** Words of people: shown as text, never as markup. */
const words = z.string().trim().min(3).max(4000);
export const objectInput = z.object({ idempotencyKey, caseId, reason: words });
export const writeInput = z.object({
  idempotencyKey,
  caseId,
  body: words,
  documentIds: z.array(documentId).max(5).default([]),
});
export type WriteInput = z.infer<typeof writeInput>;
/** A file that a caseworker prepares for a message; its person knows nothing of it until the message is sent. */
export const preparedFileSchema = vaultDocumentSchema.pick({
  id: true,
  name: true,
  bytes: true,
  state: true,
  refusal: true,
  held: true,
});
export type PreparedFile = z.infer<typeof preparedFileSchema>;

export const readMessagesInput = z.object({ idempotencyKey, caseId });
/** Takes a decided case up again, passes an objection on, or refuses it; the reason is read by the person. */
export const answerObjectionInput = z.object({ idempotencyKey, caseId, reason: words });

/** SHA-256 of a decision's code, base64url: the code itself stays on the phone of who asks. */
export const verifyInput = z.object({ digest: z.string().regex(/^[\w-]{43}$/) });
/** What everyone who has the code may know: nothing of it says whose the decision is. */
export const verifiedSchema = z.object({
  officeId: z.string(),
  serviceSlug: z.string(),
  outcome: z.enum(outcomes),
  issuedOn: daySchema,
  /** SHA-256 of the file, base64url. */
  fileHash: z.string(),
  /** Since when the case is being decided anew; null while this is the last word. */
  replacedOn: daySchema.nullable(),
});
export type Verified = z.infer<typeof verifiedSchema>;

export const staffCaseSchema = caseDetailSchema.extend({
  applicant: z.string(),
  caseworker: z.object({ id: staffId, name: z.string() }).nullable(),
  /** Its texts cannot be opened any more: what is known without them is here. */
  unreadable: z.boolean(),
  notes: z.array(noteSchema),
  proposal: proposalSchema.nullable(),
  duplicates: z.array(duplicateSchema),
  /** What this caseworker may do now; the screen offers exactly these. */
  allowed: z.array(
    z.enum([
      'claim',
      'requestEvidence',
      'approve',
      'reject',
      'confirmDecision',
      'returnDecision',
      'confirmMandate',
      'seeContact',
      'write',
      'reopen',
      'passOnObjection',
      'denyObjection',
    ]),
  ),
});
export type StaffCase = z.infer<typeof staffCaseSchema>;

export const staffCaseInput = z.object({ caseId });
/** `from`: how the caseworker came to the case; the person's access log says it when they had looked for it. */
export const openCaseInput = staffCaseInput.extend({ from: z.enum(['queue', 'search']).default('queue') });
/** `from`: who had the case when the caseworker decided to take it; null for a case that nobody had. */
export const claimInput = z.object({ idempotencyKey, caseId, from: staffId.nullable().default(null) });
export const requestEvidenceInput = z.object({
  idempotencyKey,
  caseId,
  field: z.string().max(80),
  reason: z.string().trim().min(10).max(1000),
});
export const decideInput = z.object({
  idempotencyKey,
  caseId,
  note: z.string().trim().max(1000).default(''),
});
