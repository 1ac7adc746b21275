import type { Figures } from '@jena/shared/indicators';
import type { Language } from '@jena/shared/kernel';
import type { copy as de } from './copy.de.ts';

export type IndicatorsCopy = typeof de;
export type FigureName = keyof Figures;

const inPercent: readonly FigureName[] = ['completion', 'satisfied', 'partly', 'unsatisfied', 'mediaBreaks'];
const inHours: readonly FigureName[] = ['medianHours', 'p90Hours'];

/** The order in which figures are read. */
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
] as const satisfies readonly FigureName[];

/** „1.240“, „87 %“, „3 Stunden“, „zu wenige“. */
export function figureInWords(
  name: FigureName,
  value: number | null,
  { copy, language }: { copy: IndicatorsCopy; language: Language },
): string {
  if (value === null) return copy.tooFew;
  if (inHours.includes(name)) return value <= 48 ? copy.hours(value) : copy.days(value / 24);
  const locale = language === 'en' ? 'en-GB' : language;
  if (inPercent.includes(name))
    return new Intl.NumberFormat(locale, { style: 'percent' }).format(value / 100);
  return new Intl.NumberFormat(locale).format(value);
}
