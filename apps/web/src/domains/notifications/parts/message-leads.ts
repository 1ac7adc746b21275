import type { InboxMessage, MessageType } from '@jena/shared/notifications';
import { topicOf } from '@jena/shared/notifications';
import type { VaultDocument } from '@jena/shared/vault';
import type { Names } from '../../../lib/catalogue.ts';
import { paths } from '../../../lib/paths.ts';

/** To the case, or to the service that makes a paper anew; what is about the login leads to the list of devices. */
export function leadsTo(
  { caseId, documentId, type }: InboxMessage,
  document: VaultDocument | undefined,
  { renewedBy }: Names,
): string {
  if (documentId) {
    const slug = document && renewedBy[document.details.type];
    if (slug) return paths.service(slug);
    return document ? paths.vaultDocument(documentId) : paths.vault();
  }
  if (caseId) return paths.case(caseId);
  if (type === 'export_ready') return paths.myData();
  if (type.startsWith('mandate_')) return paths.mandates();
  return /^(passkey_|bundid_|card_|email_|new_login)/.test(type) ? paths.devices() : paths.inbox();
}

/** Why somebody gets a message; each has its sentence in the copy. */
export type Reason = 'case' | 'document' | 'security' | 'export' | 'mandate' | 'unused';

export function reasonFor(type: MessageType): Reason {
  if (type === 'account_unused') return 'unused';
  if (type === 'export_ready') return 'export';
  if (type.startsWith('mandate_')) return 'mandate';
  const topic = topicOf[type];
  if (topic === 'security') return 'security';
  return topic === 'documents' ? 'document' : 'case';
}
