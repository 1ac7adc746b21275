import type { Clock } from '../../platform/clock.ts';
import { createRateLimiter } from '../../platform/rate-limit.ts';
import { coSignLimit } from './cases.co-sign.answer.ts';
import type { CasesDeps } from './cases.deps.ts';
import { verifyLimit } from './cases.policy.ts';

/** What slows down who tries codes: of links for a second signature, and of decisions. */
export const caseLimiters = (clock: Clock): Pick<CasesDeps, 'codeLimiter' | 'verifyLimiter'> => ({
  codeLimiter: createRateLimiter({ clock, ...coSignLimit }),
  verifyLimiter: createRateLimiter({ clock, ...verifyLimit }),
});
