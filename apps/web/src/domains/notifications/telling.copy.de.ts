export const copy = {
  mail: 'Per E-Mail',
  mailIntro: (address: string) =>
    `An ${address}. Wir schreiben nur, wenn kein Gerät Bescheid bekam oder Sie eine Nachricht nach einem Tag noch nicht gelesen haben.`,
  mailWhat: 'Wir schreiben, dass es etwas Neues gibt, nie worum es geht.',
  noAddress: 'Dafür brauchen wir eine bestätigte E-Mail-Adresse.',
  addAddress: 'E-Mail-Adresse angeben',
  cases: 'Neues zu meinen Vorgängen',
  documents: 'Dokumente, die bald ablaufen',
  security: 'Sicherheit meines Kontos',
  securityHint:
    'Neue Anmeldungen und Änderungen an Ihrem Konto sagen wir Ihnen immer, sofort und auf jedem Weg. Das lässt sich nicht ausschalten.',
  pace: 'Wie oft wir uns melden',
  paceHint:
    'Gilt für Mitteilungen und E-Mails. Was eine Frist hat und was Ihr Konto schützt, sagen wir immer sofort.',
  paces: {
    at_once: 'Sofort',
    daily: 'Einmal am Tag, um 8 Uhr',
    weekly: 'Einmal in der Woche, montags um 8 Uhr',
  },
  quiet: 'Ruhezeit',
  quietOn: 'In der Ruhezeit keine Mitteilungen',
  quietHint:
    'Was in dieser Zeit kommt, melden wir danach; zu jedem Vorgang nur das Neueste. Warnungen zur Sicherheit kommen sofort, aber ohne Ton.',
  from: 'Von',
  to: 'Bis',
  save: 'Speichern',
  saving: 'Wird gespeichert …',
  saved: 'Gespeichert.',
  unavailable: 'Ihre Einstellungen konnten wir gerade nicht laden.',
  again: 'Noch einmal versuchen',
  everyDevice: 'Das gilt für alle Ihre Geräte.',
};

export type TellingCopy = typeof copy;
