export const copy = {
  title: 'Konto',
  lead: 'Ihre Daten, Ihre Einstellungen.',
  loginTitle: 'Sie sind nicht angemeldet',
  loginWhy: 'Nach der Anmeldung sehen Sie hier, was wir über Sie wissen und wer es angesehen hat.',
  card: 'Das steht auf Ihrem Ausweis',
  cardRead: (when: string) => `Gelesen ${when}`,
  cardUse:
    'Damit füllen wir Formulare für Sie aus. Ändern können Sie diese Daten nur auf dem Ausweis selbst.',
  field: {
    familyName: 'Familienname',
    birthName: 'Geburtsname',
    givenNames: 'Vornamen',
    birthDate: 'Geburtsdatum',
    birthPlace: 'Geburtsort',
    address: 'Anschrift',
  },
  settings: 'Einstellungen',
  accessLog: 'Wer hat meine Daten gesehen?',
  accessLogHint: 'Jeder Blick in Ihre Unterlagen steht hier.',
  notifications: 'Mitteilungen',
  notificationsHint: 'Worüber sich Ihr Telefon meldet',
  language: 'Sprache',
  languageHint: 'Deutsch, English und weitere',
  storage: 'Auf diesem Gerät',
  storageKept: (used: string) => `${used} belegt. Ihr Browser hat zugesagt, nichts davon zu löschen.`,
  storageLoose: (used: string) =>
    `${used} belegt. Ihr Browser darf das bei Platzmangel löschen. Installieren Sie die App, dann bleibt alles sicher.`,
  logout: 'Abmelden',
  loggingOut: 'Sie werden abgemeldet …',
  logoutHint:
    'Ihre Daten sind danach auf diesem Gerät nicht mehr lesbar. Was noch auf Netz wartet, bleibt aufgehoben.',
  logoutFailed: 'Zum Abmelden brauchen Sie Netz. Bitte versuchen Sie es gleich noch einmal.',
  log: {
    lead: 'Hier steht, welche Stelle wann und wozu Ihre Daten angesehen hat.',
    empty: 'Bisher hat niemand Ihre Daten angesehen.',
    unavailable: 'Die Liste konnten wir gerade nicht laden.',
    when: 'Wann',
    who: 'Wer',
    why: 'Wozu',
    reference: 'Vorgang',
    purpose: {
      case_viewed: 'Ihren Vorgang geöffnet',
      evidence_viewed: 'Eine Unterlage angesehen',
      case_worked: 'Ihren Vorgang bearbeitet',
    },
    more: 'Ältere Einträge',
    again: 'Noch einmal versuchen',
  },
};

export type AccountCopy = typeof copy;
