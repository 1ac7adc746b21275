// Public holidays of Thuringia: § 2 (1) ThürFGtG of 21 December 1994, last changed 19 March 2019. Corpus Christi is one
// only where it was kept in 1994 (§ 10 (1)), which Jena is not.
const fixed: Record<string, string> = {
  '01-01': 'neujahr',
  '05-01': 'tag-der-arbeit',
  '09-20': 'weltkindertag',
  '10-03': 'tag-der-deutschen-einheit',
  '10-31': 'reformationstag',
  '12-25': 'weihnachten-1',
  '12-26': 'weihnachten-2',
};

/** The first year in which a day was free; the others were so before this product keeps anything. */
const since: Record<string, number> = { weltkindertag: 2019 };

// Days after Easter Sunday. Easter and Whit Sunday are Sundays anyway.
const movable: Record<number, string> = {
  [-2]: 'karfreitag',
  1: 'ostermontag',
  39: 'himmelfahrt',
  50: 'pfingstmontag',
};

/** The code of the public holiday on this day ('YYYY-MM-DD') in Jena, or null. */
export function holidayOn(day: string): string | null {
  const year = Number(day.slice(0, 4));
  const known = fixed[day.slice(5)];
  if (known !== undefined && year >= (since[known] ?? 0)) return known;
  const sinceEaster = Math.round((Date.parse(`${day}T00:00:00Z`) - easter(year)) / 86_400_000);
  return movable[sinceEaster] ?? null;
}

/** Easter Sunday of a Gregorian year, at 0:00 UTC; the anonymous Gregorian computus (Meeus/Jones/Butcher). */
function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const k = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * k) / 451);
  const month = Math.floor((h + k - 7 * m + 114) / 31);
  const date = ((h + k - 7 * m + 114) % 31) + 1;
  return Date.UTC(year, month - 1, date);
}
