import { cityZone } from '@jena/shared/kernel';
import { errorCode, errorCopy, errorSentence } from '../../lib/errors.ts';
import { formatDay, formatMoment } from '../../lib/format.ts';
import { caseCopy } from '../copy.case.de.ts';
import { deskErrors } from '../copy.desk.de.ts';
import { staffErrors } from '../copy.evidence.de.ts';

/** Codes that mean: the case moved on while this screen was looked at. */
const quicker = new Set(['cases.not_in_state', 'cases.not_the_caseworker']);

export function isConflict(error: unknown): boolean {
  return quicker.has(errorCode(error));
}

/** The sentence for an error, as staff read it. */
export function staffSentence(error: unknown): string {
  return isConflict(error)
    ? caseCopy.quicker
    : errorSentence({ ...errorCopy.get('de'), ...staffErrors, ...deskErrors }, error);
}

export const moment = (instant: string) => formatMoment(instant, 'de');
export const day = (value: string) => formatDay(value, 'de');

const clockFormat = new Intl.DateTimeFormat('de-DE', {
  hour: 'numeric',
  minute: '2-digit',
  timeZone: cityZone,
});
const dateFormat = new Intl.DateTimeFormat('de-DE', { day: '2-digit', month: '2-digit', timeZone: cityZone });

/** „14:03 Uhr“ */
export const clock = (at: Date) => `${clockFormat.format(at)} Uhr`;

/** The time for today, else „23.11.“: short enough for a row. */
export function shortMoment(instant: string, now = new Date()): string {
  const at = new Date(instant);
  return dateFormat.format(at) === dateFormat.format(now) && now.getTime() - at.getTime() < 86_400_000
    ? clockFormat.format(at)
    : dateFormat.format(at);
}
