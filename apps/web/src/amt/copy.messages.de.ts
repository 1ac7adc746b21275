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
    'Halten Sie den Widerspruch für begründet, nehmen Sie den Vorgang wieder auf und entscheiden neu (§ 72 VwGO). Sonst geben Sie ihn an die Widerspruchsbehörde ab, meist an das Thüringer Landesverwaltungsamt (§ 10 Absatz 1 ThürAGVwGO).',
  ownText:
    'Selbst zurückweisen darf die Stadt nur, wo ein Ministerium die Fachaufsicht hat. Dann entsteht ein Widerspruchsbescheid. Stellen Sie ihn förmlich zu (§ 73 Absatz 3 VwGO).',
  passedOnText:
    'Die Widerspruchsbehörde schreibt der Person selbst. Gibt sie dem Widerspruch statt, nehmen Sie den Vorgang wieder auf. Sonst tragen Sie die Zurückweisung ein.',
  late: (day: string) => `Die Frist endete am ${day}. Prüfen Sie Wiedereinsetzung (§§ 60, 70 Absatz 2 VwGO).`,
  again: 'Wieder aufnehmen',
  againText:
    'Nehmen Sie den Vorgang wieder auf, gilt die alte Entscheidung nicht mehr. Das sieht auch, wer ihr Schreiben prüft.',
  reason: 'Begründung',
  reasonHint: 'Die Person liest das im Verlauf.',
  reopen: 'Vorgang wieder aufnehmen',
  reopened: 'Der Vorgang ist wieder aufgenommen.',
  passOn: 'An die Widerspruchsbehörde abgeben',
  passedOn: 'Der Widerspruch ist abgegeben. Die Person ist benachrichtigt.',
  deny: 'Selbst zurückweisen',
  noteDenial: 'Zurückweisung eintragen',
  denied: 'Der Widerspruch ist zurückgewiesen.',
};
