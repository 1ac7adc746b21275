/** When a session ends, in milliseconds of this device's own clock. */
export type Ends = { idle: number; total: number };

/** Before the end, the person hears of it so long ahead (WCAG 2.2.1 asks for 20 seconds). */
export const warnBefore = 2 * 60_000;
/** Somebody who types is told to the server this often. */
const tellAfter = 60_000;
/** Nobody is interrupted in the middle of a word. */
const pauseOfTyping = 5_000;
const lastMoment = 30_000;

type Told = { at: string; idleEndsAt: string; endsAt: string };

/** The server's times on this device's clock, which may be wrong: only what is left counts. */
export function endsOf({ at, idleEndsAt, endsAt }: Told, now: number): Ends {
  const left = (instant: string) => now + Date.parse(instant) - Date.parse(at);
  return { idle: left(idleEndsAt), total: left(endsAt) };
}

export function endOf({ idle, total }: Ends): number {
  return Math.min(idle, total);
}

type Moment = {
  now: number;
  ends: Ends;
  /** When somebody last typed or touched here. */
  active: number;
  /** When the server last heard that somebody is at work. */
  told: number;
};

/** What a look at the clock asks for. Before `warn` and `over` one asks the server: another tab may have gone on. */
export function whatNow({ now, ends, active, told }: Moment): 'rest' | 'tell' | 'warn' | 'over' {
  const left = endOf(ends) - now;
  if (left <= 0) return 'over';
  if (active > told && now - told >= tellAfter && now - active < tellAfter) return 'tell';
  if (left > warnBefore) return 'rest';
  return now - active < pauseOfTyping && left > lastMoment ? 'rest' : 'warn';
}
