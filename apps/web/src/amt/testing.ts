import type { StaffCase } from '@jena/shared/cases';
import { type Instant, newId, type StaffId } from '@jena/shared/kernel';
import { realCases } from '../domains/forms/testing.ts';
import type { Staff } from './lib/desk.ts';

export const kim: Staff = {
  kind: 'staff',
  staffId: newId<'staff'>() as StaffId,
  name: 'Kim Beispiel',
  officeId: 'buergerservice',
  roles: ['caseworker'],
  at: '2026-11-23T09:00:00.000Z' as Instant,
  idleEndsAt: '2026-11-23T09:30:00.000Z' as Instant,
  endsAt: '2026-11-23T19:00:00.000Z' as Instant,
};

/** A case in Kim's hands, with the answers of the form's own test person. */
export function staffCase(changes: Partial<StaffCase> = {}, person = 0): StaffCase {
  const submittedAt = '2026-11-23T09:00:00.000Z' as Instant;
  const told = realCases()[person];
  if (!told) throw new Error(`the form has no test person ${person}`);
  return {
    id: newId<'case'>(),
    reference: 'JE-2026-4711-K',
    serviceSlug: 'wohnsitz-anmelden',
    state: 'in_review',
    submittedAt,
    updatedAt: submittedAt,
    waitsForCitizen: false,
    forWhom: null,
    bundle: null,
    representation: null,
    officeId: 'buergerservice',
    turn: { who: 'office', since: submittedAt },
    usual: null,
    decideUntil: null,
    decision: null,
    messages: [],
    may: ['write', 'withdraw'],
    answers: told.answers,
    formVersion: 1,
    applicant: 'Erika Mustermann',
    caseworker: { id: kim.staffId, name: kim.name },
    timeline: [
      {
        sequence: 1,
        type: 'submitted',
        at: submittedAt,
        by: { kind: 'citizen' },
        note: null,
        automatic: null,
      },
    ],
    evidenceRequests: [],
    mayWantPerson: false,
    unreadable: false,
    notes: [],
    proposal: null,
    duplicates: [],
    documents: [
      {
        documentId: newId<'document'>(),
        field: 'wohnungsgeberbestaetigung',
        name: 'IMG_2041.jpg',
        mediaType: 'image/jpeg',
        bytes: 900_000,
        addedAt: submittedAt,
        issuedByCity: false,
        purpose: null,
      },
    ],
    allowed: ['requestEvidence', 'approve', 'reject'],
    ...changes,
  };
}
