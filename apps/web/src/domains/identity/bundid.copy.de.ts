export const copy = {
  login: 'Mit BundID anmelden',
  more: 'Bei der BundID mit Ausweis bestätigen',
  leaving: 'Weiter zur BundID …',
  newTitle: 'Ihre BundID ist hier neu',
  newLead: 'Wir haben noch nichts von Ihnen gespeichert. Wie soll es weitergehen?',
  haveTitle: 'Ich habe hier schon ein Konto',
  haveText:
    'Melden Sie sich einmal mit Ihrem Ausweis an und verknüpfen Sie die BundID. Danach führen beide Wege in dasselbe Konto.',
  have: 'Mit Ausweis anmelden und verknüpfen',
  beginTitle: 'Ich bin zum ersten Mal hier',
  beginText:
    'Die BundID schickt uns einmal Ihren Namen, Ihr Geburtsdatum und Ihre Anschrift. Damit legen wir Ihr Konto an.',
  begin: 'Konto mit BundID anlegen',
  level:
    'Mit Benutzername und Passwort geht nicht alles. Wo mehr nötig ist, bitten wir Sie um eine Anmeldung mit Ausweis oder ELSTER.',
  linkTitle: 'BundID verknüpfen',
  linkLead: (name: string) => `Sie sind angemeldet als ${name}.`,
  linkText:
    'Danach führt auch Ihre BundID in dieses Konto, wenn Sie sich dort mit Ausweis oder ELSTER anmelden. Benutzername und Passwort allein reichen dafür nicht.',
  linkOwn: 'Verknüpfen Sie nur Ihre eigene BundID.',
  link: 'BundID jetzt verknüpfen',
  cardText:
    'Zu Ihrer Sicherheit brauchen wir dafür noch einmal Ihren Ausweis. Danach geht es genau hier weiter.',
  card: 'Mit Online-Ausweis bestätigen',
  working: 'Einen Moment …',
  later: 'Ohne Verknüpfen weiter',
  back: 'Zurück zur Anmeldung',
  linkedTitle: 'Ihre BundID ist verknüpft',
  linkedLead: 'Ab jetzt kommen Sie auch mit der BundID in dieses Konto.',
  goOn: 'Weiter',
  title: 'BundID',
  intro: 'Mit der BundID melden Sie sich bei vielen Behörden an.',
  since: (when: string) => `Verknüpft seit ${when}`,
  begunWith: (when: string) => `Ihr Konto begann damit, ${when}`,
  toLink: 'BundID verknüpfen',
  unlink: 'Trennen',
  unlinkTitle: 'BundID von diesem Konto trennen?',
  unlinkText:
    'Sie führt dann nicht mehr in dieses Konto. Geräte, die damit angemeldet sind, werden abgemeldet. Mit Ihrem Ausweis kommen Sie weiter hinein.',
  unlinked: 'Die BundID ist getrennt.',
};

export type BundIdCopy = typeof copy;
