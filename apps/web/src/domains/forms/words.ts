import type {
  Answer,
  FieldShape,
  Finding,
  Problem,
  ProblemCode,
  Warning,
  WarningCode,
} from '@jena/shared/forms';
import { groupedIban, isCodes, isItems, parseDay, parseMoney } from '@jena/shared/forms';
import { type Day, isDay, type Language } from '@jena/shared/kernel';
import { formatMoney } from '../../lib/format.ts';
import type { FormsCopy } from './copy.de.ts';
import type { FormDraft } from './draft-session.ts';
import type { FormData } from './form-data.ts';

export type LocalField = FormData['form']['pages'][number]['fields'][number];

/** The id of a question's control; the error summary and „Ändern“ lead there. */
export function fieldId(path: string): string {
  return `feld-${path.replaceAll('.', '-')}`;
}

const dayFormats = new Map<Language, Intl.DateTimeFormat>();

/** „16. November 2026“. */
export function dayInWords(day: Day, language: Language): string {
  const format =
    dayFormats.get(language) ??
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC' });
  dayFormats.set(language, format);
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** Problems that the form's own sentence explains better than the general one. */
const ownSentence: ReadonlySet<ProblemCode> = new Set([
  'pattern',
  'min',
  'max',
  'tooEarly',
  'tooLate',
  'notInList',
  'mustBe',
]);

type Speaker = { copy: FormsCopy; language: Language };

function params(finding: Finding<string>, language: Language): Record<string, string> {
  return Object.fromEntries(
    Object.entries(finding.params).map(([name, value]) => [
      name,
      typeof value === 'string' && isDay(value) ? dayInWords(value, language) : String(value),
    ]),
  );
}

/** What is wrong and what to do, in one sentence. */
export function problemSentence(
  field: LocalField,
  problem: Finding<ProblemCode>,
  { copy, language }: Speaker,
): string {
  if (field.rules?.message && ownSentence.has(problem.code)) return field.rules.message;
  return copy.problems[problem.code](field.label, params(problem, language));
}

/** What is unusual about an answer, in one sentence. */
export function warningSentence(
  field: LocalField,
  warning: Finding<WarningCode>,
  { copy, language }: Speaker,
): string {
  return field.rules?.warning ?? copy.warnings[warning.code](params(warning, language));
}

/** Finds the field of a path such as 'persons.0.birthDate', and which item it belongs to. */
export function fieldAt(
  form: FormData['form'],
  path: string,
): { field: LocalField; group?: LocalField; item: number } | undefined {
  const [name, index, inner] = path.split('.');
  const field = form.pages.flatMap((page) => page.fields).find((known) => known.name === name);
  if (!field || inner === undefined) return field && { field, item: 0 };
  const child = field.fields?.find((known) => known.name === inner);
  return child && { field: child, group: field, item: Number(index) };
}

/** A finding as a line of a summary: „Person 2 – Diese Angabe fehlt noch: …“. */
export function placedSentence(
  form: FormData['form'],
  found: Problem | Warning,
  kind: 'problem' | 'warning',
  speaker: Speaker,
) {
  const place = fieldAt(form, found.path);
  if (!place) return '';
  const sentence =
    kind === 'problem'
      ? problemSentence(place.field, found as Problem, speaker)
      : warningSentence(place.field, found as Warning, speaker);
  return place.group
    ? speaker.copy.personProblem(speaker.copy.person(itemNumber(place.group, place.item)), sentence)
    : sentence;
}

/** How people count the items of a group: the applicant is person 1, so the group starts with person 2. */
export function itemNumber(group: FieldShape, item: number): number {
  return item + 1 + (group.repeat?.minus ?? 0);
}

/** An answer as people write it; '' when there is none. */
export function answerInWords(
  field: FieldShape,
  answer: Answer | undefined,
  data: FormData,
  speaker: Speaker,
): string {
  if (answer === undefined || answer === '' || isItems(answer)) return '';
  if (isCodes(answer)) return answer.map((code) => codeInWords(field, code, data)).join(', ');
  if (typeof answer === 'boolean') return answer ? speaker.copy.yes : '';
  const text = field.type === 'iban' ? groupedIban(String(answer)) : String(answer);
  if (field.type === 'money') return moneyInWords(answer, speaker.language);
  if (field.type === 'date') {
    const day = parseDay(text, '1970-01-01' as Day);
    return day ? dayInWords(day, speaker.language) : text;
  }
  return field.options || field.type === 'select' ? codeInWords(field, text, data) : text;
}

/** Cents, or what was typed while the form is still open. */
function moneyInWords(answer: string | number, language: Language): string {
  const cents = typeof answer === 'number' ? answer : parseMoney(answer);
  return cents === undefined ? String(answer) : formatMoney(cents, language);
}

function codeInWords(field: FieldShape, code: string, data: FormData): string {
  const label = field.options?.find((option) => option.value === code)?.label;
  if (typeof label === 'string') return label;
  return [...data.countries, ...data.kitas].find((known) => known.code === code)?.name ?? code;
}

/** Where an answer came from when nobody typed it. */
export function originInWords(
  origin: FormDraft['origins'][string] | undefined,
  copy: Pick<
    FormsCopy,
    'fromCard' | 'fromBundId' | 'fromParty' | 'fromProfile' | 'fromVault' | 'fromEarlier'
  >,
): string | undefined {
  if (origin === 'card') return copy.fromCard;
  if (origin === 'bundid') return copy.fromBundId;
  if (origin === 'profile') return copy.fromProfile;
  if (origin === 'vault') return copy.fromVault;
  if (origin === 'earlier') return copy.fromEarlier;
  return origin === 'party' ? copy.fromParty : undefined;
}
