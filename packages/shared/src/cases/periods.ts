import { addDays, type Day, daysBetween, holidayOn } from '../kernel/index.ts';

/** Monday 5 January 1970: from it the day of the week is counted, without a zone. */
const aMonday = '1970-01-05' as Day;

/** False on Saturdays, Sundays and the public holidays of Thuringia (§ 193 BGB, § 31 (3) VwVfG). */
export function isWorkingDay(day: Day): boolean {
  const weekday = ((daysBetween(aMonday, day) % 7) + 7) % 7;
  return weekday < 5 && holidayOn(day) === null;
}

/** The day itself, or the next on which offices work. */
export function workingDayFrom(day: Day): Day {
  let next = day;
  while (!isWorkingDay(next)) next = addDays(next, 1);
  return next;
}

/**
 * The last day of a period of days: the day of the event does not count (§ 187 (1) BGB), and a period that would end on a
 * Saturday, Sunday or holiday ends on the next working day (§ 31 (3) VwVfG).
 */
export function endOfDays(event: Day, days: number): Day {
  return workingDayFrom(addDays(event, days));
}

/**
 * The last day of a period of months: the day with the number of the event's day (§ 188 (2) BGB), the last of the month
 * where it has none (§ 188 (3) BGB), or the next working day.
 */
export function endOfMonths(event: Day, months: number): Day {
  const [year, month, date] = event.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return workingDayFrom(last.toISOString().slice(0, 10) as Day);
}

/**
 * Days after which what was sent electronically, or by post within Germany, is taken to be known: the fourth
 * (§ 41 (2) VwVfG as of 1 January 2025, in Thuringia by § 1 ThürVwVfG of 2 July 2024). It is a day, not the end of a
 * period, so it stays where it falls. What is uncertain about it: docs/decisions/0063.
 */
const knownAfterDays = 4;

/** The day on which a decision that was put into the person's account is taken to be known to them. */
export const knownOn = (providedOn: Day): Day => addDays(providedOn, knownAfterDays);

/** The last day for an objection (Widerspruch): one month after the decision became known (§ 70 (1) VwGO, § 84 (1) SGG). */
export const objectionUntil = (providedOn: Day): Day => endOfMonths(knownOn(providedOn), 1);
