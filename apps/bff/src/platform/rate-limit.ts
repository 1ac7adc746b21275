import type { Clock } from './clock.ts';

/** Refuses what comes too often. Counts in this process only: behind several, each allows as much. */
export type RateLimiter = {
  /** True when the key may act now; this counts. */
  take(key: string): boolean;
};

/** At most `most` acts per key within a window that begins with the first of them. */
export function createRateLimiter({
  clock,
  most,
  windowSeconds,
}: {
  clock: Clock;
  most: number;
  windowSeconds: number;
}): RateLimiter {
  const windows = new Map<string, { endsAt: number; taken: number }>();
  let sweepAt = 0;

  /** Keys are addresses: none is kept longer than it counts. */
  function sweep(now: number): void {
    if (now < sweepAt) return;
    sweepAt = now + windowSeconds * 1000;
    for (const [key, window] of windows) if (window.endsAt <= now) windows.delete(key);
  }

  return {
    take(key) {
      const now = clock.now().getTime();
      sweep(now);
      const window = windows.get(key);
      if (window === undefined || window.endsAt <= now) {
        windows.set(key, { endsAt: now + windowSeconds * 1000, taken: 1 });
        return true;
      }
      window.taken += 1;
      return window.taken <= most;
    },
  };
}
