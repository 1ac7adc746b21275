import type { Figures } from './schema.ts';

/**
 * What is counted, each for a service and a day, and never with who it was. The first five come from phones that tell it
 * of themselves, the others from the event log of cases. `decided` stands for each length of time it took.
 */
export const told = ['visit', 'begun', 'satisfied', 'partly', 'unsatisfied'] as const;
export const measured = ['submitted', 'evidence_requested', 'paper', 'decided'] as const;
export const measures = [...told, ...measured] as const;
export type Told = (typeof told)[number];
export type Measure = (typeof measures)[number];

/** From fewer nothing is said: it would be chance, and might be about somebody. */
export const fewest = 5;

/** From fewer cases nothing is said about how long they take, wherever it is said: 9 of 10 would be one person's case. */
export const fewestLengths = 20;

/**
 * A count as it may be shown: null below `fewest`, else the nearest multiple of five. So the difference between the
 * figures of two days says nothing about one person either (as official statistics do it: „5er-Rundung“).
 */
export function publishable(count: number): number | null {
  return count < fewest ? null : Math.round(count / 5) * 5;
}

/** A share in whole per cent, at most 100; null when too few are behind it. */
export function share(part: number, whole: number): number | null {
  return whole < fewest ? null : Math.min(100, Math.round((100 * part) / whole));
}

/** Lengths of time are kept in whole hours up to two days, then in whole days: in hours, rounded up. */
export function hoursKept(milliseconds: number): number {
  const hours = Math.max(1, Math.ceil(milliseconds / 3_600_000));
  return hours <= 48 ? hours : Math.ceil(hours / 24) * 24;
}

export type Length = { hours: number; amount: number };

/** The length that the given share stays within (nearest rank), in hours; null when too few are behind it. */
export function quantile(lengths: readonly Length[], wanted: number): number | null {
  const all = lengths.reduce((sum, { amount }) => sum + amount, 0);
  if (all < fewestLengths) return null;
  let seen = 0;
  for (const { hours, amount } of lengths.toSorted((a, b) => a.hours - b.hours)) {
    seen += amount;
    if (seen >= Math.ceil(wanted * all)) return hours;
  }
  return null;
}

/** The order in which figures are read, on the page and in the file. */
export const figureNames = [
  'visits',
  'begun',
  'submitted',
  'completion',
  'ratings',
  'satisfied',
  'partly',
  'unsatisfied',
  'decided',
  'medianHours',
  'p90Hours',
  'evidenceRequested',
  'mediaBreaks',
] as const satisfies readonly (keyof Figures)[];
export type FigureName = (typeof figureNames)[number];
