export const copy = {
  optional: 'freiwillig',
  why: 'Warum fragen wir das?',
  day: 'Tag',
  month: 'Monat',
  year: 'Jahr',
  choose: 'Bitte auswählen',
  errorPrefix: 'Fehler:',
  errorSummary: (count: number) =>
    count === 1
      ? 'Eine Angabe fehlt noch oder stimmt nicht'
      : `${count} Angaben fehlen noch oder stimmen nicht`,
  step: (step: number, of: number) => `Schritt ${step} von ${of}`,
  charactersLeft: (count: number) => (count === 1 ? 'Noch 1 Zeichen' : `Noch ${count} Zeichen`),
  charactersTooMany: (count: number) => (count === 1 ? '1 Zeichen zu viel' : `${count} Zeichen zu viel`),
  change: 'Ändern',
  back: 'Zurück',
  close: 'Schließen',
  undo: 'Rückgängig',
  loading: 'Wird geladen',
  stateDone: 'erledigt',
  stateNow: 'läuft gerade',
  stateNext: 'kommt noch',
  stateProblem: 'braucht Sie',
  newWindow: 'öffnet eine andere Website',
};

export type UiCopy = typeof copy;
