export const copy = {
  title: 'Meine Daten mitnehmen',
  lead: 'Eine Kopie von allem, was wir über Sie gespeichert haben.',
  account: 'Konto',
  loginTitle: 'Sie sind nicht angemeldet',
  loginWhy: 'Nach der Anmeldung stellen wir Ihre Daten für Sie zusammen.',
  contents: 'Das ist enthalten',
  content: [
    'Ihr Profil und die Angaben von Ihrem Ausweis oder Ihrer BundID',
    'Ihre Vorgänge mit allen Schritten',
    'Ihre Unterlagen und die Dokumente der Stadt als Dateien',
    'Ihre Nachrichten und Anmeldungen',
    'Wer Ihre Daten gesehen hat',
  ],
  format: 'Sie bekommen eine ZIP-Datei. Eine Anleitung liegt darin.',
  request: 'Daten zusammenstellen',
  again: 'Neu zusammenstellen',
  working: 'Einen Moment …',
  making: 'Wir stellen Ihre Daten zusammen',
  makingHint:
    'Das dauert meist weniger als eine Minute. Sie können die Seite verlassen: Im Postfach sagen wir Bescheid.',
  ready: 'Ihre Daten liegen bereit',
  readyHint: (size: string, until: string) => `${size}, abrufbar bis ${until}. Danach löschen wir die Datei.`,
  download: 'ZIP-Datei herunterladen',
  keepSafe: 'Die Datei ist nicht verschlüsselt. Laden Sie sie nur auf ein Gerät, das Ihnen gehört.',
  card: 'Dafür brauchen wir noch einmal Ihren Ausweis',
  cardHint: 'In der Datei steht alles über Sie. Darum prüfen wir, dass wirklich Sie es sind.',
  unavailable: 'Ob eine Datei bereitliegt, wissen wir gerade nicht. Dafür brauchen Sie Netz.',
  retry: 'Noch einmal versuchen',
};

export type ExportCopy = typeof copy;
