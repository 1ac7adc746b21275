/** Codes that Intl knows but ISO 3166-1 does not assign to a country. XK (Kosovo) stays: people hold its passports. */
const notCountries = new Set([
  'AC',
  'CP',
  'CQ',
  'DG',
  'EA',
  'EU',
  'EZ',
  'IC',
  'QO',
  'TA',
  'UN',
  'XA',
  'XB',
  'ZZ',
]);

/** The alpha-2 codes of ISO 3166-1 in force, with their names in one language, sorted as that language sorts. */
export function countries(language: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return codes
    .flatMap((code) => {
      // A withdrawn code (DD, SU, YU) is rewritten to its successor.
      const current = Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
      const name = current && !notCountries.has(code) ? names.of(code) : undefined;
      return name === undefined ? [] : [{ code, name }];
    })
    .sort((a, b) => a.name.localeCompare(b.name, language));
}
