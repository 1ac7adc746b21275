import type { UsualTime } from '@jena/shared/cases';
import { fewestLengths } from '@jena/shared/indicators';
import { addDays, cityTime, daysBetween, type Instant, toInstant } from '@jena/shared/kernel';
import type { Reader } from '../../platform/db/access.ts';
import type { CasesDeps } from './cases.deps.ts';

/** The newest are enough to say what is usual, and cost every page the same. */
const mostCases = 200;
const lookBackDays = 365;

type Decided = { handedInAt: Instant; decidedAt: Instant };

/** Median and 90th percentile (nearest rank) of whole days in Jena, or null for too few. */
export function usualOf(decided: readonly Decided[]): UsualTime | null {
  if (decided.length < fewestLengths) return null;
  const days = decided
    .map(({ handedInAt, decidedAt }) => daysBetween(dayOf(handedInAt), dayOf(decidedAt)))
    .sort((a, b) => a - b);
  const rank = (share: number) => days[Math.ceil(share * days.length) - 1] ?? 0;
  return { cases: days.length, medianDays: rank(0.5), mostDays: rank(0.9) };
}

const dayOf = (at: Instant) => cityTime(new Date(at)).day;

/** How long applications for a service usually take, from those that were really decided. */
export async function usualTime(
  deps: Pick<CasesDeps, 'cases' | 'clock'>,
  db: Reader,
  serviceSlug: string,
): Promise<UsualTime | null> {
  const since = toInstant(
    new Date(`${addDays(cityTime(deps.clock.now()).day, -lookBackDays)}T00:00:00.000Z`),
  );
  return usualOf(await deps.cases.decidedTimes(db, { serviceSlug, since, most: mostCases }));
}
