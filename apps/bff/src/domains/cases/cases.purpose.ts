import type { CaseId, DocumentId } from '@jena/shared/kernel';

/** Where the purpose of a shared document is sealed to. */
export const purposePlace = (caseId: CaseId, documentId: DocumentId) =>
  `cases_document.purpose:${caseId}:${documentId}`;
