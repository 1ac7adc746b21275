import { decideUntil, procedureOf } from '@jena/shared/cases';
import { cityTime, type Day } from '@jena/shared/kernel';

/** The last day on which an office decides in time what came in at this moment. */
export function officeDue({ serviceSlug, at }: { serviceSlug: string; at: string }): Day {
  return decideUntil(procedureOf(serviceSlug), cityTime(new Date(at)).day);
}
