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

/**
 * Reads a date as people type it: '3.12.2026', '03.12.26', '3 12 2026', '3/12/2026' (day first, as in Germany),
 * or '2026-12-03'. Undefined when no such day exists.
 */
export function parseDay(text: string, today: Day): Day | undefined {
  const trimmed = text.trim();
  if (isDay(trimmed)) return trimmed;
  const match = /^(\d{1,2})\s*[.\-/ ]\s*(\d{1,2})\s*[.\-/ ]\s*(\d{4}|\d{2})\.?$/.exec(trimmed);
  const [, day = '', month = '', year = ''] = match ?? [];
  const iso = match ? `${fullYear(year, today)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : '';
  return isDay(iso) ? iso : undefined;
}

/** Joins separate fields for day, month and year as text; a part that is missing stays visible as a gap. */
export function joinDay(parts: { day: string; month: string; year: string }): string {
  const trimmed = [parts.day, parts.month, parts.year].map((part) => part.trim());
  return trimmed.every((part) => part === '') ? '' : trimmed.join('.');
}

/** Splits a stored date, also a half typed one ('3.12.'), into its separate fields. */
export function splitDay(answer: string): { day: string; month: string; year: string } {
  if (isDay(answer)) {
    const [year = '', month = '', day = ''] = answer.split('-');
    return { day: String(Number(day)), month: String(Number(month)), year };
  }
  const [day = '', month = '', year = ''] = answer.split('.');
  return { day, month, year };
}

/** Completed years of life on a day; who is born on 29 February has a birthday on 1 March in other years (§ 188 BGB). */
export function ageOn(birth: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}
