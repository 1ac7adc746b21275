/** A calendar date without time or zone, 'YYYY-MM-DD'. */
export type Day = string & { readonly __day: true };

/** A point in time, UTC, ISO 8601 with milliseconds: '2026-11-23T08:30:00.000Z'. */
export type Instant = string & { readonly __instant: true };

/** The zone in which the administration works; opening hours and deadlines are read in it. */
export const cityZone = 'Europe/Berlin';

/** True for a calendar date that exists (2026-02-30 does not). */
export function isDay(value: string): value is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** The day after (or, with a negative number, before) another. */
export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10) as Day;
}

/** Whole days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

export function toInstant(date: Date): Instant {
  return date.toISOString() as Instant;
}

const cityParts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: cityZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** The calendar date and the clock ('HH:MM') in Jena at a point in time. */
export function cityTime(at: Date): { day: Day; clock: string } {
  const [day, clock] = cityParts.format(at).split(' ') as [Day, string];
  return { day, clock };
}

/** The point in time at which clocks in Jena show this. In the hour that a change of the clock skips, the moment after it. */
export function cityInstant(day: Day, clock: string): Date {
  // Jena is one hour ahead of UTC in winter, two in summer.
  const guesses = [1, 2].map((ahead) => new Date(Date.parse(`${day}T${clock}:00Z`) - ahead * 3_600_000));
  const fitting = guesses.find((guess) => {
    const there = cityTime(guess);
    return there.day === day && there.clock === clock;
  });
  return fitting ?? (guesses[0] as Date);
}
