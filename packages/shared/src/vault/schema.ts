import { z } from 'zod';
import { caseId, daySchema, documentId, folderId, idempotencyKey, instantSchema } from '../kernel/index.ts';
import { documentTypes } from './types.ts';

/** uploading → checking → available | refused. Only available documents can be used. */
export const documentStates = ['uploading', 'checking', 'available', 'refused'] as const;
export type DocumentState = (typeof documentStates)[number];

export const refusals = [
  'vault.too_large',
  'vault.not_a_picture_or_pdf',
  'vault.too_many_pixels',
  'vault.damaged',
  'vault.active_content',
  'vault.infected',
] as const;

/** What was away when a document could not be checked; it stays in quarantine until it can. */
export const holdReasons = [
  'scanner_unreachable',
  'signatures_missing',
  'signatures_old',
  'scan_failed',
  'pdf_tool_missing',
] as const;

/** What a person says about a document. Nobody but them can read it. */
export const documentDetailsSchema = z.object({
  type: z.enum(documentTypes),
  /** Who issued it, as the person writes it; '' when they said nothing. */
  issuer: z.string().trim().max(120),
  /** Last day on which it is valid; null when it does not end or nobody said so. */
  validUntil: daySchema.nullable(),
  /** Whether the person wants to be told before it ends. */
  remind: z.boolean().default(true),
});
export type DocumentDetails = z.infer<typeof documentDetailsSchema>;

export const noDetails: DocumentDetails = {
  type: 'other',
  issuer: '',
  validUntil: null,
  remind: true,
};

export const vaultDocumentSchema = z.object({
  id: documentId,
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  state: z.enum(documentStates),
  /** An error code with copy in every language, when refused. */
  refusal: z.enum(refusals).nullable(),
  /** Still `checking`, and for longer than usual: it waits in quarantine, and there is nothing to do but wait. */
  held: z.boolean(),
  issuedByCity: z.boolean(),
  /** How many pages it has; null until it was checked, and for what the product wrote itself. */
  pages: z.number().int().nullable(),
  /** A small picture of it can be had. */
  hasPreview: z.boolean(),
  details: documentDetailsSchema,
  /** A folder of the person's own; null when it lies where its kind belongs. */
  folderId: folderId.nullable(),
  createdAt: instantSchema,
});
export type VaultDocument = z.infer<typeof vaultDocumentSchema>;

/** For operators: how many documents wait in quarantine, since when, and what is away now. */
export const quarantineSchema = z.object({
  count: z.number().int(),
  since: instantSchema.nullable(),
  trouble: z.enum(holdReasons).nullable(),
});
export type Quarantine = z.infer<typeof quarantineSchema>;

export const documentInput = z.object({ documentId });

/** An office opened a document: which one, when, and for which case. Never who. */
export const documentLookSchema = z.object({
  at: instantSchema,
  officeId: z.string(),
  caseReference: z.string().nullable(),
});
export type DocumentLook = z.infer<typeof documentLookSchema>;

export const describeInput = documentInput.extend({
  idempotencyKey,
  name: z.string().trim().min(1).max(120),
  details: documentDetailsSchema,
});
export type DescribeInput = z.infer<typeof describeInput>;

/** tus `Upload-Metadata` of an upload; the client chooses the document's id, so a retry finds the same upload. */
export const uploadMetadataSchema = z.object({
  documentId,
  filename: z.string().trim().min(1).max(200),
  /** As the phone says; empty when it does not know. Printable ASCII, as media types are. */
  filetype: z
    .string()
    .max(100)
    .regex(/^[ -~]*$/),
  /** At the staff door: for a message in which case. What a citizen names here says nothing. */
  caseId: caseId.optional(),
});
