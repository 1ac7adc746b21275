export const copy = {
  city: 'Stadt Jena',
  home: 'Jena, zur Startseite',
  skip: 'Zum Inhalt springen',
  navigation: 'Hauptbereiche',
  nav: { start: 'Start', services: 'Dienste', cases: 'Vorgänge', inbox: 'Postfach', account: 'Konto' },
  waitingCases: (count: number) => (count === 1 ? '1 Vorgang braucht Sie' : `${count} Vorgänge brauchen Sie`),
  unreadMessages: (count: number) => (count === 1 ? '1 neue Nachricht' : `${count} neue Nachrichten`),
  search: 'Suchen',
  language: 'Sprache',
  offline: 'Sie sind offline. Was auf dem Gerät liegt, funktioniert weiter.',
  asOf: (when: string) => `Stand: ${when}`,
  olderOnline: 'Ältere Einträge sehen Sie, sobald Sie wieder Netz haben.',
  waitingForNet: (count: number) =>
    count === 1 ? 'Ihre Eingabe wartet auf Netz.' : `${count} Eingaben warten auf Netz.`,
  sending: (count: number) =>
    count === 1 ? 'Ihre Eingabe wird gerade gesendet.' : `${count} Eingaben werden gerade gesendet.`,
  footer: 'Rechtliches',
  imprint: 'Impressum',
  privacy: 'Datenschutz',
  accessibility: 'Barrierefreiheit',
  transparency: 'Transparenz',
  update: {
    title: 'Eine neue Fassung ist da',
    text: 'Ihre Eingaben bleiben erhalten.',
    action: 'Jetzt neu laden',
    later: 'Später',
  },
  install: {
    title: 'Jena auf dem Startbildschirm',
    text: 'Öffnet schneller, funktioniert auch ohne Netz und meldet sich, wenn es etwas Neues gibt.',
    action: 'Installieren',
    later: 'Jetzt nicht',
    iosText: 'Tippen Sie im Browser auf „Teilen“ und dann auf „Zum Home-Bildschirm“.',
  },
  loadingPage: 'Wird geladen',
  notFound: {
    title: 'Diese Seite gibt es nicht',
    text: 'Vielleicht ist die Adresse nicht mehr aktuell. Suchen Sie einfach nach dem, was Sie erledigen möchten.',
    services: 'Alle Dienste ansehen',
    start: 'Zur Startseite',
  },
  failed: {
    title: 'Das hat nicht geklappt',
    text: 'Die Seite konnte nicht geladen werden. Was Sie eingegeben haben, ist auf Ihrem Gerät gespeichert.',
    offlineText:
      'Diese Seite war noch nie auf Ihrem Gerät und braucht einmal Netz. Ihre Eingaben sind gespeichert.',
    again: 'Noch einmal versuchen',
  },
  languagePage: {
    title: 'Sprache wählen',
    lead: 'Die Seiten, Formulare und Mitteilungen erscheinen in dieser Sprache.',
    current: 'gewählt',
    planned: 'Diese Sprachen kommen als Nächstes',
  },
};

export type ShellCopy = typeof copy;
