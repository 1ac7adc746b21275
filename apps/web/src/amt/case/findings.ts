import type { StaffCase } from '@jena/shared/cases';
import { type Finding, type FormContext, validateForm, type WarningCode } from '@jena/shared/forms';
import { type Day, daysBetween, isDay } from '@jena/shared/kernel';
import type { FormData } from '../../domains/forms/form-data.ts';
import { dayInWords, fieldAt, itemNumber } from '../../domains/forms/words.ts';
import { caseCopy } from '../copy.case.de.ts';

/** What a caseworker should look at twice: unusual answers, missing ones, another version of the form. */
export function findingsOf(data: FormData, staffCase: StaffCase, context: FormContext): string[] {
  const { problems, warnings } = validateForm(data.form, staffCase.answers, context);
  const sentences = [
    ...warnings.map((warning) =>
      at(data, warning.path, (label) => warningSentence(label, warning, data, staffCase, context)),
    ),
    ...problems.map((problem) => at(data, problem.path, caseCopy.finding.problem)),
  ];
  if (staffCase.formVersion !== data.form.version)
    sentences.push(caseCopy.finding.olderForm(staffCase.formVersion));
  return [...new Set(sentences)];
}

function at(data: FormData, path: string, say: (label: string) => string): string {
  const place = fieldAt(data.form, path);
  const sentence = say(place?.field.label ?? path);
  return place?.group ? `${caseCopy.person(itemNumber(place.group, place.item))} – ${sentence}` : sentence;
}

function warningSentence(
  label: string,
  warning: Finding<WarningCode> & { path: string },
  data: FormData,
  { answers }: StaffCase,
  { today }: FormContext,
): string {
  const { finding } = caseCopy;
  const value = valueAt(answers, warning.path);
  if (warning.code === 'notInList' || !isDay(value)) return finding.notInList(label, value);
  const words = dayInWords(value as Day, 'de');
  if (warning.code === 'after') return finding.future(label, words);
  const rule = fieldAt(data.form, warning.path)?.field.rules?.warnBefore;
  const usual = Number(/^today-(\d+)$/.exec(rule ?? '')?.[1] ?? 0);
  return finding.past(label, words, daysBetween(value as Day, today), usual);
}

function valueAt(answers: StaffCase['answers'], path: string): string {
  const [name = '', index, inner] = path.split('.');
  const answer = answers[name];
  if (inner === undefined) return String(answer ?? '');
  const item = Array.isArray(answer) ? answer[Number(index)] : undefined;
  return typeof item === 'object' ? String(item[inner] ?? '') : '';
}
