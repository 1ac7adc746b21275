import { describe, expect, it } from 'vitest';
import { createRateLimiter } from './rate-limit.ts';
import { testClock } from './testing/clock.ts';

describe('the rate limiter', () => {
  it('refuses what comes too often, and lets it again when the window is over', () => {
    const clock = testClock();
    const limiter = createRateLimiter({ clock, most: 2, windowSeconds: 60 });
    expect([limiter.take('a'), limiter.take('a'), limiter.take('a')]).toEqual([true, true, false]);
    clock.advance(59_999);
    expect(limiter.take('a')).toBe(false);
    clock.advance(1);
    expect(limiter.take('a')).toBe(true);
  });

  it('counts each key for itself', () => {
    const limiter = createRateLimiter({ clock: testClock(), most: 1, windowSeconds: 60 });
    expect([limiter.take('a'), limiter.take('b'), limiter.take('a')]).toEqual([true, true, false]);
  });
});
