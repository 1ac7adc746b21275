import { addDays, cityInstant, cityTime } from '../kernel/days.ts';
import type { MessageType } from './schema.ts';

/** What a person can switch on and off for a device, one by one. */
export const topics = ['cases', 'documents', 'assistant'] as const;
export type Topic = (typeof topics)[number];

/** Whether it is about somebody, and so for a person who is logged in; a greeting of the day is the same for all. */
export const isPersonal = (topic: Topic): boolean => topic !== 'assistant';

/** What may also come by e-mail. Hanfried's greeting is for the moment in which the doors open. */
export const mailTopics = ['cases', 'documents'] as const;
export type MailTopic = (typeof mailTopics)[number];

/**
 * What each message is about. `security` is told on every device that wants anything at all and by e-mail at once; it
 * cannot be switched off (ASVS 6.3.5, 6.3.7).
 */
export const topicOf: Readonly<Record<MessageType, MailTopic | 'security'>> = {
  case_submitted: 'cases',
  case_claimed: 'cases',
  evidence_requested: 'cases',
  evidence_added: 'cases',
  case_approved: 'cases',
  case_rejected: 'cases',
  case_delivered: 'cases',
  case_message: 'cases',
  case_objected: 'cases',
  case_objection_passed_on: 'cases',
  case_objection_denied: 'cases',
  case_reopened: 'cases',
  case_withdrawn: 'cases',
  co_sign_refused: 'cases',
  co_sign_expired: 'cases',
  co_sign_waits: 'cases',
  export_ready: 'cases',
  passkey_added: 'security',
  passkey_removed: 'security',
  bundid_linked: 'security',
  bundid_unlinked: 'security',
  email_changed: 'security',
  card_joined: 'security',
  recovery_issued: 'security',
  access_recovered: 'security',
  document_expires: 'documents',
  document_expired: 'documents',
  mandate_accepted: 'cases',
  mandate_refused: 'cases',
  mandate_ended: 'cases',
  new_login: 'security',
  account_unused: 'security',
};

/** Clocks in Jena between which no device makes a sound; the end may lie on the next day. */
export type QuietHours = { from: string; to: string };

/** What holds until a person says otherwise. The e-mail is a fallback, so nobody misses a deadline. */
export const defaultQuiet: QuietHours = { from: '22:00', to: '07:00' };
export const defaultMail: readonly MailTopic[] = mailTopics;

/** Where messages lie; `starred` are those with a star, wherever they lie. */
export const inboxBoxes = ['inbox', 'starred', 'archive'] as const;
export type InboxBox = (typeof inboxBoxes)[number];

/** How often a person is told of what can wait. Gathered, it comes as one push or one e-mail. */
export const paces = ['at_once', 'daily', 'weekly'] as const;
export type Pace = (typeof paces)[number];
/** At once: few messages come, and most of them have been waited for. */
export const defaultPace: Pace = 'at_once';
/** By the clock of Jena; weekly on Mondays. */
const gatheredClock = '08:00';

/** Security and what has a deadline is told at once, whatever somebody chose. */
export function canWait(type: MessageType): boolean {
  return topicOf[type] !== 'security' && type !== 'evidence_requested' && type !== 'document_expires';
}

/** When what was gathered is told next: always later than now. */
export function nextGathering(pace: Exclude<Pace, 'at_once'>, now: Date): Date {
  const { day, clock } = cityTime(now);
  const tomorrow = clock < gatheredClock ? 0 : 1;
  const days = Array.from({ length: 7 }, (_, index) => addDays(day, index + tomorrow));
  const fitting =
    pace === 'daily' ? days[0] : days.find((one) => new Date(`${one}T12:00:00Z`).getUTCDay() === 1);
  return cityInstant(fitting ?? day, gatheredClock);
}

/** When quiet hours end that hold now; null outside of them. Without a length they never hold. */
export function quietUntil(quiet: QuietHours | null, now: Date): Date | null {
  if (quiet === null || quiet.from === quiet.to) return null;
  const { day, clock } = cityTime(now);
  const { from, to } = quiet;
  const overnight = from > to;
  const holds = overnight ? clock >= from || clock < to : clock >= from && clock < to;
  if (!holds) return null;
  return cityInstant(overnight && clock >= from ? addDays(day, 1) : day, to);
}
