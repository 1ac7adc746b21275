const dayCount = (count: number) => (count === 1 ? '1 Tag' : `${count} Tage`);

export const copy = {
  outlook: 'Stand',
  turn: 'Am Zug',
  who: {
    citizen: 'Sie',
    system: 'Wir erstellen gerade Ihr Dokument',
    authority: 'Die Behörde über der Stadt, meist das Thüringer Landesverwaltungsamt',
    nobody: 'Niemand, es ist abgeschlossen',
  },
  since: (who: string, when: string) => `${who}, seit ${when}`,
  usual: 'Dauert meist',
  usualReal: (median: number, most: number, cases: number) =>
    `${dayCount(median)}, bei 9 von 10 höchstens ${dayCount(most)} (die letzten ${cases} Anträge)`,
  usualStated: (text: string) => `${text} (Angabe des Amts, noch nicht aus echten Vorgängen berechnet)`,
  deadline: 'Frist des Amts',
  deadlineText: (day: string, basis: string) => `bis ${day} (${basis})`,
  deadlineOver: (day: string, basis: string) =>
    `war am ${day} (${basis}). Fragen Sie beim Amt nach; hilft das nicht, können Sie klagen.`,

  sendFromVault: 'Aus dem Tresor senden',
  sendFromVaultHint: 'Wählen Sie ein Dokument. Es wird gleich gesendet.',
  evidenceOver:
    'Die Frist ist vorbei. Reichen Sie die Unterlage trotzdem nach: Das Amt kann die Frist verlängern.',

  messages: 'Nachrichten',
  noMessages: 'Sie haben eine Frage? Schreiben Sie dem Amt, das Ihren Vorgang hat.',
  write: 'Nachricht schreiben',
  body: 'Ihre Nachricht',
  bodyMissing: 'Bitte schreiben Sie etwas.',
  attach: 'Dokument aus dem Tresor anhängen',
  attached: (name: string) => `Angehängt: ${name}`,
  detach: 'Entfernen',
  send: 'Senden',
  sending: 'Wird gesendet …',
  sent: 'Ihre Nachricht ist angekommen.',
  readBy: (when: string) => `Vom Amt gelesen ${when}`,
  notRead: 'Vom Amt noch nicht gelesen',
  needsNetwork: 'Dafür brauchen Sie Netz. Was Sie geschrieben haben, bleibt stehen.',
  keepsOffline:
    'Sie haben gerade kein Netz. Ihre Nachricht bleibt verschlüsselt auf diesem Gerät und wird gesendet, sobald Sie wieder Netz haben.',
  kept: 'Ihre Nachricht ist auf diesem Gerät gespeichert.',
  keptUntilNetwork: 'Wird gesendet, sobald Sie wieder Netz haben.',
  writtenAt: (when: string) => `Geschrieben ${when}, noch nicht beim Amt`,
  locked: 'Der Text ist auf diesem Gerät verschlüsselt.',
  takeBack: 'Zurückholen',
  cancel: 'Abbrechen',

  decision: 'Gegen die Entscheidung',
  objectUntil: (day: string) => `Sind Sie nicht einverstanden? Sie können bis ${day} Widerspruch einlegen.`,
  objectLate: (day: string) =>
    `Die Frist für einen Widerspruch endete am ${day}. Konnten Sie sie ohne eigene Schuld nicht einhalten, schreiben Sie den Grund dazu und beantragen Sie „Wiedereinsetzung in den vorigen Stand“. Das geht nur innerhalb von zwei Wochen, nachdem das Hindernis weg ist, bei Sozialleistungen innerhalb eines Monats.`,
  objectCosts: 'Wird ein Widerspruch zurückgewiesen, kann er Geld kosten.',
  object: 'Widerspruch einlegen',
  objectWhy: 'Warum sind Sie nicht einverstanden?',
  objectWhyHint: 'Ein paar Sätze genügen.',
  objectMissing: 'Bitte schreiben Sie kurz, warum.',
  objectCard: 'Für einen Widerspruch brauchen wir Ihren Online-Ausweis. Er ersetzt die Unterschrift.',
  objectSend: 'Widerspruch absenden',
  objectOffline: 'Sie haben gerade kein Netz.',
  notThereYet: 'Ihr Widerspruch ist noch nicht beim Amt.',
  countsUntil: (day: string) =>
    `Ihr Widerspruch zählt erst, wenn er beim Amt ankommt: spätestens am ${day}. Öffnen Sie die App rechtzeitig mit Netz.`,
  countsLate: 'Ihr Widerspruch zählt erst, wenn er beim Amt ankommt. Öffnen Sie die App bald mit Netz.',
  objectionKept: 'Ihr Widerspruch ist auf diesem Gerät gespeichert, aber noch nicht beim Amt.',
  objected: 'Ihr Widerspruch ist angekommen.',

  realLetter: 'Zeigen, dass Ihr Schreiben echt ist',
  realLetterText: (page: string) =>
    `Wer Ihr Schreiben bekommt, kann es unter ${page} prüfen. Dort steht nicht, um wen es geht.`,
  code: 'Code',
  toCheck: 'Prüfseite öffnen',

  withdraw: 'Antrag zurückziehen',
  withdrawTitle: 'Antrag wirklich zurückziehen?',
  withdrawText: 'Das Amt arbeitet dann nicht weiter. Sie können später einen neuen Antrag stellen.',
  withdrawn: 'Ihr Antrag ist zurückgezogen.',
};

export type CaseCopy = typeof copy;
