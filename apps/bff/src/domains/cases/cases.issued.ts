import type { LocalForm } from '@jena/content';
import { fillTemplate, type Issued } from '@jena/content/server';
import type { Answers } from '@jena/shared/cases';
import { groupedIban } from '@jena/shared/forms';
import type { MandateKind } from '@jena/shared/mandates';
import type { Letter } from './cases.letter.ts';

type Field = LocalForm['pages'][number]['fields'][number];

const germanDay = (day: string) => day.split('-').reverse().join('.');
const euros = new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' });

/** What a letter confirms about an application: its templates with the answers in words, without what nobody answered. */
export function factsOf(
  issued: Issued,
  form: LocalForm,
  application: { answers: Answers; applicant: string },
): Letter['facts'] {
  const fields = new Map(form.pages.flatMap((page) => page.fields).map((field) => [field.name, field]));
  const inWords = (name: string) =>
    name === 'applicant' ? application.applicant : answerInWords(fields.get(name), application.answers[name]);
  return issued.facts.flatMap(({ label, value }) => {
    const words = fillTemplate(value, inWords);
    return words === '' ? [] : [[label, words] as const];
  });
}

function answerInWords(field: Field | undefined, answer: Answers[string] | undefined): string {
  if (field === undefined || answer === undefined) return '';
  if (typeof answer === 'boolean') return answer ? 'ja' : '';
  const label = (code: string) => field.options?.find((option) => option.value === code)?.label ?? code;
  if (Array.isArray(answer)) {
    const codes = answer.filter((part) => typeof part === 'string');
    return codes.length === answer.length ? codes.map(label).join(', ') : String(answer.length);
  }
  if (field.type === 'date') return germanDay(String(answer));
  if (field.type === 'money') return euros.format(Number(answer) / 100);
  return field.type === 'iban' ? groupedIban(String(answer)) : label(String(answer));
}

const bases: Readonly<Record<MandateKind, string>> = {
  custody: 'als sorgeberechtigter Elternteil',
  power_of_attorney: 'mit Vollmacht',
  business: 'im Namen des Betriebs',
};

type ForAnother = { kind: MandateKind; holder: string; party: string };

/** Who handed the application in for whom, as the letter says it. `holder` is empty for who has left since. */
export function appliedBy({ kind, holder, party }: ForAnother): readonly [string, string] {
  return ['Beantragt von', `${[holder, `für ${party}`].filter(Boolean).join(' ')}, ${bases[kind]}`];
}
