import { caseSides, caseStates, lanes, outcomes } from '@jena/shared/cases';
import {
  type AccountId,
  type CaseId,
  type CaseMessageId,
  type DecisionId,
  type DocumentId,
  type DraftId,
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
      /** Handed in together with others: which handing in, and of which life event. */
      bundleId: k.text<DraftId>('bundle_id'),
      bundleSlug: k.text('bundle_slug'),
      officeId: k.text('office_id').notNull(),
      formVersion: k.int('form_version').notNull(),
      language: k.choice('language', languageSchema.options as ['de', 'en']).notNull(),
      state: k.choice('state', caseStates).notNull(),
      /** Follows from the state: what the work queues ask for. The store alone writes it (SQLite covers no computed columns). */
      lane: k.choice('lane', lanes).notNull(),
      caseworkerId: k.text<StaffId>('caseworker_id'),
      /** Follows from the caseworker, empty for nobody: PostgreSQL takes `is null` for no equality, and would sort what an index has in order. */
      hand: k.text<StaffId | ''>('hand').notNull(),
      /** Sealed: answers. */
      answers: k.text('answers').notNull(),
      /** Sealed: how the applicant is called in the work queue. */
      applicant: k.text('applicant').notNull(),
      submittedAt: k.instant('submitted_at').notNull(),
      updatedAt: k.instant('updated_at').notNull(),
      /** Set when evidence came in after a request; cleared by the next act of the caseworker. */
      answeredAt: k.instant('answered_at'),
      /** The next day by which something is due; null once nothing is. */
      dueDay: k.day('due_day'),
      /** Something about the case wants a person's eye. */
      isSpecial: k.bool('is_special').notNull().default(false),
      /** Keyed hash of who it is about, by which a repetition from another account is found; null when the form asks less. */
      likeness: k.text('likeness'),
      /** The person left: the office keeps the decided case until this day, under an owner without a name. */
      keptUntil: k.day('kept_until'),
    },
    (t) => [
      k.index('cases_case_kept').on(t.keptUntil),
      k.uniqueIndex('cases_case_reference').on(t.reference),
      k.index('cases_case_owner').on(t.ownerId, t.updatedAt, t.id),
      // One for each kind of work queue (packages/shared/src/cases/queues.ts); counts read nothing else.
      k.index('cases_case_hand').on(t.officeId, t.lane, t.hand, t.submittedAt, t.id, t.answeredAt),
      k.index('cases_case_likeness').on(t.likeness, t.submittedAt),
      k.index('cases_case_lane').on(t.officeId, t.lane, t.submittedAt, t.id),
      k.index('cases_case_due').on(t.officeId, t.dueDay, t.id),
      k.index('cases_case_special').on(t.officeId, t.lane, t.isSpecial, t.submittedAt, t.id),
      // One state that few cases of a lane are in: for the search, and for decisions that wait for a second person.
      k.index('cases_case_state').on(t.officeId, t.state, t.submittedAt, t.id, t.hand),
      k.index('cases_case_service').on(t.officeId, t.lane, t.serviceSlug, t.submittedAt, t.id),
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

  /** What person and office write to each other, with a decision, an objection or its answer too. */
  const caseMessages = k.table(
    'cases_message',
    {
      id: k.id<CaseMessageId>('id'),
      caseId: k.ref<CaseId>('case_id', () => cases.id).notNull(),
      /** Which side wrote it: the other one reads it. */
      side: k.choice('side', caseSides).notNull(),
      /** Sealed: what was written. */
      body: k.text('body').notNull(),
      documents: k.json<DocumentId[]>('documents').notNull(),
      sentAt: k.instant('sent_at').notNull(),
      readAt: k.instant('read_at'),
    },
    (t) => [k.index('cases_message_case').on(t.caseId, t.sentAt)],
  );

  /** Each decision of a case, with what confirms its letter to others. Nothing in it says whose it is. */
  const caseDecisions = k.table(
    'cases_decision',
    {
      id: k.id<DecisionId>('id'),
      caseId: k.ref<CaseId>('case_id', () => cases.id).notNull(),
      serviceSlug: k.text('service_slug').notNull(),
      officeId: k.text('office_id').notNull(),
      outcome: k.choice('outcome', outcomes).notNull(),
      handedInAt: k.instant('handed_in_at').notNull(),
      decidedAt: k.instant('decided_at').notNull(),
      /** Counts the decisions of a case; those after the first say nothing about how long an application takes. */
      number: k.int('number').notNull(),
      /** What the caseworker wrote with it. */
      textId: k.text<CaseMessageId>('text_id'),
      /** When the letter was put into the person's account; from then on the three below are known. */
      providedAt: k.instant('provided_at'),
      documentId: k.text<DocumentId>('document_id'),
      /** SHA-256 of the letter, base64url. */
      fileHash: k.text('file_hash'),
      /** SHA-256 of the code that the letter bears, base64url. */
      codeHash: k.text('code_hash'),
      /** The case was taken up again: the letter is true, and no longer the last word. */
      replacedAt: k.instant('replaced_at'),
    },
    (t) => [
      k.uniqueIndex('cases_decision_case').on(t.caseId, t.number),
      k.index('cases_decision_usual').on(t.serviceSlug, t.number, t.decidedAt, t.handedInAt),
      k.uniqueIndex('cases_decision_code').on(t.codeHash),
    ],
  );

  return {
    cases,
    caseEvidenceRequests,
    caseDocuments,
    caseMessages,
    caseDecisions,
  };
};

export type CaseTables = ReturnType<typeof caseTables>;
