const minute = 60_000;
const longest = 6 * 60 * minute;

/** For so long a destination may be away before a person must look. */
export const handoverDays = 14;

/** Milliseconds until the next try: one minute, doubling up to six hours, spread over half its length. */
export function handoverDelay(attempt: number, random: number): number {
  const full = Math.min(longest, minute * 2 ** Math.min(attempt - 1, 20));
  return Math.round(full * (0.5 + random / 2));
}
