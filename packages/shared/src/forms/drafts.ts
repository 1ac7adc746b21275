import { z } from 'zod';
import { answersSchema } from '../cases/schema.ts';
import {
  documentId,
  draftId,
  idempotencyKey,
  instantSchema,
  languageSchema,
  mandateId,
} from '../kernel/index.ts';

/** Bytes of a draft as JSON. The longest form with long answers takes a fifth of it. */
export const longestDraft = 256 * 1024;
/** Days after the last change until a draft that nobody hands in is forgotten. */
export const draftDays = 180;

const name = z.string().max(160);
const named = <T extends z.ZodType>(value: T) => z.record(name, value);

const fingerprintSchema = z.object({
  version: z.number().int(),
  language: z.string().max(10),
  fields: named(
    z.object({
      type: z.string().max(40),
      options: z.array(z.string().max(200)).nullable(),
      wording: z.string().max(40),
      rules: z.string().max(40),
      condition: z.string().max(40),
    }),
  ),
});

const changeSchema = z.object({
  field: name,
  reason: z.enum(['added', 'removed', 'type', 'options', 'wording', 'rules', 'condition']),
});

/** A document of the vault that answers a question. What a phone photographed stays there until it is sent. */
const vaultFileSchema = z.object({
  documentId,
  name: z.string().max(200),
  mediaType: z.string().max(100),
  bytes: z.number().int().nonnegative(),
  addedAt: z.string().max(40),
  inVault: z.literal(true),
});

export const origins = ['card', 'bundid', 'party', 'profile', 'vault', 'earlier', 'person'] as const;

/** All that a device writes of a draft; sealed as a whole. */
export const draftBodySchema = z.object({
  fingerprint: fingerprintSchema,
  answers: answersSchema,
  origins: named(z.enum(origins)),
  stamps: named(z.string().max(40)),
  files: named(z.array(vaultFileSchema).max(20)),
  /** By device: papers that lie on it alone, so that the others can say where they are. */
  captured: z.record(
    z.string().max(40),
    z.array(z.object({ field: name, name: z.string().max(200) })).max(60),
  ),
  page: z.string().max(80),
  updatedAt: z.string().max(40),
  language: languageSchema,
  /** How the represented party is called. */
  party: z.string().max(300).nullable(),
  changed: z.array(changeSchema).max(500).optional(),
  aside: answersSchema.optional(),
  readVersion: z.number().int().optional(),
  readUntil: z.string().max(40).optional(),
});
export type DraftBody = z.infer<typeof draftBodySchema>;

export const saveDraftInput = z.object({
  idempotencyKey,
  draftId,
  /** The revision that this write builds on; 0 for a new draft. */
  base: z.number().int().nonnegative(),
  serviceSlug: z.string().max(80),
  formVersion: z.number().int().positive(),
  /** The mandate by which it is filled in for another; null for oneself. */
  mandateId: mandateId.nullable(),
  body: draftBodySchema,
});
export type SaveDraftInput = z.infer<typeof saveDraftInput>;

/** `changed`: another device was quicker, read it first. `closed`: it was handed in or deleted. */
export const savedDraftSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), revision: z.number().int() }),
  z.object({ kind: z.literal('changed') }),
  z.object({ kind: z.literal('closed') }),
]);
export type SavedDraft = z.infer<typeof savedDraftSchema>;

export const draftHeadSchema = z.object({
  draftId,
  revision: z.number().int(),
  serviceSlug: z.string(),
  formVersion: z.number().int(),
  mandateId: mandateId.nullable(),
  updatedAt: instantSchema,
  endsAt: instantSchema,
});
export type DraftHead = z.infer<typeof draftHeadSchema>;

/** `closed`: ids of drafts that were handed in or deleted, so that a device that still has one lets it go. */
export const draftsSchema = z.object({ drafts: z.array(draftHeadSchema), closed: z.array(draftId) });
export type ServerDrafts = z.infer<typeof draftsSchema>;

export const draftInput = z.object({ draftId });
export const draftSchema = draftHeadSchema.extend({ body: draftBodySchema });
export type ServerDraft = z.infer<typeof draftSchema>;

export const closingReasons = ['submitted', 'deleted'] as const;
export const closeDraftInput = z.object({ idempotencyKey, draftId, why: z.enum(closingReasons) });
export type CloseDraftInput = z.infer<typeof closeDraftInput>;
