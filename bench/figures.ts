/** One measured number and whether it is good enough. */
export type Figure = { value: number; unit: string; aim: number; holds: boolean };
export type Figures = Record<string, Figure>;
/** Measures, prints lines for people, gives the figures. */
export type Bench = () => Promise<Figures>;

const rounded = (value: number) =>
  Math.abs(value) < 10 ? Math.round(value * 1000) / 1000 : Math.round(value);

export function atMost(value: number, unit: string, aim: number): Figure {
  return { value: rounded(value), unit, aim, holds: value <= aim };
}

export function atLeast(value: number, unit: string, aim: number): Figure {
  return { value: rounded(value), unit, aim, holds: value >= aim };
}

/** The value below which the given share of all lies; 0.5 is the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]) => quantile(values, 0.5);
