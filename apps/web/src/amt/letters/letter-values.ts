import type { LetterValue, StaffCase } from '@jena/shared/cases';
import { useNames } from '../lib/catalogue.ts';
import { day } from '../lib/words.ts';

/** What text blocks may say about a case. */
export function useLetterValues(staffCase: StaffCase): Partial<Record<LetterValue, string>> {
  const names = useNames();
  const service = names?.services[staffCase.serviceSlug];
  const office = names?.offices[staffCase.officeId];
  return {
    name: staffCase.applicant,
    reference: staffCase.reference,
    received: day(staffCase.submittedAt.slice(0, 10)),
    ...(service ? { service } : {}),
    ...(office ? { office } : {}),
  };
}
