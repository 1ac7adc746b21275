export const copy = {
  title: 'Postfach',
  lead: 'Nachrichten zu Ihren Vorgängen.',
  loginTitle: 'Ihr Postfach',
  loginWhy: 'Melden Sie sich an, dann finden Sie hier alle Nachrichten und Dokumente der Stadt.',
  unavailable: 'Ihr Postfach konnten wir gerade nicht laden.',
  again: 'Noch einmal versuchen',
  more: 'Ältere Nachrichten',
  unread: 'neu',
  message: {
    case_submitted: 'Ihr Antrag ist eingegangen',
    case_claimed: 'Die Bearbeitung hat begonnen',
    evidence_requested: 'Bitte reichen Sie eine Unterlage nach',
    evidence_added: 'Ihre Unterlage ist angekommen',
    case_approved: 'Ihr Antrag ist genehmigt',
    case_rejected: 'Ihr Antrag wurde abgelehnt',
    case_delivered: 'Ihr Dokument ist da',
    case_message: 'Das Amt hat Ihnen geschrieben',
    case_withdrawn: 'Ihr Antrag ist zurückgezogen',
    case_objected: 'Ihr Widerspruch ist angekommen',
    case_objection_denied: 'Ihr Widerspruch wurde zurückgewiesen',
    case_reopened: 'Ihr Vorgang wird wieder bearbeitet',
    bundid_linked: 'Ihre BundID führt jetzt auch in Ihr Konto. Waren Sie das nicht? Trennen Sie sie hier.',
    bundid_unlinked: 'Ihre BundID ist von Ihrem Konto getrennt.',
    card_joined: 'Ein weiterer Ausweis führt jetzt in Ihr Konto. Waren Sie das nicht? Sehen Sie hier nach.',
    recovery_issued:
      'Am Schalter wurde ein Code für Ihr Konto ausgegeben. Waren Sie das nicht? Rufen Sie uns an: 115.',
    access_recovered:
      'Ihr Zugang ist mit einem Code vom Schalter wiederhergestellt. Alle anderen Geräte sind abgemeldet.',
    passkey_added:
      'Ein Passkey für Ihr Konto wurde eingerichtet. Waren Sie das nicht? Entfernen Sie ihn hier.',
    passkey_removed: 'Ein Passkey für Ihr Konto wurde entfernt. Waren Sie das nicht? Sehen Sie hier nach.',
    new_login:
      'Neue Anmeldung mit einem Gerät oder auf einem Weg, den wir noch nicht kennen. Waren Sie das nicht? Tippen Sie hier.',
    account_unused:
      'Sie haben Ihr Konto lange nicht benutzt. Ohne Anmeldung löschen wir es. Mit dieser Anmeldung ist das erledigt.',
    email_changed: 'Ihre E-Mail-Adresse wurde geändert. Waren Sie das nicht? Sehen Sie hier nach.',
    mandate_accepted: 'Ihre Einladung wurde angenommen: Jemand handelt jetzt für Sie oder Ihren Betrieb',
    mandate_refused: 'Ihre Einladung wurde abgelehnt',
    mandate_ended: 'Eine Vertretung ist beendet',
    export_ready: 'Ihre Daten liegen zum Abholen bereit',
    document_expires: 'Ein Dokument in Ihrem Tresor läuft bald ab',
    document_expired: 'Ein Dokument in Ihrem Tresor ist abgelaufen',
  },
  lastDay: (day: string) => `gültig bis ${day}`,
  settings: {
    title: 'Mitteilungen',
    lead: 'Worüber sich Ihr Telefon meldet. Im Postfach steht immer alles.',
    cases: 'Neues zu meinen Vorgängen',
    casesHint: 'Auf dem Sperrbildschirm steht nur, dass es etwas Neues gibt – nie, worum es geht.',
    casesLogin: 'Dafür melden Sie sich bitte an.',
    assistant: 'Hanfrieds Gruß, wenn die Online-Dienste öffnen',
    assistantHint: 'Höchstens einmal am Tag, an Öffnungstagen des Bürgerservice: „Soll ich helfen?“',
    save: 'Auf diesem Gerät speichern',
    saving: 'Wird gespeichert …',
    saved: 'Gespeichert. Sie können das jederzeit ändern.',
    off: 'Auf diesem Gerät ausschalten',
    unsupported: 'Dieser Browser kann keine Mitteilungen zeigen. Im Postfach finden Sie alles.',
    install_first:
      'Auf dem iPhone und iPad müssen Sie die App zuerst auf den Home-Bildschirm legen. Danach können Sie Mitteilungen einschalten.',
    denied:
      'Mitteilungen sind in Ihrem Browser für diese Seite gesperrt. Sie können das in den Einstellungen des Browsers ändern.',
  },
};

export type NotificationsCopy = typeof copy;
