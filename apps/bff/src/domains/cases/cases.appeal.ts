import { objectionUntil, procedureOf } from '@jena/shared/cases';
import { cityTime } from '@jena/shared/kernel';
import type { DecisionRow } from './cases.decisions.store.ts';

/** Until when people may object to a decision: null where there is nothing to object to, or no letter yet. */
export function objectionEnd({
  serviceSlug,
  outcome,
  providedAt,
}: Pick<DecisionRow, 'serviceSlug' | 'outcome' | 'providedAt'>) {
  if (providedAt === null || !procedureOf(serviceSlug).objectionTo.includes(outcome)) return null;
  return objectionUntil(cityTime(new Date(providedAt)).day);
}
