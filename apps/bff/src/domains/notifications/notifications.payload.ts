import { createHash } from 'node:crypto';
import type { CaseId, Language } from '@jena/shared/kernel';
import type { MessageType, PushPayload } from '@jena/shared/notifications';
import { copy as de } from './notifications.copy.de.ts';
import { copy as en } from './notifications.copy.en.ts';
import { pageUrl } from './notifications.links.ts';

export type NotificationsCopy = Record<
  'title' | 'open' | 'evidenceRequested' | 'reason' | 'accountTitle' | 'accountText',
  string
>;
const copies: Record<Language, NotificationsCopy> = { de, en };

type Told = { type: MessageType; caseId: CaseId | null };

const aboutTheAccount: readonly MessageType[] = ['passkey_added', 'passkey_removed'];

/** What a phone shows about a case or the account: generic words, and where a tap leads. */
export function casePayload(message: Told, language: Language, publicOrigin: string): PushPayload {
  const words = copies[language];
  const what =
    message.type === 'evidence_requested' ? `${words.evidenceRequested} ${words.open}` : words.open;
  const isOfAccount = aboutTheAccount.includes(message.type);
  return {
    web_push: 8030,
    notification: {
      title: isOfAccount ? words.accountTitle : words.title,
      body: isOfAccount ? words.accountText : `${what}\n${words.reason}`,
      navigate: pageUrl(
        publicOrigin,
        language,
        message.caseId === null ? '/postfach' : `/vorgaenge/${message.caseId}`,
      ),
      lang: language,
      tag: message.caseId === null ? 'inbox' : `case-${message.caseId}`,
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
