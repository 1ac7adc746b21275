import type { Clock } from '../../platform/clock.ts';
import { createRateLimiter } from '../../platform/rate-limit.ts';
import { eidStartLimits, recoveryRates } from './identity.policy.ts';

/** Logins with the card that begin, by where they come from. */
export const eidStartLimiters = (clock: Clock) => ({
  address: createRateLimiter({ clock, ...eidStartLimits.address }),
  browser: createRateLimiter({ clock, ...eidStartLimits.browser }),
});

/** Codes that are typed, by where they come from, and look-ups at the counter, by who makes them. */
export const recoveryLimiters = (clock: Clock) => ({
  address: createRateLimiter({ clock, ...recoveryRates.address }),
  browser: createRateLimiter({ clock, ...recoveryRates.browser }),
  staff: createRateLimiter({ clock, ...recoveryRates.staff }),
});
export type RecoveryLimiters = ReturnType<typeof recoveryLimiters>;
