import type { Clock } from '../clock.ts';

export type TestClock = Clock & { set(instant: string): void; advance(milliseconds: number): void };

/** A clock that stands still until the test moves it. */
export function testClock(start = '2026-11-23T09:00:00.000Z'): TestClock {
  let at = Date.parse(start);
  return {
    now: () => new Date(at),
    set(instant) {
      at = Date.parse(instant);
    },
    advance(milliseconds) {
      at += milliseconds;
    },
  };
}
