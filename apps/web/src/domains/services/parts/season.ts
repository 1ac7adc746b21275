/** What people come for in which month (1–12), besides what they always come for. Reviewed once a year by the Bürgerservice. */
const byMonth: Record<number, readonly string[]> = {
  1: ['fuehrerschein-umtausch', 'wohngeld'],
  2: ['schulanmeldung', 'kita-platz'],
  3: ['reisepass', 'kita-platz'],
  4: ['reisepass', 'internationaler-fuehrerschein'],
  5: ['reisepass', 'internationaler-fuehrerschein'],
  6: ['reisepass', 'bildung-und-teilhabe'],
  7: ['reisepass', 'bildung-und-teilhabe'],
  8: ['bildung-und-teilhabe', 'wohnsitz-ummelden'],
  9: ['ausbildungspraemie-hauptwohnsitz', 'bewohnerparkausweis'],
  10: ['ausbildungspraemie-hauptwohnsitz', 'bewohnerparkausweis'],
  11: ['wohngeld', 'schulanmeldung'],
  12: ['schulanmeldung', 'fuehrerschein-umtausch'],
};

const always = [
  'wohnsitz-anmelden',
  'personalausweis',
  'kfz-ummelden',
  'fuehrungszeugnis',
  'meldebescheinigung',
];

/** Slugs of what most people need in a month: the most wanted first, then the season, then the rest; each once. */
export function wantedIn(month: number): string[] {
  const [first = '', second = '', ...rest] = always;
  return [...new Set([first, second, ...(byMonth[month] ?? []), ...rest])];
}
