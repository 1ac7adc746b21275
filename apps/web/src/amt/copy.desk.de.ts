import type { LetterValue } from '@jena/shared/cases';

const cases = (count: number) => (count === 1 ? '1 Vorgang' : `${count} Vorgänge`);

/** What staff read when they share work: hands, substitutes, notes, many cases at once. */
export const deskCopy = {
  hands: {
    title: 'In wessen Händen',
    nobody: 'Noch bei niemandem',
    you: 'Bei Ihnen',
    at: (name: string) => `Bei ${name}`,
    standIn: (names: string) => `Vertretung heute: ${names}`,
    choose: 'Zuteilen an',
    me: 'mich selbst',
    give: 'Zuteilen',
    giving: 'Wird zugeteilt …',
    given: 'Der Vorgang ist zugeteilt.',
    back: 'Zurückgeben',
    backDone: 'Der Vorgang liegt wieder für alle bereit.',
    open: 'Zuteilen oder zurückgeben',
    openNew: 'Zuteilen',
  },
  notes: {
    title: 'Interne Vermerke',
    hint: 'Nur Ihre Dienststelle liest das. Verlangt die Person Auskunft über ihre Daten, bekommt sie auch die Vermerke. Schreiben Sie sachlich.',
    none: 'Noch kein Vermerk.',
    field: 'Neuer Vermerk',
    empty: 'Bitte schreiben Sie erst etwas.',
    save: 'Vermerk speichern',
    saving: 'Wird gespeichert …',
    saved: 'Der Vermerk ist gespeichert.',
    unreadable: 'Dieser Vermerk lässt sich nicht mehr lesen.',
    by: (name: string, when: string) => `${name} · ${when}`,
  },
  letters: {
    legend: 'Textbausteine',
    open: (names: string) => `Bitte füllen Sie noch aus, was in doppelten Klammern steht: ${names}.`,
    names: {
      name: 'Name',
      reference: 'Aktenzeichen',
      service: 'Leistung',
      paper: 'Unterlage',
      due: 'Frist',
      received: 'Eingang',
      office: 'Dienststelle',
    } satisfies Record<LetterValue, string>,
  },
  bulk: {
    bar: 'Ausgewählte Vorgänge',
    chosen: (count: number) => `${cases(count)} ausgewählt`,
    choose: (who: string) => `${who} auswählen`,
    clear: 'Auswahl aufheben',
    assign: 'Zuteilen',
    assignTo: 'Zuteilen an',
    request: 'Nachfordern',
    approve: 'Genehmigen',
    approveTitle: (count: number) => `${cases(count)} genehmigen?`,
    approveText:
      'Jeder Vorgang wird für sich genehmigt. Was Sie nicht selbst bearbeiten oder was sich inzwischen geändert hat, bleibt, wie es ist. Genehmigungen lassen sich nicht zurücknehmen.',
    requestTitle: (count: number) => `Bei ${cases(count)} dasselbe nachfordern`,
    requestOne: 'Dasselbe nachfordern geht nur bei Vorgängen derselben Leistung.',
    go: 'Ausführen',
    working: (done: number, all: number) => `${done} von ${all} …`,
    cancel: 'Abbrechen',
    result: 'Ergebnis',
    allDone: (count: number) => `Erledigt: ${cases(count)}.`,
    partly: (done: number, failed: number) =>
      `Erledigt: ${cases(done)}. Nicht erledigt: ${cases(failed)}. Diese bleiben ausgewählt.`,
    undo: 'Rückgängig machen',
    undone: (count: number) => `Zurückgenommen: ${cases(count)}.`,
    close: 'Schließen',
  },
  substitutes: {
    button: 'Vertretung',
    title: 'Vertretung',
    text: 'Wer vertritt, sieht die Vorgänge der anderen Person unter „Bei mir“ und bearbeitet sie wie die eigenen.',
    none: 'Gerade ist keine Vertretung eingetragen.',
    line: (absent: string, substitute: string) => `${absent} wird vertreten von ${substitute}`,
    period: (from: string, to: string) => `${from} bis ${to}`,
    absent: 'Wer ist nicht da?',
    substitute: 'Wer vertritt?',
    from: 'Erster Tag',
    to: 'Letzter Tag',
    missing: 'Bitte wählen Sie zwei verschiedene Personen und einen Zeitraum.',
    save: 'Vertretung eintragen',
    saving: 'Wird eingetragen …',
    saved: 'Die Vertretung ist eingetragen.',
    end: 'Beenden',
    ended: 'Die Vertretung ist beendet.',
  },
};

/** Sentences for what was refused among colleagues. */
export const deskErrors: Record<string, string> = {
  'cases.colleague_unknown': 'Diese Person arbeitet nicht (mehr) an Ihrer Dienststelle.',
  'cases.substitute_not_found': 'Diese Vertretung ist schon beendet.',
};
