import { addDays, type Day, isDay } from '../kernel/days.ts';

/**
 * The day that a rule means: 'today', 'today+7', 'today-14' or a Day.
 * @throws RangeError for anything else; definitions are checked when content is built
 */
export function resolveDay(rule: string, today: Day): Day {
  if (isDay(rule)) return rule;
  const match = /^today(?:([+-])(\d{1,5}))?$/.exec(rule);
  if (!match) throw new RangeError(`not a day rule: ${rule}`);
  const days = Number(match[2] ?? 0);
  return addDays(today, match[1] === '-' ? -days : days);
}

/** A whole year as people write it: two digits mean the last hundred years up to ten years ahead of today. */
function fullYear(year: string, today: Day): string {
  if (year.length === 4) return year;
  const thisYear = Number(today.slice(0, 4));
  const guess = thisYear - (thisYear % 100) + Number(year);
  return String(guess > thisYear + 10 ? guess - 100 : guess);
}

const dayFirst = /^(?<day>\d{1,2})\s*[./ ]\s*(?<month>\d{1,2})\s*[./ ]\s*(?<year>\d{4}|\d{2})\.?$/;
/** What separate fields give. A year of two digits is not guessed here: '26-12-03' could as well be the 26th. */
const yearFirst = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/;

/**
 * Reads a date as people type it: '3.12.2026', '03.12.26', '3 12 2026', '3/12/2026' (day first, as in Germany),
 * or from separate fields '2026-12-3'. Undefined when no such day exists.
 */
export function parseDay(text: string, today: Day): Day | undefined {
  const parts = (yearFirst.exec(text.trim()) ?? dayFirst.exec(text.trim()))?.groups;
  if (!parts) return undefined;
  const { day = '', month = '', year = '' } = parts;
  const iso = `${fullYear(year, today)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? iso : undefined;
}

/** Completed years of life on a day; who is born on 29 February has a birthday on 1 March in other years (§ 188 BGB). */
export function ageOn(birth: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}
