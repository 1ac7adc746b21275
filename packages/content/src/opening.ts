import { holidayOn } from '@jena/shared/kernel';
import type { Weekday } from './schema.ts';

// Not imported as a value: the schema would bring zod to the phone.
const weekdays = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const satisfies readonly Weekday[];

/** Hours of one office, as in the offices bundle. Clock times are Europe/Berlin. */
export type Hours = {
  regular: Partial<Record<Weekday, readonly Slot[]>>;
  special: readonly { day: string; hours: readonly Slot[] }[];
};
type Slot = { opens: string; closes: string };
type WithHours = { openingHours: Hours | null };

/** Clock times are 'HH:MM', days 'YYYY-MM-DD', both as a person in Jena reads them. */
export type OpenState =
  | { open: true; closesAt: string }
  | { open: false; opensAt: { day: string; clock: string } | null };

const berlin = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** The day and the clock in Jena, daylight saving included. */
export function berlinTime(at: Date): { day: string; clock: string } {
  const [day = '', clock = ''] = berlin.format(at).split(' ');
  return { day, clock };
}

/** The slots of one day: special days go before holidays, holidays before the regular week. */
export function hoursOn(hours: Hours, day: string): readonly Slot[] {
  const special = hours.special.find((item) => item.day === day);
  if (special) return special.hours;
  if (isAlwaysOpen(hours)) return [{ opens: '00:00', closes: '24:00' }];
  if (holidayOn(day) !== null) return [];
  return hours.regular[weekdayOf(day)] ?? [];
}

/**
 * Is the office open at this moment, until when, or when does it open next (looked for within four weeks)?
 * Null when the hours are not known: say so, do not say "closed".
 */
export function openState(office: WithHours, at: Date): OpenState | null {
  const hours = office.openingHours;
  if (!hours) return null;
  const { day, clock } = berlinTime(at);
  const slots = hoursOn(hours, day);
  const now = slots.find((slot) => slot.opens <= clock && clock < slot.closes);
  if (now) return { open: true, closesAt: now.closes };
  for (let ahead = 0; ahead < 28; ahead++) {
    const later = addDays(day, ahead);
    const next = hoursOn(hours, later)
      .filter((slot) => ahead > 0 || slot.opens > clock)
      .sort((a, b) => a.opens.localeCompare(b.opens))[0];
    if (next) return { open: false, opensAt: { day: later, clock: next.opens } };
  }
  return { open: false, opensAt: null };
}

/** Police and emergency rooms: their holidays are everybody else's. */
function isAlwaysOpen(hours: Hours): boolean {
  return weekdays.every((day) =>
    hours.regular[day]?.some((slot) => slot.opens === '00:00' && slot.closes === '24:00'),
  );
}

function weekdayOf(day: string): Weekday {
  const index = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return weekdays[index] ?? 'mo';
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
