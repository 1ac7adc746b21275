export const copy = {
  title: 'Zurück in Ihr Konto',
  lead: 'Haben Sie alles verloren, womit Sie sich angemeldet haben? Am Schalter bekommen Sie einen Code.',
  howTitle: 'So geht es',
  how: [
    'Kommen Sie mit einem gültigen Ausweis, Reisepass oder Aufenthaltstitel in den Bürgerservice.',
    'Zwei Beschäftigte prüfen den Ausweis. Sie bekommen einen Brief mit einem Code.',
    'Geben Sie den Code hier ein. Er gilt 24 Stunden und einmal.',
  ],
  office: 'Bürgerservice: Adresse und Öffnungszeiten',
  formTitle: 'Ich habe einen Code',
  code: 'Code aus dem Brief',
  codeHint: '16 Zeichen, zum Beispiel 7KQ4-M2XP-0F9T-3C8D.',
  codeShort: 'Das sind nicht 16 Zeichen. Bitte prüfen Sie den Code.',
  birthDate: 'Ihr Geburtsdatum',
  birthDateWrong: 'Dieses Datum gibt es nicht. Prüfen Sie Tag, Monat und Jahr.',
  goOn: 'Zurück ins Konto',
  working: 'Einen Moment …',
  warning:
    'Danach sind alle anderen Geräte abgemeldet. Niemand von der Stadt fragt Sie am Telefon oder per E-Mail nach diesem Code.',
  back: 'Anmelden',
  needsNetwork: 'Dafür brauchen Sie Netz.',

  ways: {
    title: 'Ihr Zugang ist wieder da',
    first:
      'Richten Sie jetzt hier einen Passkey ein, oder fügen Sie Ihren neuen Ausweis hinzu. Sonst kommen Sie beim nächsten Mal wieder nicht ins Konto. Ohne Ausweis geht das 30 Minuten lang.',
    after: 'Sie haben einen neuen Zugang. Entfernen Sie jetzt, was Sie verloren haben:',
    cards: (count: number) => (count === 1 ? '1 Ausweis von früher' : `${count} Ausweise von früher`),
    passkeys: (count: number) => (count === 1 ? '1 Passkey von früher' : `${count} Passkeys von früher`),
    bundId: 'BundID von früher',
    remove: 'Alte Zugänge entfernen',
    removing: 'Wird entfernt …',
    removed: 'Die alten Zugänge sind entfernt.',
  },
};
