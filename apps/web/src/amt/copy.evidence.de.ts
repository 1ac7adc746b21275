/** What staff read beside a person's papers, on the key list and on the page for operators. */
export const evidenceCopy = {
  pane: 'Unterlagen',
  noneTitle: 'Keine Unterlagen',
  noneText: 'Zu diesem Vorgang wurde nichts eingereicht.',
  waitingTitle: 'Unterlagen',
  waitingText: 'Sie erscheinen, sobald ein Vorgang geöffnet ist.',
  pages: 'Eingereichte Unterlagen',
  fromCity: 'von der Stadt ausgestellt',
  added: (when: string) => `vom ${when}`,
  shared: (purpose: string) => `Aus dem Tresor freigegeben für: ${purpose}`,
  picture: (label: string, name: string) => `${label}, Datei „${name}“`,
  stage: 'Bild, mit den Pfeiltasten verschieben',
  tools: 'Ansicht',
  smaller: 'Kleiner',
  larger: 'Größer',
  fit: 'Einpassen',
  turn: 'Nach rechts drehen',
  newTab: 'In neuem Tab öffnen',
  zoom: (percent: number) => `${percent} %`,
  broken: 'Diese Unterlage ließ sich nicht anzeigen.',
  noViewer: 'Ihr Browser zeigt PDF-Dateien nicht direkt an. Öffnen Sie die Datei in einem neuen Tab.',
  logged: 'Die Person sieht in ihrem Konto, dass Ihre Dienststelle die Unterlage angesehen hat.',
};

export const keysCopy = {
  title: 'Tastenkürzel',
  use: 'Einzelne Tasten als Kürzel verwenden',
  hint: 'Beim Tippen in Feldern sind die Kürzel immer aus. Die Wahl gilt für diesen Browser.',
  list: [
    { keys: ['J', 'K'], does: 'Nächster und voriger Vorgang in der Liste' },
    { keys: ['↓', '↑'], does: 'Dasselbe, wenn die Liste den Fokus hat' },
    { keys: ['Eingabe'], does: 'Vorgang öffnen' },
    { keys: ['/'], does: 'Vorgang suchen' },
    { keys: ['1', '…', '9'], does: 'Arbeitskorb wechseln' },
    { keys: ['X'], does: 'Vorgang in der Liste auswählen' },
    { keys: ['⇧ X'], does: 'Alle bis hierher auswählen' },
    { keys: ['Ü'], does: 'Übernehmen' },
    { keys: ['Z'], does: 'Zuteilen oder zurückgeben' },
    { keys: ['V'], does: 'Internen Vermerk schreiben' },
    { keys: ['N'], does: 'Unterlage nachfordern' },
    { keys: ['G'], does: 'Genehmigen oder bestätigen' },
    { keys: ['A'], does: 'Ablehnen' },
    { keys: ['B'], does: 'Nächste Unterlage zeigen' },
    { keys: ['+', '−', '0'], does: 'Bild größer, kleiner, einpassen' },
    { keys: ['R'], does: 'Bild drehen' },
    { keys: ['Esc'], does: 'Formular oder Fenster schließen' },
    { keys: ['?'], does: 'Diese Liste' },
  ],
};

export const jobsCopy = {
  title: 'Aufträge',
  lead: 'Was das System im Hintergrund erledigt: Mitteilungen, Dokumente, Prüfungen.',
  counts: { waiting: 'warten', running: 'laufen', dead: 'gescheitert' },
  dead: 'Gescheiterte Aufträge',
  emptyTitle: 'Nichts ist gescheitert',
  emptyText: 'Alle Aufträge laufen wie geplant.',
  kind: 'Art',
  attempts: 'Versuche',
  error: 'Fehler',
  planned: 'Geplant',
  failed: 'Aufgegeben',
  act: 'Neuer Versuch',
  retry: 'Noch einmal',
  retryOf: (kind: string) => `Auftrag ${kind} noch einmal versuchen`,
  retrying: 'Wird gestartet …',
  done: 'Der Auftrag läuft gleich noch einmal.',
  unknown: 'ohne Angabe',
};

/** Sentences that differ from what citizens read at the same code. */
export const staffErrors: Record<string, string> = {
  'platform.offline':
    'Keine Verbindung zum Server. Was Sie getippt haben, bleibt hier stehen. Bitte versuchen Sie es gleich noch einmal.',
  'platform.unexpected':
    'Das hat nicht geklappt. Was Sie getippt haben, bleibt hier stehen. Bitte versuchen Sie es gleich noch einmal.',
  'cases.not_found': 'Diesen Vorgang gibt es nicht, oder er gehört zu einer anderen Dienststelle.',
  'vault.not_found':
    'Diese Unterlage gibt es nicht mehr, oder sie gehört zu keinem Vorgang Ihrer Dienststelle.',
};
