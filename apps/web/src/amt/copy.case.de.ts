const days = (count: number) => (count === 1 ? '1 Tag' : `${count} Tage`);

/** What staff read while they work on one case. */
export const caseCopy = {
  pane: 'Vorgang',
  noneTitle: 'Kein Vorgang geöffnet',
  noneText:
    'Wählen Sie links einen Vorgang. Mit J und K gehen Sie durch die Liste, mit der Eingabetaste öffnen Sie.',
  unknownService: 'Unbekannter Dienst',
  applicant: 'Antragsteller/in',
  received: (when: string) => `Eingang ${when}`,
  toQueue: 'Zur Liste',
  toEvidence: (count: number) => (count === 1 ? '1 Unterlage ansehen' : `${count} Unterlagen ansehen`),
  toCase: 'Zum Vorgang',

  sentence: {
    awaiting_signature:
      'Eine zweite Person muss noch unterschreiben. Bis dahin liegt der Antrag nicht bei Ihnen.',
    submitted: 'Neu eingegangen. Noch hat niemand den Vorgang übernommen.',
    mine: 'Sie bearbeiten diesen Vorgang.',
    answered: 'Die nachgeforderte Unterlage ist da. Sie sind am Zug.',
    others: (name: string) => `${name} bearbeitet diesen Vorgang.`,
    waiting: (day: string) => `Wartet auf die nachgeforderte Unterlage, erbeten bis ${day}.`,
    overdue: (day: string) => `Die nachgeforderte Unterlage fehlt noch. Die Frist endete am ${day}.`,
    waitingOnly: 'Wartet auf die nachgeforderte Unterlage.',
    proposed: 'Ihr Vorschlag wartet auf eine zweite Person.',
    toConfirm: 'Eine Entscheidung ist vorgeschlagen. Eine zweite Person muss sie bestätigen.',
    approved: (document: string) => `Genehmigt. Gerade wird ${document} ausgestellt.`,
    rejected: 'Abgelehnt. Die Begründung steht unten im Verlauf.',
    delivered: (document: string) => `Erledigt: Genehmigt, ${document} ist zugestellt.`,
    withdrawn: 'Der Antrag wurde zurückgezogen.',
    objected: 'Gegen die Entscheidung liegt ein Widerspruch vor. Er steht unten im Verlauf.',
    objection_passed_on:
      'Der Widerspruch liegt bei der Widerspruchsbehörde. Tragen Sie hier ein, wie sie entschieden hat.',
    objection_denied: 'Der Widerspruch ist zurückgewiesen. Die Begründung steht unten im Verlauf.',
  },

  findings: 'Bitte genau ansehen',
  finding: {
    past: (label: string, day: string, ago: number, usual: number) =>
      `„${label}“ ${day}: lag am Tag des Antrags schon ${days(ago)} zurück${usual > 0 ? ` (üblich sind höchstens ${days(usual)})` : ''}.`,
    future: (label: string, day: string) => `„${label}“ ${day}: liegt weiter in der Zukunft als üblich.`,
    notInList: (label: string, value: string) => `„${label}“: ${value} steht nicht im Verzeichnis.`,
    problem: (label: string) => `„${label}“: Die Angabe fehlt oder passt nicht zu den Regeln des Formulars.`,
    olderForm: (version: number) =>
      `Der Antrag kam mit Version ${version} des Formulars; Fragen können anders gelautet haben.`,
    formGone: 'Das Formular ist nicht mehr im Katalog. Die Angaben stehen hier, wie sie gespeichert sind.',
  },

  actsFor: (holder: string, party: string) => `${holder} für ${party}`,
  mandate: {
    checked: {
      custody: 'Sorgerecht geprüft',
      power_of_attorney: 'Vollmacht geprüft',
      business: 'Berechtigung geprüft',
    },
    unchecked: {
      custody: 'Sorgerecht noch nicht geprüft',
      power_of_attorney: 'Vollmacht noch nicht geprüft',
      business: 'Berechtigung noch nicht geprüft',
    },
    hint: {
      custody: 'Sehen Sie sich die Geburtsurkunde oder den Nachweis des Sorgerechts an.',
      power_of_attorney: 'Sehen Sie sich die Vollmacht an.',
      business: 'Sehen Sie sich den Registerauszug oder die Gewerbeanmeldung an.',
    },
    confirm: {
      custody: 'Sorgerecht bestätigen',
      power_of_attorney: 'Vollmacht bestätigen',
      business: 'Berechtigung bestätigen',
    },
    confirming: 'Wird bestätigt …',
    confirmed: 'Bestätigt. Bei weiteren Anträgen muss das niemand mehr prüfen.',
  },

  answers: 'Angaben',
  noAnswer: 'keine Angabe',
  leftOver: 'Weitere Angaben',
  files: (count: number) => (count === 1 ? '1 Datei' : `${count} Dateien`),
  person: (number: number) => `Person ${number}`,
  history: 'Verlauf',

  claim: 'Übernehmen',
  claimFrom: (name: string) => `Von ${name} übernehmen`,
  claiming: 'Wird übernommen …',
  claimed: 'Der Vorgang liegt jetzt bei Ihnen.',
  acts: 'Was Sie jetzt tun können',
  request: 'Nachfordern',
  approve: 'Genehmigen',
  reject: 'Ablehnen',
  gone: 'Das ist jetzt nicht mehr möglich.',
  quicker: 'Jemand war schneller: Der Vorgang hat sich inzwischen geändert. Sie sehen jetzt den neuen Stand.',

  requestForm: {
    title: 'Unterlage nachfordern',
    field: 'Welche Unterlage?',
    fieldMissing: 'Bitte wählen Sie, welche Unterlage Sie brauchen.',
    reason: 'Was soll die Person tun?',
    reasonHint: 'Genau so liest es die Person. Einfache Worte, ohne Abkürzungen.',
    reasonShort: 'Bitte schreiben Sie mindestens 10 Zeichen, damit die Person weiß, was fehlt.',
    reasonLong: 'Bitte kürzen Sie den Text auf höchstens 1000 Zeichen.',
    preview: 'So liest es die Person',
    previewTitle: (label: string) => `Das fehlt noch: ${label}`,
    previewEmpty: 'Hier erscheint Ihr Text.',
    previewDue: 'Darunter steht die Frist. Sie beginnt mit dem Absenden.',
    send: 'Nachforderung absenden',
    sending: 'Nachforderung wird gesendet …',
    done: 'Die Nachforderung ist verschickt.',
  },
  rejectForm: {
    title: 'Antrag ablehnen',
    text: 'Die Person bekommt Ihre Begründung sofort. Eine Ablehnung lässt sich nicht zurücknehmen.',
    reason: 'Begründung',
    reasonHint: 'Genau so liest es die Person: Was fehlt oder spricht dagegen? Was kann sie jetzt tun?',
    reasonShort: 'Bitte schreiben Sie eine Begründung mit mindestens 10 Zeichen.',
    send: 'Antrag ablehnen',
    sending: 'Ablehnung wird gesendet …',
    done: 'Der Antrag ist abgelehnt.',
  },
  approveDialog: {
    title: 'Antrag genehmigen?',
    text: (name: string, document: string) =>
      `Mit der Genehmigung wird ${document} ausgestellt. ${name} bekommt sie sofort ins Postfach und in die eigenen Dokumente.`,
    final: 'Das lässt sich nicht zurücknehmen.',
    open: (count: number) =>
      count === 1 ? '1 Hinweis ist noch offen:' : `${count} Hinweise sind noch offen:`,
    send: 'Genehmigen',
    sending: 'Wird genehmigt …',
    done: 'Der Antrag ist genehmigt.',
  },
  proposal: {
    title: 'Vorgeschlagene Entscheidung',
    outcome: { approved: 'Genehmigen', rejected: 'Ablehnen' },
    by: (name: string, when: string) => `von ${name}, ${when}`,
    words: 'Das liest die Person',
    noWords: 'Ohne eigene Worte an die Person.',
    unreadable: 'Der Text lässt sich nicht öffnen. Geben Sie den Vorschlag zurück.',
    why: {
      money: 'Hier geht es um öffentliches Geld: Zwei Personen entscheiden.',
      status: 'Hier geht es um Aufenthalt oder Staatsangehörigkeit: Zwei Personen entscheiden.',
    },
    check: 'Sehen Sie Angaben und Unterlagen selbst an, bevor Sie bestätigen.',
    confirm: 'Bestätigen',
    confirming: 'Wird bestätigt …',
    confirmed: { approved: 'Der Antrag ist genehmigt.', rejected: 'Der Antrag ist abgelehnt.' },
    giveBack: 'Zurückgeben',
    reason: 'Warum geben Sie den Vorschlag zurück?',
    reasonHint: 'Das lesen nur Kolleginnen und Kollegen, als Notiz.',
    reasonShort: 'Bitte schreiben Sie kurz, was noch fehlt.',
    sendBack: 'Vorschlag zurückgeben',
    sendingBack: 'Wird zurückgegeben …',
    gaveBack: 'Der Vorschlag ist zurückgegeben.',
    takeBack: 'Vorschlag zurücknehmen',
    tookBack: 'Der Vorschlag ist zurückgenommen.',
    proposed: 'Der Vorschlag liegt zur Bestätigung bereit.',
    propose: 'Zur Bestätigung geben',
    proposing: 'Wird vorgelegt …',
    approveText:
      'Genehmigt wird erst, wenn eine zweite Person bestätigt. Sie findet den Vorgang unter „Zu bestätigen“.',
    rejectText:
      'Abgelehnt wird erst, wenn eine zweite Person bestätigt. Dann bekommt die Person Ihre Begründung.',
  },
};
