import { type Hours, hoursOn } from '@jena/content/opening';
import { addDays, cityInstant, cityTime, type Day, type Instant, toInstant } from '@jena/shared/kernel';

/** The first opening of one day; later ones, after a lunch break, are not greeted. */
export type Opening = { day: Day; clock: string; at: Instant };

/** How long after the opening a greeting still makes sense; then it waits for the next day. */
export const graceMinutes = 90;

const lookAheadDays = 28;

/** When a day begins in the office; null when it stays closed. */
export function firstOpening(hours: Hours, day: Day): Opening | null {
  const clock = hoursOn(hours, day)
    .map((slot) => slot.opens)
    .sort()[0];
  return clock === undefined ? null : { day, clock, at: toInstant(cityInstant(day, clock)) };
}

/** The next opening that is worth a greeting: one to come, or one that is not long past. Null when none is known. */
export function nextOpening(hours: Hours, now: Date, after: Day | null = null): Opening | null {
  const today = cityTime(now).day;
  for (let ahead = 0; ahead < lookAheadDays; ahead += 1) {
    const day = addDays(today, ahead);
    const opening = after !== null && day <= after ? null : firstOpening(hours, day);
    if (opening !== null && isTimely(opening, now)) return opening;
  }
  return null;
}

/** True until the grace after an opening is over. */
export function isTimely(opening: Opening, now: Date): boolean {
  return now.getTime() < Date.parse(opening.at) + graceMinutes * 60_000;
}
