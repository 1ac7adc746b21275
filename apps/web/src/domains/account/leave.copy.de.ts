export const copy = {
  title: 'Konto löschen',
  lead: 'Sie können jederzeit gehen. Lesen Sie vorher, was dann gelöscht wird und was bleiben muss.',
  account: 'Konto',
  loginTitle: 'Sie sind nicht angemeldet',
  loginWhy: 'Nach der Anmeldung sehen Sie, was zu Ihrem Konto gehört.',
  unavailable: 'Das konnten wir gerade nicht laden.',
  again: 'Noch einmal versuchen',
  goes: 'Das wird gelöscht',
  goesProfile: 'Ihre Daten von Ausweis oder BundID, Ihre Einstellungen und Ihre Wege zur Anmeldung',
  goesDocuments: (count: number) =>
    count === 0
      ? 'Ihr Tresor (er ist leer)'
      : count === 1
        ? 'Ihr Tresor mit 1 Dokument'
        : `Ihr Tresor mit ${count} Dokumenten`,
  goesMessages: 'Ihr Postfach und die Liste, wer Ihre Daten gesehen hat',
  goesHere: 'Entwürfe und alles, was auf diesem Gerät noch auf Netz wartet',
  open: 'Diese Anträge ziehen wir zurück',
  openText: 'Sie sind noch nicht entschieden. Die Stelle bearbeitet sie nicht weiter.',
  stays: 'Das bleibt bei der Stadt',
  staysText:
    'Entschiedene Vorgänge gehören zu den Akten der Stadt, mit den Unterlagen dazu. Die Stelle darf sie erst löschen, wenn die Frist um ist (Art. 17 Abs. 3 Buchst. b DSGVO). Sie gehören dann zu keinem Konto mehr.',
  staysUnsure: 'Die Frist von 10 Jahren ist eine Annahme. Die Stadt bestätigt sie noch.',
  until: (day: string) => `bis ${day}`,
  nothingStays: 'Nichts. Sie haben keine entschiedenen Vorgänge.',
  first: 'Möchten Sie vorher etwas aufheben?',
  firstText:
    'Laden Sie Bescheide und Dokumente vorher herunter. Danach kann sie niemand mehr öffnen, auch wir nicht.',
  vault: 'Zum Tresor',
  understood: 'Ich habe verstanden: Das lässt sich nicht rückgängig machen.',
  understoodMissing: 'Bitte bestätigen Sie, dass Sie das verstanden haben.',
  card: 'Zum Löschen brauchen Sie Ihren Ausweis. So kann es niemand anders für Sie tun.',
  erase: 'Konto endgültig löschen',
  working: 'Wird gelöscht …',
  gone: 'Ihr Konto ist gelöscht. Alles Gute!',
};
