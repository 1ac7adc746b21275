import type { TransferState, TransferTrouble } from '@jena/shared/handover';

/** What operators read about cases on their way to other systems. */
export const handoverCopy = {
  title: 'Übergabe an andere Systeme',
  off: 'Hier ist kein Zustelldienst eingestellt. Es wird nichts übergeben.',
  counts: (accepted: number, open: number) =>
    `${accepted === 1 ? '1 Vorgang ist' : `${accepted} Vorgänge sind`} angekommen, ${open === 1 ? '1 ist' : `${open} sind`} unterwegs.`,
  allArrived: 'Alles ist angekommen.',
  open: 'Noch nicht angekommen',
  reference: 'Aktenzeichen',
  destination: 'Wohin',
  state: 'Stand',
  attempts: 'Versuche',
  since: 'Seit',
  next: 'Nächster Versuch',
  act: 'Aktion',
  retry: 'Jetzt versuchen',
  retryOf: (reference: string) => `${reference}: jetzt versuchen`,
  retrying: 'Wird versucht …',
  retried: 'Ein neuer Versuch beginnt. Nichts wird doppelt gesendet.',
  states: {
    waiting: 'wartet',
    submitted: 'gesendet, noch ohne Antwort',
    accepted: 'angekommen',
    rejected: 'vom anderen System abgelehnt',
    dead: 'aufgegeben',
    dropped: 'entfallen',
  } satisfies Record<TransferState, string>,
  troubles: {
    unreachable: 'Das andere System antwortet nicht.',
    refused: 'Der Zustelldienst nimmt die Sendung nicht an. Bitte prüfen Sie die Einstellungen.',
    untrusted: 'Schlüssel oder Unterschrift des anderen Systems sind nicht in Ordnung.',
    no_answer: 'Seit zwei Wochen keine Antwort.',
    rejected: 'Das andere System kann die Sendung nicht verwenden.',
    altered: 'Bestätigt wurde etwas anderes, als gesendet wurde.',
  } satisfies Record<TransferTrouble, string>,
};
