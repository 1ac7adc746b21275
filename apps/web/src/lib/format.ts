import { cityZone, type Language } from '@jena/shared/kernel';

const locale: Record<Language, string> = { de: 'de-DE', en: 'en-GB' };

/** „Do, 3. Dezember“; with the year when it is not this one. */
export function formatDay(day: string, language: Language, now = new Date()): string {
  const date = new Date(`${day}T12:00:00Z`);
  const otherYear = date.getUTCFullYear() !== now.getUTCFullYear();
  const words = new Intl.DateTimeFormat(locale[language], {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    ...(otherYear ? { year: 'numeric' } : {}),
    timeZone: 'UTC',
  }).format(date);
  // Intl writes „Do., 3. Dezember“; people here write it without the dot.
  return words.replace('.,', ',');
}

/** „heute, 14:03 Uhr“, „gestern, 9:10 Uhr“, „Do, 3. Dezember, 9:10 Uhr“; in English „today, 14:03“. */
export function formatMoment(instant: string, language: Language, now = new Date()): string {
  const at = new Date(instant);
  const clock = new Intl.DateTimeFormat(locale[language], {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: cityZone,
  }).format(at);
  const day = dayOf(at);
  const daysAgo = Math.round((Date.parse(dayOf(now)) - Date.parse(day)) / 86_400_000);
  const date =
    daysAgo === 0 || daysAgo === 1
      ? new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-daysAgo, 'day')
      : formatDay(day, language, now);
  return `${date}, ${clock}${language === 'de' ? ' Uhr' : ''}`;
}

function dayOf(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: cityZone }).format(at);
}

/** Cents as people write money here: „46,00 €“. */
export function formatMoney(cents: number, language: Language): string {
  return new Intl.NumberFormat(locale[language], { style: 'currency', currency: 'EUR' }).format(cents / 100);
}

/** „1,4 MB“ */
export function formatBytes(bytes: number, language: Language): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  const digits = value < 10 && unit === 'MB' ? 1 : 0;
  return `${new Intl.NumberFormat(locale[language], { maximumFractionDigits: digits }).format(value)} ${unit}`;
}
