import { createHash } from 'node:crypto';
import type { CaseId, Language } from '@jena/shared/kernel';
import { type MessageType, type PushPayload, topicOf } from '@jena/shared/notifications';
import { copy as de } from './notifications.copy.de.ts';
import { copy as en } from './notifications.copy.en.ts';
import { pageUrl } from './notifications.links.ts';

export type NotificationsCopy = Record<
  | 'title'
  | 'open'
  | 'evidenceRequested'
  | 'reason'
  | 'accountTitle'
  | 'accountText'
  | 'loginTitle'
  | 'unusedTitle'
  | 'unusedText'
  | 'inboxTitle'
  | 'gatheredReason',
  string
> & { gatheredTitle: (count: number) => string };
const copies: Record<Language, NotificationsCopy> = { de, en };

type Told = { type: MessageType; caseId: CaseId | null };

/** A lock screen shows neither that somebody fetches their data nor which of their papers ends. */
const aboutTheInbox: readonly MessageType[] = ['export_ready', 'document_expires', 'document_expired'];

function wordsFor(type: MessageType, words: NotificationsCopy): { title: string; body: string } {
  if (type === 'account_unused') return { title: words.unusedTitle, body: words.unusedText };
  if (type === 'new_login') return { title: words.loginTitle, body: words.accountText };
  if (topicOf[type] === 'security') return { title: words.accountTitle, body: words.accountText };
  if (aboutTheInbox.includes(type) || type.startsWith('mandate_'))
    return { title: words.inboxTitle, body: words.open };
  const what = type === 'evidence_requested' ? `${words.evidenceRequested} ${words.open}` : words.open;
  return { title: words.title, body: `${what}\n${words.reason}` };
}

/**
 * What a phone shows about a case or the account: generic words, and where a tap leads.
 * @param silent in quiet hours: shown, but without a sound
 */
export function casePayload(
  message: Told,
  language: Language,
  publicOrigin: string,
  silent = false,
): PushPayload {
  const words = copies[language];
  return {
    web_push: 8030,
    notification: {
      ...wordsFor(message.type, words),
      navigate: pageUrl(
        publicOrigin,
        language,
        message.caseId === null ? '/postfach' : `/vorgaenge/${message.caseId}`,
      ),
      lang: language,
      tag: message.caseId === null ? 'inbox' : `case-${message.caseId}`,
      ...(silent ? { silent } : {}),
    },
  };
}

/** What a phone shows about several messages that were told together. */
export function gatheredPayload(count: number, language: Language, publicOrigin: string): PushPayload {
  const words = copies[language];
  return {
    web_push: 8030,
    notification: {
      title: words.gatheredTitle(count),
      body: `${words.open}\n${words.gatheredReason}`,
      navigate: pageUrl(publicOrigin, language, '/postfach'),
      lang: language,
      tag: 'inbox',
    },
  };
}

/**
 * RFC 8030 §5.4: a newer push about the same case replaces an undelivered one. Hashed with the endpoint,
 * so that push services cannot tell that two devices follow the same case.
 */
export function caseTopic(caseId: CaseId | null, endpoint: string): string {
  return createHash('sha256')
    .update(`${caseId ?? 'inbox'} ${endpoint}`)
    .digest('base64url')
    .slice(0, 32);
}
