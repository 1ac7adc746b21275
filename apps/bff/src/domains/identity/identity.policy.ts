import type { Instant, LevelOfAssurance } from '@jena/shared/kernel';

/**
 * How long sessions last (docs/decisions/0027). NIST SP 800-63B allows 30 minutes idle and 12 hours in all for this
 * level; a citizen's day with us is shorter. Regular looks for news do not count as activity, typing does.
 */
export const sessionLimits = {
  citizen: { idleMinutes: 30, totalMinutes: 8 * 60 },
  staff: { idleMinutes: 30, totalMinutes: 10 * 60 },
} as const;

/**
 * How long holding the card to the phone counts as level high, as German portals do. After that the session goes on
 * as substantial, and an act that needs more asks for the card again.
 */
export const highLimits = { idleMinutes: 5, totalMinutes: 30 } as const;

/** Minutes in which a login with the card must be finished. */
export const eidLoginMinutes = 10;

/** Minutes in which a passkey must answer. */
export const passkeyMinutes = 5;

/**
 * Jena on the card: DE in digits, then the official municipality key 16053000 in groups; a prefix, so that every
 * place of the city fits (TR-03130-1 PlaceVerification).
 */
export const cityCommunityId = '0276160053';

/** A code that carries a reading of the card to the browser where it began: how long it is good, and how often guessed. */
export const handoverLimits = { minutes: 2, tries: 3 } as const;

/**
 * How long ago a person may have proved who they are when a further card is to lead into their account. As long as the
 * card itself counts as high: time enough to read it.
 */
export const joinLimits = { proofMinutes: highLimits.totalMinutes } as const;

/**
 * A code that gives an access back (docs/decisions/0058): how long it is good, how often it may be tried, how long who
 * agreed can read it, how many one account gets in a day, and for how long the old ways in are offered for removal.
 */
export const recoveryLimits = {
  codeHours: 24,
  tries: 5,
  showMinutes: 15,
  perDay: 3,
  oldWaysDays: 7,
  /** What was asked for stays as an event; the row goes when it says nothing any more. */
  keptHours: 30 * 24,
} as const;

/** Typed codes behind one address and from one browser; look-ups of one colleague. */
export const recoveryRates = {
  address: { most: 20, windowSeconds: 15 * 60 },
  browser: { most: 10, windowSeconds: 15 * 60 },
  staff: { most: 10, windowSeconds: 60 * 60 },
} as const;

/** How long a transaction with the card is kept after it began, for questions about it; it holds no personal data. */
export const eidLoginKeptHours = 24;

/** How long a browser that nobody logs in with is remembered: as long as its cookie lasts. */
export const knownDeviceDays = 400;

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

type SessionTimes = { seenAt: Instant; endsAt: Instant; endedAt: Instant | null };

/** When a session ends if nothing more happens. */
export function idleEnd(kind: 'citizen' | 'staff', session: Omit<SessionTimes, 'endedAt'>): Instant {
  const idle = plusMinutes(new Date(session.seenAt), sessionLimits[kind].idleMinutes);
  return idle < session.endsAt ? idle : session.endsAt;
}

/** A session not used since this moment is idle for too long. */
export function idleSince(kind: 'citizen' | 'staff', now: Date): Instant {
  return plusMinutes(now, -sessionLimits[kind].idleMinutes);
}

export function isAlive(kind: 'citizen' | 'staff', session: SessionTimes, now: Date): boolean {
  return session.endedAt === null && now.toISOString() < idleEnd(kind, session);
}

/** The level that a session has at this moment: high fades. */
export function levelNow(
  session: { levelOfAssurance: LevelOfAssurance; authenticatedAt: Instant; seenAt: Instant },
  now: Date,
): LevelOfAssurance {
  if (session.levelOfAssurance !== 'high') return session.levelOfAssurance;
  const passed = (since: Instant) => (now.getTime() - Date.parse(since)) / 60_000;
  const isFresh =
    passed(session.authenticatedAt) < highLimits.totalMinutes &&
    passed(session.seenAt) < highLimits.idleMinutes;
  return isFresh ? 'high' : 'substantial';
}
