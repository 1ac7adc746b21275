export const copy = {
  title: 'Prüfen und absenden',
  lead: 'Stimmt alles? Sie können jede Antwort noch ändern.',
  missing: (count: number) =>
    count === 1
      ? 'Eine Angabe fehlt noch oder stimmt nicht'
      : `${count} Angaben fehlen noch oder stimmen nicht`,
  missingText: 'Bitte ergänzen Sie diese Angaben, dann können Sie den Antrag absenden.',
  warnings: 'Bitte sehen Sie noch einmal hin',
  empty: 'keine Angabe',
  notYet: 'fehlt noch',
  next: 'Was nach dem Absenden passiert',
  nextText:
    'Sind Sie offline, bleibt der Antrag auf diesem Gerät und geht von selbst ab, sobald Sie Netz haben. Danach bekommen Sie eine Nummer für Ihren Vorgang.',
  start: 'Antrag beginnen',
  submit: 'Antrag absenden',
  submitting: 'Antrag wird übergeben …',
  failed:
    'Der Antrag konnte noch nicht übergeben werden. Ihre Antworten sind weiter gespeichert. Bitte versuchen Sie es noch einmal.',
  nothing: 'Auf diesem Gerät ist kein Antrag angefangen.',
};

export type ReviewCopy = typeof copy;
