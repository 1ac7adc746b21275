import type { AccountId, Actor, StaffId } from '@jena/shared/kernel';
import {
  acceptedMediaTypes,
  accountQuotaBytes,
  documentTooLarge,
  maxUploadBytes,
  quotaExceeded,
} from '@jena/shared/vault';

/** The most documents of their own that one person keeps (ASVS 5.2.4). */
export const accountQuotaDocuments = 1000;
/** The most that one caseworker has prepared for messages that are not sent yet, over all cases. */
export const preparedQuotaDocuments = 20;
const preparedQuotaBytes = 250_000_000;
/**
 * An upload that is not finished by then is forgotten; the phone still has the file and begins anew. So is what was
 * prepared for a message that nobody sent.
 */
export const uploadHours = 24;
/** Repeated looks of the same staff member at the same document within these minutes are one line in the access log. */
export const oneLookMinutes = 15;
/** For so long a document that was thrown away can be taken back. */
export const removedMinutes = 10;
/** Longest edge of a preview, in pixels. */
export const previewEdge = 320;

/**
 * May this upload begin?
 * @throws vault.too_large, vault.quota_exceeded
 */
export function admitUpload(bytes: number, usage: { bytes: number; documents: number }): void {
  if (bytes > maxUploadBytes) throw documentTooLarge({ maxBytes: maxUploadBytes });
  if (usage.bytes + bytes > accountQuotaBytes || usage.documents >= accountQuotaDocuments)
    throw quotaExceeded({ maxBytes: accountQuotaBytes });
}

/**
 * May a caseworker prepare one more file?
 * @throws vault.too_large, vault.quota_exceeded
 */
export function admitPrepared(bytes: number, usage: { bytes: number; documents: number }): void {
  if (bytes > maxUploadBytes) throw documentTooLarge({ maxBytes: maxUploadBytes });
  if (usage.bytes + bytes > preparedQuotaBytes || usage.documents >= preparedQuotaDocuments)
    throw quotaExceeded({ maxBytes: preparedQuotaBytes });
}

type MediaType = (typeof acceptedMediaTypes)[number];

/** Types by content that may be kept (ASVS 5.2.2). */
export const isAccepted = (type: string | undefined): type is MediaType =>
  (acceptedMediaTypes as readonly (string | undefined)[]).includes(type);

/** Photographs as iPhones make them: decoded and kept as JPEG, which every office can open. */
export const isHeif = (type: string | undefined): boolean => type === 'image/heic' || type === 'image/heif';

/** A picture or a PDF; undefined for everything else. */
export function kindOf(mediaType: string): 'picture' | 'pdf' | undefined {
  if (mediaType === 'application/pdf') return 'pdf';
  return mediaType.startsWith('image/') ? 'picture' : undefined;
}

/** What an office still prepares for a person is not theirs yet. */
export function isOwner(actor: Actor, document: { ownerId: AccountId; preparedBy: StaffId | null }): boolean {
  return actor.kind === 'citizen' && actor.accountId === document.ownerId && document.preparedBy === null;
}

const extensions: Record<string, string> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** Control characters, and the signs that turn writing direction: `gpj.exe` must not read as `exe.jpg`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const unsafeSigns = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069<>:"/\\|?*]/g;

/** A file name that every system can store, with the extension that the content has (ASVS 5.4.1). */
export function safeFileName(name: string, mediaType: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const stem = last
    .replace(unsafeSigns, '')
    .replace(/\.[^.]{1,5}$/, '')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 120);
  const extension = extensions[mediaType];
  return `${stem === '' ? 'dokument' : stem}${extension ? `.${extension}` : ''}`;
}
