import type { ProblemCode, WarningCode } from '@jena/shared/forms';

/** What a sentence about an answer may mention. Dates come as people write them. */
type Params = Record<string, string>;

const problems: Record<ProblemCode, (label: string, params: Params) => string> = {
  required: (label) => `Diese Angabe fehlt noch: ${label}`,
  malformed: (label) => `Diese Angabe können wir nicht lesen: ${label}`,
  mustBe: (label) => `Bitte bestätigen Sie: ${label}`,
  tooShort: (label, { limit }) => `${label}: Bitte geben Sie mindestens ${limit} Zeichen ein.`,
  tooLong: (label, { limit }) => `${label}: Bitte geben Sie höchstens ${limit} Zeichen ein.`,
  pattern: (label) => `${label}: Diese Schreibweise kennen wir nicht. Bitte prüfen Sie Ihre Eingabe.`,
  charset: (label, { characters }) =>
    `${label}: Diese Zeichen kann das Melderegister nicht speichern: ${characters}. Bitte schreiben Sie den Namen mit lateinischen Buchstaben, so wie im Pass.`,
  email: (label) => `${label}: Bitte geben Sie eine Adresse wie name@beispiel.de ein.`,
  number: (label) => `${label}: Bitte geben Sie eine ganze Zahl ein.`,
  money: (label) => `${label}: Bitte geben Sie einen Betrag in Euro ein, zum Beispiel 850 oder 850,50.`,
  iban: (label) =>
    `${label}: Diese IBAN stimmt nicht. Bitte vergleichen Sie sie mit Ihrer Bankkarte oder Ihrem Kontoauszug.`,
  min: (label, { limit }) => `${label}: Bitte geben Sie mindestens ${limit} ein.`,
  max: (label, { limit }) => `${label}: Bitte geben Sie höchstens ${limit} ein.`,
  date: (label) =>
    `${label}: Dieses Datum gibt es nicht. Bitte geben Sie Tag, Monat und Jahr mit vier Ziffern ein.`,
  tooEarly: (label, { limit }) => `${label}: Der Tag darf nicht vor dem ${limit} liegen.`,
  tooLate: (label, { limit }) => `${label}: Der Tag darf nicht nach dem ${limit} liegen.`,
  notInList: (label) => `${label}: Bitte wählen Sie eine der angebotenen Antworten.`,
  tooManyFiles: (label, { limit }) =>
    `${label}: Höchstens ${limit} Dateien sind möglich. Bitte entfernen Sie einige.`,
  tooManyChoices: (label, { limit }) =>
    `${label}: Sie können höchstens ${limit} auswählen. Bitte entfernen Sie einige.`,
  mediaType: (label) => `${label}: Möglich sind Fotos (JPEG, PNG) und PDF-Dateien.`,
};

const warnings: Record<WarningCode, (params: Params) => string> = {
  before: ({ limit }) =>
    `Dieser Tag liegt vor dem ${limit}. Bitte prüfen Sie ihn. Sie können trotzdem weitermachen.`,
  after: ({ limit }) =>
    `Dieser Tag liegt nach dem ${limit}. Bitte prüfen Sie ihn. Sie können trotzdem weitermachen.`,
  notInList: () => 'Das steht nicht in unserem Verzeichnis. Ist es richtig, machen Sie einfach weiter.',
};

export const copy = {
  problems,
  /** Beside the question itself, which needs no repeating. */
  requiredHere: 'Diese Angabe fehlt noch.',
  warnings,
  yes: 'Ja',
  personProblem: (person: string, sentence: string) => `${person} – ${sentence}`,

  fromCard: 'aus Ihrem Online-Ausweis',
  fromProfile: 'aus Ihrem Konto',
  fromVault: 'aus einem Dokument in Ihrem Tresor',
  fromEarlier: 'aus einem früheren Antrag',
  fromBundId: 'aus Ihrer BundID',
  fromParty: 'wie unter „Für andere handeln“ angegeben',
  newQuestion: (labels: string[]) =>
    labels.length === 1 ? `Neue Frage: ${labels[0]}` : `${labels.length} neue Fragen: ${labels.join('; ')}`,
  saving: 'Wird gespeichert …',
  savedAt: (time: string) => `Gespeichert um ${time}`,
  savedWhere: 'auf diesem Gerät',
  savedInAccount: 'in Ihrem Konto',
  saveFailed: {
    title: 'Ihre Antworten konnten gerade nicht gespeichert werden',
    text: 'Sie stehen noch auf dieser Seite. Bitte schließen Sie die Seite nicht. Geben Sie auf dem Gerät etwas Speicher frei und versuchen Sie es noch einmal.',
    again: 'Noch einmal speichern',
  },
  notSavedYet: 'Wir speichern Ihre Antworten, während Sie tippen.',

  openFailed: {
    title: 'Ihre Antworten lassen sich gerade nicht öffnen',
    text: 'Der Speicher Ihres Browsers antwortet nicht. Was gespeichert war, ist noch da. Im privaten Modus erlauben manche Browser das Speichern nicht.',
    again: 'Noch einmal öffnen',
  },

  next: 'Weiter',
  reading: 'Datei wird gelesen …',
  backToReview: 'Speichern und zurück zur Übersicht',
  previous: 'Zurück',
  toIntro: 'Zur Übersicht des Antrags',
  steps: 'Alle Schritte ansehen',
  stepState: {
    done: 'fertig',
    current: 'hier sind Sie',
    incomplete: 'noch nicht vollständig',
    open: 'kommt noch',
  },
  stepReview: 'Prüfen und absenden',
  notNeeded: {
    title: 'Diese Seite brauchen Sie nicht',
    text: 'Nach Ihren bisherigen Antworten fragen wir hier nichts. Was Sie schon geschrieben haben, bleibt gespeichert.',
    action: 'Weiter im Antrag',
  },

  person: (number: number) => `Person ${number}`,
  addItem: 'Noch eine Person hinzufügen',
  removeItem: (name: string) => `${name} entfernen`,
  addChoice: 'Noch eine hinzufügen',
  removeChoice: (name: string) => `${name} entfernen`,
  choice: (number: number) => `${number}. Angabe`,
  readPrivacy: 'Datenschutzhinweise lesen (öffnet sich in einem neuen Fenster)',
  bundle: {
    shared: (parts: string) => `Diese Angaben gelten für: ${parts}`,
    becomes: (count: number) => (count === 1 ? 'Daraus wird ein Antrag' : `Daraus werden ${count} Anträge`),
    waits: 'bleibt für später',
  },
  captureLoading: 'Die Kamera wird vorbereitet …',
};

export type FormsCopy = typeof copy;
