import type { Answers } from '@jena/shared/cases';
import type { Confirmation } from './cases.confirmation.ts';

/** What the city issues when it approves an application of a service. */
export type Issued = {
  /** How the document is called in the vault. */
  name: string;
  field: string;
  content(application: {
    answers: Answers;
    applicant: string;
  }): Pick<Confirmation, 'title' | 'basis' | 'sentence' | 'facts'>;
};

const text = (answers: Answers, name: string) => (typeof answers[name] === 'string' ? answers[name] : '');
const germanDay = (day: string) => day.split('-').reverse().join('.');

function addressOf(answers: Answers): string {
  const part = (name: string) => text(answers, name);
  return `${part('neu_strasse')} ${part('neu_hausnummer')}, ${part('neu_plz')} Jena`;
}

const changes: Readonly<Record<string, string>> = {
  umzug: 'Umzug innerhalb von Jena',
  taetigkeit: 'neue Tätigkeit',
  name: 'neuer Name',
};

function changeOf(answers: Answers): string {
  const { aenderung } = answers;
  const codes = Array.isArray(aenderung) ? aenderung : [];
  return codes.flatMap((code) => (typeof code === 'string' ? (changes[code] ?? []) : [])).join(', ');
}

/** Every service with a form has its document here; a test sees to it. */
const issued: Readonly<Record<string, Issued>> = {
  'wohnsitz-anmelden': {
    name: 'Meldebestätigung',
    field: 'meldebestaetigung',
    content: ({ answers, applicant }) => ({
      title: 'Amtliche Meldebestätigung',
      basis: 'nach § 24 Absatz 2 Bundesmeldegesetz (BMG)',
      sentence: 'Hiermit bestätigen wir, dass sich folgende Person bei uns angemeldet hat:',
      facts: [
        ['Name', applicant],
        ['Geburtsdatum', germanDay(text(answers, 'geburtsdatum'))],
        ['Wohnung', addressOf(answers)],
        ['Tag des Einzugs', germanDay(text(answers, 'einzugsdatum'))],
      ],
    }),
  },
  'gewerbe-ummelden': {
    name: 'Empfangsbescheinigung',
    field: 'empfangsbescheinigung',
    content: ({ answers }) => ({
      title: 'Empfangsbescheinigung (Gewerbeschein)',
      basis: 'nach § 15 Absatz 1 Gewerbeordnung (GewO)',
      sentence: 'Hiermit bescheinigen wir, dass uns die Ummeldung dieses Gewerbes angezeigt wurde:',
      facts: [
        ['Betrieb', text(answers, 'neuer_name') || text(answers, 'firma')],
        ['Was sich geändert hat', changeOf(answers)],
        ['Seit', germanDay(text(answers, 'aenderung_ab'))],
        ...(text(answers, 'neu_strasse') ? [['Neue Adresse', addressOf(answers)] as const] : []),
        ...(text(answers, 'neue_taetigkeit')
          ? [['Neue Tätigkeit', text(answers, 'neue_taetigkeit')] as const]
          : []),
      ],
    }),
  },
};

export function issuedFor(serviceSlug: string): Issued | undefined {
  return Object.hasOwn(issued, serviceSlug) ? issued[serviceSlug] : undefined;
}
