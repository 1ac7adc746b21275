import type { CaseEventType, CaseState } from '@jena/shared/cases';

/** What staff read. The staff side speaks German only. */
export const copy = {
  product: 'Amt',
  city: 'Jena',
  titleOf: (page: string) => `${page} – Amt Jena`,
  skip: 'Zum Inhalt springen',
  navigation: 'Bereiche',
  cases: 'Vorgänge',
  jobs: 'Aufträge',
  automation: 'Automatik',
  keys: 'Tasten',
  signOut: 'Abmelden',
  signingOut: 'Sie werden abgemeldet …',
  again: 'Noch einmal versuchen',
  cancel: 'Abbrechen',
  back: 'Zurück',
  loadFailed: 'Das ließ sich nicht laden',
  unknownTitle: 'Diese Seite gibt es nicht',
  unknownText: 'Vielleicht ist die Adresse unvollständig.',
  toCases: 'Zu den Vorgängen',
  noRoleTitle: 'Ihrem Dienstkonto fehlt eine Rolle',
  noRoleText:
    'Sie sind angemeldet, aber noch keinem Bereich zugeordnet. Ihre Leitung kann die Rolle vergeben.',

  signIn: {
    title: 'Arbeitsplatz der Verwaltung',
    text: 'Melden Sie sich mit Ihrem Dienstkonto an.',
    button: 'Mit Dienstkonto anmelden',
    citizens: 'Sie möchten etwas beantragen? Zur Seite für alle',
    failedTitle: 'Die Anmeldung hat nicht geklappt',
    failed: {
      refused: 'Die Anmeldung wurde abgebrochen oder hat zu lange gedauert. Bitte beginnen Sie noch einmal.',
      unreachable:
        'Der Anmeldedienst der Verwaltung antwortet gerade nicht. Bitte versuchen Sie es in ein paar Minuten noch einmal.',
      not_entitled:
        'Ihr Dienstkonto ist für diesen Arbeitsplatz nicht freigeschaltet. Bitte wenden Sie sich an Ihre Leitung.',
    } as Record<string, string>,
    overTitle: 'Ihre Sitzung ist zu Ende',
    overText:
      'Zum Schutz der Daten ist nichts mehr zu sehen. Melden Sie sich im neuen Tab an und kehren Sie hierher zurück: Was Sie getippt haben, ist noch da.',
    overButton: 'In neuem Tab anmelden',
  },

  states: {
    awaiting_signature: 'Unterschrift fehlt',
    submitted: 'Neu',
    in_review: 'In Prüfung',
    evidence_requested: 'Wartet auf Bürger',
    to_confirm: 'Zu bestätigen',
    approved: 'Genehmigt',
    rejected: 'Abgelehnt',
    delivered: 'Erledigt',
    withdrawn: 'Zurückgezogen',
    objected: 'Widerspruch',
    objection_passed_on: 'Widerspruch abgegeben',
    objection_denied: 'Widerspruch zurückgewiesen',
  } satisfies Record<CaseState, string>,
  events: {
    co_sign_requested: 'Um zweite Unterschrift gebeten',
    co_signed: 'Mitunterschrieben',
    co_sign_refused: 'Zweite Unterschrift abgelehnt',
    co_sign_withdrawn: 'Link zum Unterschreiben zurückgenommen',
    co_sign_expired: 'Niemand hat rechtzeitig mitunterschrieben',
    submitted: 'Antrag eingegangen',
    claimed: 'Bearbeitung übernommen',
    prechecked: 'Nach einer Regel geprüft',
    person_wanted: 'Möchte, dass ein Mensch entscheidet',
    evidence_viewed: 'Unterlage angesehen',
    evidence_requested: 'Unterlage nachgefordert',
    evidence_added: 'Unterlage nachgereicht',
    document_shared: 'Dokument aus dem Tresor freigegeben',
    share_ended: 'Freigabe eines Dokuments beendet',
    decision_proposed: 'Entscheidung vorgeschlagen',
    proposal_returned: 'Vorschlag zurückgegeben',
    approved: 'Antrag genehmigt',
    rejected: 'Antrag abgelehnt',
    delivered: 'Dokument zugestellt',
    withdrawn: 'Antrag zurückgezogen',
    message_sent: 'Nachricht geschrieben',
    objected: 'Widerspruch eingelegt',
    objection_passed_on: 'Widerspruch abgegeben',
    objection_denied: 'Widerspruch zurückgewiesen',
    reopened: 'Verfahren wieder aufgenommen',
  } satisfies Record<CaseEventType, string>,
  bySystem: 'automatisch',

  /** Which document an approval issues. */
  issued: (serviceSlug: string) =>
    serviceSlug === 'wohnsitz-anmelden' ? 'die Meldebestätigung' : 'das Dokument',
};
