export const copy = {
  title: 'Postfach',
  lead: 'Nachrichten zu Ihren Vorgängen.',
  loginTitle: 'Ihr Postfach',
  loginWhy: 'Melden Sie sich an, dann finden Sie hier alle Nachrichten und Dokumente der Stadt.',
  emptyTitle: 'Noch keine Nachrichten',
  emptyText: 'Sobald sich bei einem Vorgang etwas tut, steht es hier.',
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
    bundid_linked: 'Ihre BundID führt jetzt auch in Ihr Konto. Waren Sie das nicht? Trennen Sie sie hier.',
    bundid_unlinked: 'Ihre BundID ist von Ihrem Konto getrennt.',
    card_joined: 'Ein weiterer Ausweis führt jetzt in Ihr Konto. Waren Sie das nicht? Sehen Sie hier nach.',
    passkey_added:
      'Ein Passkey für Ihr Konto wurde eingerichtet. Waren Sie das nicht? Entfernen Sie ihn hier.',
    passkey_removed: 'Ein Passkey für Ihr Konto wurde entfernt. Waren Sie das nicht? Sehen Sie hier nach.',
    email_changed: 'Ihre E-Mail-Adresse wurde geändert. Waren Sie das nicht? Sehen Sie hier nach.',
    export_ready: 'Ihre Daten liegen zum Abholen bereit',
  },
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
