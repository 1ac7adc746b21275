export const copy = {
  boxes: 'Welche Nachrichten',
  box: { inbox: 'Eingang', starred: 'Mit Stern', archive: 'Archiv' },
  search: 'Nachrichten suchen',
  found: (count: number) => (count === 1 ? 'Eine Nachricht gefunden.' : `${count} Nachrichten gefunden.`),
  nothingFound: (words: string) => `Zu „${words}“ haben wir keine Nachricht gefunden.`,
  onPhone: 'Ohne Netz suchen wir in den Nachrichten, die auf diesem Gerät liegen.',
  nothing: {
    inbox: {
      title: 'Alles erledigt',
      text: 'Neue Nachrichten stehen hier. Was Sie weggelegt haben, liegt im Archiv.',
    },
    starred: {
      title: 'Nichts mit Stern',
      text: 'Tippen Sie bei einer Nachricht auf den Stern, dann finden Sie sie hier schnell wieder.',
    },
    archive: {
      title: 'Das Archiv ist leer',
      text: 'Was Sie nicht mehr brauchen, legen Sie hier ab. Gelöscht wird dabei nichts.',
    },
  },
  readAll: 'Alle als gelesen markieren',
  allRead: 'Alle sind als gelesen markiert',
  star: 'Mit Stern markieren',
  unstar: 'Stern entfernen',
  archive: 'Ins Archiv legen',
  archived: 'Ins Archiv gelegt',
  back: 'Zurück in den Eingang',
  reason: {
    case: 'Sie bekommen das, weil Sie an diesem Vorgang beteiligt sind.',
    document: 'Sie bekommen das, weil in Ihrem Tresor ein Dokument mit Ablaufdatum liegt.',
    security: 'Sie bekommen das, weil es um die Sicherheit Ihres Kontos geht.',
    export: 'Sie bekommen das, weil Sie Ihre Daten angefordert haben.',
    mandate: 'Sie bekommen das, weil jemand für Sie oder Ihren Betrieb handelt oder handeln soll.',
    unused: 'Sie bekommen das, weil Ihr Konto lange nicht benutzt wurde.',
  },
  change: 'Einstellen',
};

export type InboxCopy = typeof copy;
