export const copy = {
  title: 'Anmelden ohne Karte',
  intro:
    'Mit einem Passkey melden Sie sich mit Fingerabdruck, Gesicht oder Gerätesperre an. Ihr Fingerabdruck und Ihr Gesicht verlassen das Gerät nie.',
  add: 'Passkey einrichten',
  addAnother: 'Weiteren Passkey einrichten',
  unsupported: 'Dieser Browser kann keine Passkeys.',
  unavailable: 'Ihre Passkeys konnten wir gerade nicht laden.',
  again: 'Noch einmal versuchen',
  created: (when: string) => `Eingerichtet ${when}`,
  used: (when: string) => `Zuletzt benutzt ${when}`,
  neverUsed: 'Noch nicht benutzt',
  remove: 'Entfernen',
  removeTitle: (name: string) => `Passkey „${name}“ entfernen?`,
  removeText:
    'Damit kann sich dann niemand mehr anmelden. Geräte, die damit angemeldet sind, werden abgemeldet. Mit dem Online-Ausweis kommen Sie weiter in Ihr Konto.',
  removed: 'Der Passkey ist entfernt.',
  nameTitle: 'Passkey einrichten',
  name: 'Wie soll der Passkey heißen?',
  nameHint: 'So erkennen Sie ihn später wieder, zum Beispiel „Mein Telefon“.',
  nameMissing: 'Bitte geben Sie einen Namen ein.',
  ownName: 'Mein Passkey',
  goOn: 'Weiter',
  added: 'Der Passkey ist eingerichtet. Nächstes Mal geht es ohne Karte.',
  exists: 'Auf diesem Gerät gibt es schon einen Passkey für Ihr Konto.',
  stopped: 'Das wurde abgebrochen. Sie können es gleich noch einmal versuchen.',
  cardTitle: 'Bitte noch einmal mit dem Ausweis',
  cardText:
    'Zu Ihrer Sicherheit richten wir einen Passkey nur ein, wenn Sie sich gerade eben mit dem Online-Ausweis angemeldet haben. Danach geht es genau hier weiter.',
  card: 'Mit Online-Ausweis bestätigen',
  cancel: 'Abbrechen',
  working: 'Einen Moment …',
  login: 'Mit Passkey anmelden',
  offerTitle: 'Nächstes Mal ohne Karte',
  offerText: 'Richten Sie einen Passkey ein. Dann melden Sie sich mit Fingerabdruck oder Gesicht an.',
  offerNo: 'Nein, danke',
};

export type PasskeysCopy = typeof copy;
