import { cityTime, daysBetween, type Language } from '@jena/shared/kernel';
import { type DocumentDetails, firstReminderDays, remindersOf } from '@jena/shared/vault';

type Dated = Pick<DocumentDetails, 'type' | 'validUntil'>;

/** How a document stands today in Jena; `none` when it does not end or nobody said so. */
export type Validity = 'none' | 'valid' | 'soon' | 'expired';

const daysLeft = (validUntil: Dated['validUntil'], now: Date) =>
  validUntil === null ? undefined : daysBetween(cityTime(now).day, validUntil);

export function validityOf({ type, validUntil }: Dated, now = new Date()): Validity {
  const left = daysLeft(validUntil, now);
  if (left === undefined) return 'none';
  if (left < 0) return 'expired';
  return left <= firstReminderDays(type) ? 'soon' : 'valid';
}

/** „heute“, „morgen“, „in 5 Tagen“, „in 3 Wochen“: so long a document is still valid. Whole weeks are rounded down. */
export function endsWhen({ validUntil }: Dated, language: Language, now = new Date()): string {
  const left = daysLeft(validUntil, now) ?? 0;
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return left < 14 ? words.format(left, 'day') : words.format(Math.floor(left / 7), 'week');
}

/** The day of the next reminder; none when it is switched off, or all have come. */
export function nextReminder(details: DocumentDetails, now = new Date()) {
  const next = remindersOf(details).find(({ at }) => Date.parse(at) > now.getTime());
  return next && cityTime(new Date(next.at)).day;
}
