/** What staff read when they look for a case. */
export const searchCopy = {
  title: 'Suche',
  form: 'Vorgang suchen',
  field: 'Name oder Aktenzeichen',
  key: '/',
  narrow: 'Eingrenzen',
  service: 'Leistung',
  anyService: 'Alle Leistungen',
  state: 'Stand',
  anyState: 'Jeder Stand',
  from: 'Eingang von',
  to: 'Eingang bis',
  go: 'Suchen',
  reset: 'Suche leeren',
  found: (rows: number, more: boolean) =>
    more ? `Mehr als ${rows} Treffer` : rows === 1 ? '1 Treffer' : `${rows} Treffer`,
  beginTitle: 'Wen oder was suchen Sie?',
  begin:
    'Geben Sie einen Namen oder ein Aktenzeichen ein, oder grenzen Sie nach Leistung, Stand und Eingang ein.',
  nothingTitle: 'Nichts gefunden',
  nothing: [
    'Schreiben Sie den Namen ganz aus. Teile eines Wortes werden nicht gefunden; Ä und AE sind gleich.',
    'Nehmen Sie einen Vornamen weg, oder lassen Sie die Eingrenzung weg.',
    'Sie finden nur Vorgänge Ihrer eigenen Dienststelle.',
  ],
  seen: 'Öffnen Sie einen Treffer, steht das im Zugriffsprotokoll der Person.',
};
