export const copy = {
  back: 'Dienste',
  ticks: 'Was trifft auf Sie zu?',
  ticksHint: 'Kreuzen Sie alles an, was passt. Sie können es später noch ändern.',
  chooseFirst: 'Bitte wählen Sie zuerst aus, woher Sie ziehen.',
  list: 'Das erledigen Sie zusammen',
  listEmpty: 'Wählen Sie oben aus, was zu Ihnen passt. Dann steht hier alles mit Gebühr und Dauer.',
  listIntro:
    'Jeder Teil geht an das Amt, das dafür zuständig ist. Fehlt Ihnen etwas, lassen Sie einen Teil für später.',
  fee: 'Gebühr',
  time: 'Dauer',
  begin: 'Gemeinsam beginnen',
  beginFailed:
    'Das hat gerade nicht geklappt. Ihre Auswahl steht noch da. Bitte versuchen Sie es noch einmal.',
  once: 'Jede Frage nur einmal',
  onceText:
    'Name, neue Adresse und Kontakt fragen wir einmal für alle Teile. Bei jeder Frage steht, wer die Antwort bekommt. Wir speichern, während Sie tippen, auch ohne Netz.',
  progress: 'So weit sind Sie',
  common: 'Gemeinsame Angaben',
  commonFor: (parts: string) => `Für: ${parts}`,
  pages: (done: number, total: number) => `${done} von ${total} Seiten fertig`,
  noPages: 'Braucht keine weiteren Angaben',
  complete: 'Fertig',
  waits: 'Für später',
  waitsText: 'Ihre gemeinsamen Angaben heben wir dafür auf.',
  later: (part: string) => `${part} später erledigen`,
  now: (part: string) => `${part} doch jetzt erledigen`,
  goOn: (part: string) => `${part} ausfüllen`,
  review: 'Prüfen und absenden',
  ticksChange: 'Etwas dazunehmen oder weglassen',
};

export type BundleCopy = typeof copy;
