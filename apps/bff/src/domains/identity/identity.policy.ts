import type { Instant } from '@jena/shared/kernel';

/**
 * How long sessions last. A citizen's session is of level high: the guideline of German portals is 30 minutes in all and
 * 5 idle for payment-like acts; filling and reading a case takes longer, so we allow 30 idle and 8 hours in all,
 * and ask for the card again where an act needs it (step-up comes with the account).
 */
export const sessionLimits = {
  citizen: { idleMinutes: 30, totalMinutes: 8 * 60 },
  staff: { idleMinutes: 60, totalMinutes: 10 * 60 },
} as const;

/** Minutes in which a login with the card must be finished. */
export const eidLoginMinutes = 10;

/** How long a transaction with the card is kept after it began, for questions about it; it holds no personal data. */
export const eidLoginKeptHours = 24;

/** Logins that may begin within a minute: behind one address may stand a whole house, behind one browser a person. */
export const eidStartLimits = {
  address: { most: 60, windowSeconds: 60 },
  browser: { most: 10, windowSeconds: 60 },
} as const;

/** A session is written to at most this often, so that reading does not become writing. */
export const touchAfterSeconds = 60;

export function plusMinutes(at: Date, minutes: number): Instant {
  return new Date(at.getTime() + minutes * 60_000).toISOString() as Instant;
}

type SessionTimes = { seenAt: Instant; endsAt: Instant };

/** When a session ends if nothing more happens. */
export function idleEnd(kind: 'citizen' | 'staff', session: SessionTimes): Instant {
  const idle = plusMinutes(new Date(session.seenAt), sessionLimits[kind].idleMinutes);
  return idle < session.endsAt ? idle : session.endsAt;
}

export function isAlive(kind: 'citizen' | 'staff', session: SessionTimes, now: Date): boolean {
  return now.toISOString() < idleEnd(kind, session);
}
