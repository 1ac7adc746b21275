import { caseStates } from '@jena/shared/cases';
import {
  type AccountId,
  type CaseId,
  type DocumentId,
  type EvidenceRequestId,
  languageSchema,
  type MandateId,
  type StaffId,
} from '@jena/shared/kernel';
import type { Kit } from '../../platform/db/kit.ts';

/** Cases (Vorgänge). What a person wrote is sealed with that person's key; codes, states and times are not. */
export const caseTables = (k: Kit) => {
  const cases = k.table(
    'cases_case',
    {
      id: k.id<CaseId>('id'),
      reference: k.text('reference').notNull(),
      ownerId: k.text<AccountId>('owner_id').notNull(),
      /** Who handed it in: the owner, or somebody who acts for them by a mandate. */
      submittedBy: k.text<AccountId>('submitted_by').notNull(),
      mandateId: k.text<MandateId>('mandate_id'),
      serviceSlug: k.text('service_slug').notNull(),
      officeId: k.text('office_id').notNull(),
      formVersion: k.int('form_version').notNull(),
      language: k.choice('language', languageSchema.options as ['de', 'en']).notNull(),
      state: k.choice('state', caseStates).notNull(),
      caseworkerId: k.text<StaffId>('caseworker_id'),
      /** Sealed: answers. */
      answers: k.text('answers').notNull(),
      /** Sealed: how the applicant is called in the work queue. */
      applicant: k.text('applicant').notNull(),
      /** Sealed: what the caseworker wrote with the decision. */
      decisionNote: k.text('decision_note'),
      submittedAt: k.instant('submitted_at').notNull(),
      updatedAt: k.instant('updated_at').notNull(),
      /** Set when evidence came in after a request; cleared by the next act of the caseworker. */
      answeredAt: k.instant('answered_at'),
      /** The person left: the office keeps the decided case until this day, under an owner without a name. */
      keptUntil: k.day('kept_until'),
    },
    (t) => [
      k.index('cases_case_kept').on(t.keptUntil),
      k.uniqueIndex('cases_case_reference').on(t.reference),
      k.index('cases_case_owner').on(t.ownerId, t.updatedAt, t.id),
      k.index('cases_case_queue').on(t.officeId, t.state, t.submittedAt, t.id),
    ],
  );

  const caseEvidenceRequests = k.table(
    'cases_evidence_request',
    {
      id: k.id<EvidenceRequestId>('id'),
      caseId: k.ref<CaseId>('case_id', () => cases.id).notNull(),
      field: k.text('field').notNull(),
      /** Sealed: what the caseworker wrote. */
      reason: k.text('reason').notNull(),
      requestedAt: k.instant('requested_at').notNull(),
      dueDay: k.day('due_day').notNull(),
      answeredAt: k.instant('answered_at'),
    },
    (t) => [k.index('cases_evidence_request_case').on(t.caseId, t.requestedAt)],
  );

  const caseDocuments = k.table(
    'cases_document',
    {
      documentId: k.text<DocumentId>('document_id').notNull(),
      caseId: k.ref<CaseId>('case_id', () => cases.id).notNull(),
      /** In whose vault it lies: the owner's, or that of whoever acted for them. */
      ownerId: k.text<AccountId>('owner_id').notNull(),
      field: k.text('field').notNull(),
      addedAt: k.instant('added_at').notNull(),
      issuedByCity: k.bool('issued_by_city').notNull(),
      /** Sealed: what the person shared it for from their vault; null for what was handed in or issued. */
      purpose: k.text('purpose'),
    },
    (t) => [
      k.primaryKey({ columns: [t.caseId, t.documentId] }),
      k.index('cases_document_document').on(t.documentId),
    ],
  );

  return { cases, caseEvidenceRequests, caseDocuments };
};

export type CaseTables = ReturnType<typeof caseTables>;
