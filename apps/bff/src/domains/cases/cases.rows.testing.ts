import { type AccountId, type CaseId, type Instant, newId } from '@jena/shared/kernel';
import type { NewCase } from './cases.store.ts';

/** A minute of the day of these tests. */
export const minute = (number: number) =>
  new Date(Date.UTC(2026, 10, 23, 9, number)).toISOString() as Instant;

/** A case as the table holds it, with sealed columns that nobody opens. */
export function caseRow(changes: Partial<NewCase> = {}): NewCase {
  const id = newId<'case'>() as CaseId;
  return {
    id,
    reference: `J-${id}`,
    ownerId: newId<'account'>() as AccountId,
    submittedBy: newId<'account'>() as AccountId,
    mandateId: null,
    serviceSlug: 'wohnsitz-anmelden',
    officeId: 'buergerservice',
    formVersion: 1,
    language: 'de',
    state: 'submitted',
    caseworkerId: null,
    answers: 'sealed',
    applicant: 'sealed',
    submittedAt: minute(0),
    updatedAt: minute(0),
    keptUntil: null,
    answeredAt: null,
    ...changes,
  };
}
