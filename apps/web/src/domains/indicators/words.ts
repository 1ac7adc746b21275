import type { FigureName } from '@jena/shared/indicators';
import type { Language } from '@jena/shared/kernel';
import type { copy as de } from './copy.de.ts';

export type IndicatorsCopy = typeof de;

const inPercent: readonly FigureName[] = ['completion', 'satisfied', 'partly', 'unsatisfied', 'mediaBreaks'];
const inHours: readonly FigureName[] = ['medianHours', 'p90Hours'];

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
