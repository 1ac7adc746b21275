import { cityTime, type Day, daysBetween } from '@jena/shared/kernel';
import { reminderDays } from '@jena/shared/vault';

/** How a document stands today in Jena; `none` when it does not end or nobody said so. */
export type Validity = 'none' | 'valid' | 'soon' | 'expired';

export function validityOf(validUntil: Day | null, now = new Date()): Validity {
  if (validUntil === null) return 'none';
  const left = daysBetween(cityTime(now).day, validUntil);
  if (left < 0) return 'expired';
  return left <= reminderDays ? 'soon' : 'valid';
}
