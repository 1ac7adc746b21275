import { mostPrecheckQuestions } from '@jena/shared/forms';

export const copy = {
  title: (service: string) => `Vorab-Check: ${service}`,
  back: 'Zum Dienst',
  step: (number: number) => `Frage ${number} von höchstens ${mostPrecheckQuestions}`,
  next: 'Weiter',
  previous: 'Vorherige Frage',
  choose: 'Bitte wählen Sie eine Antwort.',
  fits: 'Ja, hier sind Sie richtig',
  fitsNot: 'Dafür gibt es etwas anderes',
  cost: 'Das kostet es',
  duration: 'So lange dauert es',
  evidence: 'Das brauchen Sie',
  noEvidence: 'Sie brauchen keine Unterlagen.',
  office: 'Zuständig',
  answers: 'Ihre Antworten',
  change: 'Ändern',
  changeOf: (question: string) => `Antwort ändern: ${question}`,
  begin: 'Zum Antrag',
  beginning: 'Einen Moment …',
  kept: 'Was Sie hier geantwortet haben, steht im Antrag schon da.',
  notKept:
    'Ihre Antworten ließen sich auf diesem Gerät nicht speichern. Sie können den Antrag trotzdem beginnen.',
  beginAnyway: 'Antrag ohne diese Antworten beginnen',
  go: (service: string) => `Weiter zu: ${service}`,
  toService: 'Mehr zu diesem Dienst',
  private: 'Ihre Antworten bleiben auf diesem Gerät.',
};
export type PrecheckCopy = typeof copy;
