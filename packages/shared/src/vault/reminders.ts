import { addDays, cityInstant, type Day, type Instant, toInstant } from '../kernel/index.ts';
import type { DocumentDetails } from './schema.ts';
import type { DocumentType } from './types.ts';

/** Time in Jena at which reminders come: people are up, and offices can be called. */
const reminderClock = '09:00';

const weeks = (count: number) => count * 7;
/** Enough for what is asked for again with a form or a letter. */
const short = [weeks(4), weeks(1)];
/** Making a card takes up to six weeks (see the services in the catalogue), and an appointment comes before. */
const madeAnew = [weeks(8), weeks(2)];
/** Whoever must stay here without a gap asks at least eight weeks ahead. */
const residence = [weeks(12), weeks(8)];

/** Days before its last day on which the owner of a document is told. */
const daysBefore: Partial<Record<DocumentType, readonly number[]>> = {
  identity_card: madeAnew,
  passport: madeAnew,
  driving_licence: madeAnew,
  benefit_notice: madeAnew,
  residence_permit: residence,
};

/** From so many days before its last day on a document of this kind counts as running out. */
export const firstReminderDays = (type: DocumentType): number => Math.max(...(daysBefore[type] ?? short));

export type Reminder = {
  at: Instant;
  /** Before its last day, or on the morning after it. */
  kind: 'expires' | 'expired';
};

/** When the owner of a document is told that it runs out, first to last; never when they do not want it. */
export function remindersOf({ type, validUntil, remind }: DocumentDetails): Reminder[] {
  if (validUntil === null || !remind) return [];
  const morning = (day: Day) => toInstant(cityInstant(day, reminderClock));
  return [
    ...(daysBefore[type] ?? short).map(
      (days): Reminder => ({ at: morning(addDays(validUntil, -days)), kind: 'expires' }),
    ),
    { at: morning(addDays(validUntil, 1)), kind: 'expired' },
  ];
}
