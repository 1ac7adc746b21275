const others = (count: number) => (count === 1 ? 'einem anderen Vorgang' : `${count} anderen Vorgängen`);

/** What staff read of cases that may be about the same. */
export const duplicateCopy = {
  title: 'Vielleicht doppelt',
  text: (count: number) => `Ähnelt ${others(count)} derselben Leistung. Bitte vergleichen Sie.`,
  reasons: {
    person: 'Dieselbe Person hat das schon beantragt',
    details: 'Gleicher Name und gleiches Geburtsdatum, anderes Konto',
  },
  line: (reference: string, when: string) => `${reference} · Eingang ${when}`,
  compare: 'Vergleichen',
  hide: 'Vergleich schließen',
  verdicts: { same: 'Derselbe Antrag', different: 'Zwei verschiedene Anträge' },
  settled: 'Ihr Ergebnis ist festgehalten.',
  sameHint:
    'Festgehalten: doppelt. Lehnen Sie einen der beiden mit dem Textbaustein „Doppelter Antrag“ ab; die Person liest dann, welcher Antrag weiterläuft.',
  table: 'Was verschieden ist',
  tableSame: 'Was gleich ist',
  allSame: 'Alle Angaben sind gleich.',
  here: 'Dieser Vorgang',
  there: 'Der andere',
  same: (count: number) => (count === 1 ? '1 gleiche Angabe' : `${count} gleiche Angaben`),
  loading: 'Der andere Vorgang wird geladen …',
};
