import { createHash } from 'node:crypto';
import type { CaseDetail } from '@jena/shared/cases';
import type { DocumentId } from '@jena/shared/kernel';

/** All that a second person reads before they sign. */
export type Signed = Pick<CaseDetail, 'serviceSlug' | 'formVersion' | 'answers'> & {
  documents: readonly { field: string; documentId: DocumentId; mediaType: string; bytes: number }[];
};

/**
 * SHA-256 of what was read and signed, answers and documents. A document stands in it by its id: its file was written
 * once, under a key and a place of its own, so that no other file opens under this id. Its name is left out, as its
 * owner may rename it.
 */
export function signedHash({ serviceSlug, formVersion, answers, documents }: Signed): string {
  const papers = documents
    .map(({ field, documentId, mediaType, bytes }) => [field, documentId, mediaType, bytes] as const)
    .toSorted(([, a], [, b]) => (a < b ? -1 : 1));
  const whole = JSON.stringify([serviceSlug, formVersion, answers, papers]);
  return createHash('sha256').update(whole).digest('base64url');
}
