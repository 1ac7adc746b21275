/** What people at the desk read about messages and objections. */
export const messagesCopy = {
  title: 'Nachrichten',
  none: 'Noch keine Nachrichten.',
  write: 'Nachricht an die Person',
  hint: 'Die Person liest das in ihrem Vorgang. Bitte keine internen Vermerke.',
  empty: 'Bitte schreiben Sie etwas.',
  send: 'Nachricht senden',
  sending: 'Wird gesendet …',
  sent: 'Die Nachricht ist verschickt.',
  readBy: (when: string) => `Gelesen ${when}`,
  notRead: 'Noch nicht gelesen',
  office: 'Amt',

  objection: 'Widerspruch',
  objectionText:
    'Halten Sie den Widerspruch für begründet, nehmen Sie den Vorgang wieder auf und entscheiden neu (§ 72 VwGO).',
  late: (day: string) => `Die Frist endete am ${day}. Prüfen Sie Wiedereinsetzung (§§ 60, 70 Absatz 2 VwGO).`,
  again: 'Wieder aufnehmen',
  againText: 'Die alte Entscheidung gilt dann nicht mehr. Das sieht auch, wer ihr Schreiben prüft.',
  reason: 'Begründung',
  reasonHint: 'Die Person liest das im Verlauf.',
  reopen: 'Vorgang wieder aufnehmen',
  reopened: 'Der Vorgang ist wieder aufgenommen.',
  deny: 'Widerspruch zurückweisen',
  denied: 'Der Widerspruch ist zurückgewiesen.',
};
