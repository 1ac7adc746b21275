import type { VaultDocument } from '../vault/schema.ts';
import { type Answers, type FieldShape, type FormContext, type FormShape, isEmpty } from './answers.ts';
import type { Origin, Origins } from './prefill.ts';
import { validateField } from './validate.ts';

/**
 * What a person has said before, and which questions ask for it. Each list of questions belongs together: an address is
 * taken whole or not at all. `form.question` is that question of one form, a bare name that of every form.
 */
const facts = {
  /** Where they live now: what they registered last, or gave as their address. */
  address: {
    from: [
      ...['wohnsitz-anmelden', 'wohnsitz-ummelden'].map((form) => addressOf(`${form}.neu_`)),
      addressOf(''),
    ],
    to: [addressOf(''), addressOf('alt_')],
  },
  account: {
    from: [
      ['kontoinhaber', 'iban'],
      ['steuer_kontoinhaber', 'steuer_iban'],
    ],
    to: [
      ['kontoinhaber', 'iban'],
      ['steuer_kontoinhaber', 'steuer_iban'],
    ],
  },
  email: { from: [['email']], to: [['email']] },
  phone: { from: [['telefon']], to: [['telefon']] },
  /** Of the vehicle as it is; a plate that somebody wishes for is another question. */
  plate: { from: plates(), to: plates() },
  /** Who rents the home to them: the issuer of the contract in the vault. */
  landlord: { from: [], to: [['wohnungsgeber_name']] },
  /** Until when the main inspection is valid: the end of the report in the vault. */
  inspection: { from: [], to: [['hu_bis']] },
} satisfies Record<string, { from: string[][]; to: string[][] }>;

export type FactName = keyof typeof facts;
/** The answers of a fact, in the order of its questions; '' where one stayed empty. */
export type Facts = Partial<Record<FactName, string[]>>;

export const factNames = Object.keys(facts) as FactName[];

function addressOf(prefix: string): string[] {
  return ['strasse', 'hausnummer', 'zusatz', 'plz', 'ort'].map((name) => prefix + name);
}

function plates(): string[][] {
  return [
    ['bewohnerparkausweis.kennzeichen'],
    ['wohnsitz-ummelden.kennzeichen'],
    ['kfz-abmelden.kennzeichen'],
    ['kfz-ummelden.altes_kennzeichen'],
    ['umzug.kennzeichen'],
  ];
}

/** The questions that may stay empty in a fact. */
const mayBeEmpty = /(^|[._])zusatz$/;

/** What earlier applications say, the newest word first. `sent`: newest first. */
export function earlierFacts(sent: readonly { form: string; answers: Answers }[]): Facts {
  const found: Facts = {};
  for (const { form, answers } of sent) {
    for (const name of factNames) {
      if (found[name]) continue;
      const said = facts[name].from
        .map((questions) => questions.map((question) => spoken(answers[ownName(question, form) ?? ''])))
        .find((values, index) => isWhole(values, facts[name].from[index] ?? []));
      if (said) found[name] = said;
    }
  }
  return found;
}

/** What documents in the vault say of themselves, the newest first. */
export function vaultFacts(documents: readonly Pick<VaultDocument, 'details' | 'createdAt'>[]): Facts {
  const newest = [...documents]
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt))
    .map(({ details }) => details);
  const landlord = newest.find(({ type, issuer }) => type === 'rental_contract' && issuer !== '')?.issuer;
  const inspection = newest.find(
    ({ type, validUntil }) => type === 'inspection_report' && validUntil,
  )?.validUntil;
  return { ...(landlord && { landlord: [landlord] }), ...(inspection && { inspection: [inspection] }) };
}

type Filled = { answers: Answers; origins: Origins };

/**
 * Fills questions that nobody has answered or touched yet with what is known, marked with where it comes from. What the
 * form would refuse is not filled in.
 */
export function prefillFacts(
  form: FormShape & { slug: string },
  { answers, origins }: Filled,
  known: Facts,
  source: Extract<Origin, 'vault' | 'earlier'>,
  given: { context: FormContext; touched: ReadonlySet<string> },
): Filled {
  const fields = form.pages.flatMap((page) => page.fields);
  const filled: Filled = { answers: { ...answers }, origins: { ...origins } };
  for (const name of factNames) {
    const values = known[name];
    if (!values) continue;
    for (const questions of facts[name].to) {
      for (const asked of places(fields, questions, form.slug)) {
        const pairs = asked.map((field, index) => ({ field, value: values[index] ?? '' }));
        const isFree = pairs.every(
          ({ field }) =>
            !field ||
            ((isEmpty(answers[field.name]) || answers[field.name] === field.initial) &&
              !given.touched.has(field.name)),
        );
        const fits = pairs.every(
          ({ field, value }) =>
            !field || value === '' || validateField(field, value, given.context).problems.length === 0,
        );
        if (!isFree || !fits) continue;
        for (const { field, value } of pairs) {
          if (!field || value === '' || filled.answers[field.name] === value) continue;
          filled.answers[field.name] = value;
          filled.origins[field.name] = source;
        }
      }
    }
  }
  return filled;
}

/** The fields of these questions in a form; in a bundle once for each part that asks them for itself. */
function places(
  fields: readonly FieldShape[],
  questions: readonly string[],
  form: string,
): (FieldShape | undefined)[][] {
  const names = questions.map((question) => ownName(question, form));
  const [first] = names;
  if (first === undefined) return [];
  return fields
    .filter(({ name }) => name === first || name.endsWith(`__${first}`))
    .map(({ name }) => name.slice(0, name.length - first.length))
    .map((prefix) => names.map((name) => fields.find((field) => field.name === prefix + name)));
}

/** How a question is called in this form; undefined when it is one of another form. */
function ownName(question: string, form: string): string | undefined {
  const [of, name] = question.split('.');
  if (name === undefined) return of;
  return of === form ? name : undefined;
}

function spoken(answer: Answers[string] | undefined): string {
  return typeof answer === 'string' ? answer : '';
}

function isWhole(values: readonly string[], questions: readonly string[]): boolean {
  return values.every((value, index) => value !== '' || mayBeEmpty.test(questions[index] ?? ''));
}
