export const copy = {
  title: (count: number) =>
    count === 1 ? 'Diese Frage hat sich geändert' : `Diese ${count} Fragen haben sich geändert`,
  text: 'Den Antrag gibt es in einer neuen Fassung. Ihre Antworten sind alle noch da. Bitte sehen Sie hier nach:',
  onlyRules: 'Den Antrag gibt es in einer neuen Fassung. Für Sie ändert sich nichts.',
  reasons: {
    added: 'neue Frage',
    removed: 'wird nicht mehr gefragt',
    type: 'wird anders gefragt, bitte neu beantworten',
    options: 'Ihre Antwort gibt es nicht mehr zur Auswahl, bitte neu wählen',
    wording: 'anders formuliert',
    rules: 'andere Regeln für die Antwort',
    condition: 'wird nun zu anderen Anlässen gefragt',
  },
  yourAnswer: (answer: string) => `Ihre Antwort: ${answer}`,
  yourOldAnswer: (answer: string) => `Ihre Antwort bisher: ${answer}`,
  formerQuestion: 'Eine Frage der alten Fassung',
  understood: 'Verstanden',

  replaced: (field: string, now: string, before: string) =>
    `„${field}“: Auf einem anderen Gerät haben Sie zuletzt „${now}“ geantwortet, hier stand „${before}“.`,
  emptied: (field: string, before: string) =>
    `„${field}“: Auf einem anderen Gerät haben Sie die Antwort gelöscht, hier stand „${before}“.`,
  undo: 'Rückgängig',
  undoFor: (field: string) => `Rückgängig: ${field}`,
  keep: 'So lassen',

  elsewhere: (field: string, files: string) =>
    `„${field}“: ${files} liegt auf dem Gerät, mit dem Sie die Unterlage aufgenommen haben. Fügen Sie sie hier neu hinzu, oder senden Sie den Antrag von dort ab.`,
};

export type ChangesCopy = typeof copy;
