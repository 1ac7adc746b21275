import {
  type Figures,
  fewest,
  fewestLengths,
  type Indicators,
  type Length,
  type Measure,
  publishable,
  quantile,
  share,
} from '@jena/shared/indicators';
import { addDays, cityTime } from '@jena/shared/kernel';
import type { Clock } from '../../platform/clock.ts';
import type { Reader } from '../../platform/db/access.ts';
import type { Count, IndicatorsStore } from './indicators.store.ts';

type Sum = Omit<Count, 'day'>;

const lookBackDays = 365;

/** The figures of one service, or of all, as they may be shown. */
export function figuresOf(sums: readonly Sum[]): Figures {
  const amount = (...wanted: Measure[]) =>
    sums.filter(({ measure }) => wanted.includes(measure)).reduce((all, one) => all + one.amount, 0);
  const lengths: Length[] = sums.filter(({ measure }) => measure === 'decided');
  const [begun, submitted, decided] = [amount('begun'), amount('submitted'), amount('decided')];
  const ratings = amount('satisfied', 'partly', 'unsatisfied');
  return {
    visits: publishable(amount('visit')),
    begun: publishable(begun),
    submitted: publishable(submitted),
    completion: share(submitted, begun),
    ratings: publishable(ratings),
    satisfied: share(amount('satisfied'), ratings),
    partly: share(amount('partly'), ratings),
    unsatisfied: share(amount('unsatisfied'), ratings),
    decided: publishable(decided),
    medianHours: quantile(lengths, 0.5),
    p90Hours: quantile(lengths, 0.9),
    evidenceRequested: publishable(amount('evidence_requested')),
    mediaBreaks: share(amount('paper'), decided),
  };
}

/** The last 365 days up to yesterday: a day is shown when it is over. */
export async function indicatorsNow(
  { indicators, clock }: { indicators: IndicatorsStore; clock: Clock },
  db: Reader,
): Promise<Indicators> {
  const to = addDays(cityTime(clock.now()).day, -1);
  const from = addDays(to, 1 - lookBackDays);
  const sums = await indicators.sums(db, from, to);
  const byService = Map.groupBy(sums, ({ serviceSlug }) => serviceSlug);
  const visits = new Map(
    (await indicators.months(db, from, to, 'visit')).map(({ month, amount }) => [month, amount]),
  );
  const submitted = new Map(
    (await indicators.months(db, from, to, 'submitted')).map(({ month, amount }) => [month, amount]),
  );
  const months = [...new Set([...visits.keys(), ...submitted.keys()])].sort();
  return {
    from,
    to,
    fewest,
    fewestLengths,
    total: figuresOf(sums),
    services: [...byService.keys()]
      .sort()
      .map((service) => ({ service, ...figuresOf(byService.get(service) ?? []) })),
    months: months.map((month) => ({
      month,
      visits: publishable(visits.get(month) ?? 0),
      submitted: publishable(submitted.get(month) ?? 0),
    })),
  };
}
