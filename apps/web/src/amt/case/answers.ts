import type { Answers, CaseDocument } from '@jena/shared/cases';
import {
  type Answer,
  type FieldShape,
  type FormContext,
  isEmpty,
  isItems,
  type ReachedField,
  reach,
} from '@jena/shared/forms';
import { cityTime, type Instant } from '@jena/shared/kernel';
import { formsCopy } from '../../domains/forms/copy.ts';
import { contextOf, type FormData } from '../../domains/forms/form-data.ts';
import { answerInWords, itemNumber } from '../../domains/forms/words.ts';
import { caseCopy } from '../copy.case.de.ts';

/** One question with its answer in words; `files` instead of words for papers. */
export type AnswerLine = { id: string; label: string; value: string; files?: readonly CaseDocument[] };
export type AnswerGroup = { id: string; title: string; lines: AnswerLine[] };

const speaker = () => ({ copy: formsCopy.get('de'), language: 'de' as const });

/** Papers by the form's field that they serve; what the city issued is no answer. */
export function filesByField(documents: readonly CaseDocument[]): Record<string, CaseDocument[]> {
  return Object.groupBy(
    documents.filter((document) => !document.issuedByCity),
    (document) => document.field,
  ) as Record<string, CaseDocument[]>;
}

/** What the rules looked at when the application came in: a date that was fine then is still fine. */
export function contextAt(
  data: FormData,
  documents: readonly CaseDocument[],
  submittedAt: Instant,
): FormContext {
  return { ...contextOf(data, filesByField(documents)), today: cityTime(new Date(submittedAt)).day };
}

/**
 * The answers as the form asked them, page by page. What the form of today no longer asks follows at the end:
 * nothing that a person said is left out.
 */
export function answerGroups(
  data: FormData,
  answers: Answers,
  documents: readonly CaseDocument[],
  context: FormContext,
): AnswerGroup[] {
  const files = filesByField(documents);
  const reached = reach(data.form, answers, context);
  const groups = reached.pages.flatMap(({ page, fields }) => pageGroups(page, fields, data, files));
  const left = leftOver(data, answers, new Set(Object.keys(reached.answers)));
  return left.length > 0 ? [...groups, { id: 'left-over', title: caseCopy.leftOver, lines: left }] : groups;
}

function pageGroups(
  page: { id: string; title: string },
  fields: readonly ReachedField[],
  data: FormData,
  files: Record<string, CaseDocument[]>,
): AnswerGroup[] {
  const own = fields.filter(({ field }) => field.type !== 'group');
  const lines = own.flatMap((reached) => line(reached, data, files));
  const items = fields.flatMap(({ field, items: inner = [] }) =>
    inner.map((item, index) => ({
      id: `${page.id}-${field.name}-${index}`,
      title: caseCopy.person(itemNumber(field, index)),
      lines: item.flatMap((reached) => line(reached, data, files)),
    })),
  );
  return [{ id: page.id, title: page.title, lines }, ...items].filter((group) => group.lines.length > 0);
}

function line(
  { field, path, answer }: ReachedField,
  data: FormData,
  files: Record<string, CaseDocument[]>,
): AnswerLine[] {
  const label = labelOf(field);
  if (field.type === 'file') {
    const given = files[field.name] ?? [];
    return given.length > 0 || field.required ? [{ id: path, label, value: '', files: given }] : [];
  }
  const value = answerInWords(field, answer, data, speaker());
  return value === '' && !field.required ? [] : [{ id: path, label, value }];
}

const labelOf = (field: FieldShape) => (typeof field.label === 'string' ? field.label : field.label.de);

function leftOver(data: FormData, answers: Answers, shown: ReadonlySet<string>): AnswerLine[] {
  const fields = new Map(data.form.pages.flatMap((page) => page.fields).map((field) => [field.name, field]));
  return Object.entries(answers).flatMap(([name, answer]) => {
    if (shown.has(name) || isEmpty(answer)) return [];
    const field = fields.get(name);
    const words = field && answerInWords(field, answer, data, speaker());
    return [{ id: name, label: field?.label ?? name, value: words || rawWords(answer) }];
  });
}

/** Answers as they are stored, for a form that is not in the catalogue. */
export function rawLines(answers: Answers): AnswerLine[] {
  return Object.entries(answers).map(([name, answer]) => ({
    id: name,
    label: name,
    value: rawWords(answer),
  }));
}

function rawWords(answer: Answer): string {
  if (isItems(answer)) return answer.map((item) => Object.values(item).map(String).join(', ')).join('; ');
  return Array.isArray(answer) ? answer.join(', ') : String(answer);
}

/** The papers that a form knows, those first that these answers call for. */
export function fileFields(
  data: FormData,
  answers: Answers,
  context: FormContext,
): { name: string; label: string }[] {
  const asked = new Set(
    reach(data.form, answers, context).pages.flatMap(({ fields }) => fields.map(({ field }) => field.name)),
  );
  return data.form.pages
    .flatMap((page) => page.fields)
    .filter((field) => field.type === 'file')
    .map(({ name, label }) => ({ name, label }))
    .sort((a, b) => Number(asked.has(b.name)) - Number(asked.has(a.name)));
}
