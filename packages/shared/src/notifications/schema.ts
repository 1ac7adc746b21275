import { z } from 'zod';
import {
  caseId,
  documentId,
  idempotencyKey,
  instantSchema,
  languageSchema,
  messageId,
} from '../kernel/index.ts';
import { inboxBoxes, mailTopics, paces, topics } from './topics.ts';

/** What a message says; the words are copy in the reader's language, so nothing personal is stored with it. */
export const messageTypes = [
  'case_submitted',
  'case_claimed',
  'evidence_requested',
  'evidence_added',
  'case_approved',
  'case_rejected',
  'case_delivered',
  'case_message',
  'case_withdrawn',
  'case_objected',
  'case_objection_passed_on',
  'case_objection_denied',
  'case_reopened',
  'co_sign_waits',
  'co_sign_refused',
  'co_sign_expired',
  'passkey_added',
  'passkey_removed',
  'export_ready',
  'bundid_linked',
  'bundid_unlinked',
  'email_changed',
  'card_joined',
  'recovery_issued',
  'access_recovered',
  'mandate_accepted',
  'mandate_refused',
  'mandate_ended',
  'document_expires',
  'document_expired',
  'new_login',
  'account_unused',
] as const;
export type MessageType = (typeof messageTypes)[number];

export const inboxMessageSchema = z.object({
  id: messageId,
  type: z.enum(messageTypes),
  at: instantSchema,
  readAt: instantSchema.nullable(),
  starredAt: instantSchema.nullable(),
  /** Since when it is put away; null while it lies in the inbox. */
  archivedAt: instantSchema.nullable(),
  caseId: caseId.nullable(),
  caseReference: z.string().nullable(),
  serviceSlug: z.string().nullable(),
  /** The document of the vault that it is about; what that is stays sealed, the phone knows it. */
  documentId: documentId.nullable(),
});
export type InboxMessage = z.infer<typeof inboxMessageSchema>;
export const inboxSchema = z.object({
  messages: z.array(inboxMessageSchema),
  unread: z.number().int(),
  next: z.string().nullable(),
});
export const unreadSchema = z.object({ unread: z.number().int() });

export const inboxInput = z.object({
  box: z.enum(inboxBoxes).default('inbox'),
  after: z.string().max(80).nullable().default(null),
});

/** How messages are kept; what is not named stays as it is. Each can be taken back. */
export const markChangeSchema = z.strictObject({
  read: z.boolean().optional(),
  starred: z.boolean().optional(),
  archived: z.boolean().optional(),
});
export type MarkChange = z.infer<typeof markChangeSchema>;
export const markInput = z.object({
  idempotencyKey,
  messageIds: z.array(messageId).min(1).max(500),
  change: markChangeSchema,
});

/** A PushSubscription as the browser gives it (W3C Push API). The endpoint is user input: only allow-listed hosts are called. */
export const pushSubscriptionSchema = z.object({
  endpoint: z.url().max(1000),
  keys: z.object({ p256dh: z.string().max(200), auth: z.string().max(100) }),
});
export const subscribeInput = z.object({
  idempotencyKey,
  subscription: pushSubscriptionSchema,
  language: languageSchema,
  topics: z.array(z.enum(topics)),
});
export const unsubscribeInput = z.object({ idempotencyKey, endpoint: z.url().max(1000) });
export const pushKeySchema = z.object({ publicKey: z.string() });
/** The topics that are on for one device, named by `deviceOf(endpoint)`. */
export const pushSettingsInput = z.object({ device: z.string().regex(/^[\w-]{43}$/) });
export const pushSettingsSchema = z.object({ subscribed: z.boolean(), topics: z.array(z.enum(topics)) });

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** How a person is told, on whatever device. `quiet` null: at any hour. */
export const tellingSchema = z.object({
  mail: z.array(z.enum(mailTopics)),
  quiet: z.object({ from: clock, to: clock }).nullable(),
  pace: z.enum(paces),
});
export type Telling = z.infer<typeof tellingSchema>;
export const saveTellingInput = tellingSchema.extend({ idempotencyKey });

/** One format for all browsers: Declarative Web Push (W3C Push API draft; `web_push: 8030`). The text never names a person or a kind of case. */
export const pushPayloadSchema = z.object({
  web_push: z.literal(8030),
  notification: z.object({
    title: z.string(),
    body: z.string(),
    navigate: z.string(),
    lang: languageSchema,
    tag: z.string(),
    /** No sound and no buzz: what must be told in quiet hours. */
    silent: z.boolean().optional(),
    actions: z.array(z.object({ action: z.string(), title: z.string(), navigate: z.string() })).optional(),
  }),
});
export type PushPayload = z.infer<typeof pushPayloadSchema>;
