import { type Day, isDay } from '../kernel/days.ts';
import {
  type Answer,
  type AttachedFile,
  type CodeLists,
  type FieldShape,
  type FormContext,
  isEmpty,
} from './answers.ts';
import { foreignCharacters } from './charset.ts';
import { resolveDay } from './dates.ts';
import { isIban } from './iban.ts';
import { isCodes } from './normalise.ts';

/** What can be wrong with an answer; each has a sentence in every language. */
export const problemCodes = [
  'required',
  'malformed',
  'mustBe',
  'tooShort',
  'tooLong',
  'pattern',
  'charset',
  'email',
  'number',
  'money',
  'iban',
  'min',
  'max',
  'date',
  'tooEarly',
  'tooLate',
  'notInList',
  'tooManyFiles',
  'tooManyChoices',
  'mediaType',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** What is unusual and only mentioned, never in the way. */
export const warningCodes = ['before', 'after', 'notInList'] as const;
export type WarningCode = (typeof warningCodes)[number];

export type Finding<Code extends string> = {
  code: Code;
  /** Values for the sentence: the limit, the characters. Never the answer itself. */
  params: Record<string, string | number>;
};
export type Verdict = { problems: Finding<ProblemCode>[]; warnings: Finding<WarningCode>[] };

/** A generous shape: something, one @, a domain with a dot. Whether the address exists shows the first mail. */
const emailPattern = /^[^\s@<>()[\]",;:\\]{1,64}@[^\s@.<>()[\]",;:\\]+(\.[^\s@.<>()[\]",;:\\]+)+$/;

const problem = (code: ProblemCode, params: Finding<ProblemCode>['params'] = {}): Verdict => ({
  problems: [{ code, params }],
  warnings: [],
});
const fine: Verdict = { problems: [], warnings: [] };

/** Judges one normalised answer by its field alone; groups and files have their own ways. At most one problem: the first to mend. */
export function judge(field: FieldShape, answer: Answer | undefined, context: FormContext): Verdict {
  if (field.rules?.mustBe && answer !== true)
    return problem(answer === undefined || answer === false ? 'mustBe' : 'malformed');
  if (isEmpty(answer) || answer === undefined) return field.required ? problem('required') : fine;
  switch (field.type) {
    case 'checkbox':
      return answer === true ? fine : problem('malformed');
    case 'number':
      return judgeNumber(field, answer);
    case 'money':
      return judgeMoney(field, answer);
    case 'iban':
      return typeof answer === 'string' && isIban(answer) ? fine : problem('iban');
    case 'date':
      return judgeDate(field, answer, context.today);
    case 'multiselect':
    case 'checkboxGroup':
      return isCodes(answer) ? judgeChoices(field, answer, context.codeLists) : problem('malformed');
    case 'radio':
    case 'select':
      return typeof answer === 'string'
        ? judgeChoices(field, [answer], context.codeLists)
        : problem('malformed');
    case 'file':
    case 'group':
      return problem('malformed');
    default:
      return typeof answer === 'string' ? judgeText(field, answer, context.codeLists) : problem('malformed');
  }
}

/** Judges the files of a file field. */
export function judgeFiles(field: FieldShape, files: readonly AttachedFile[]): Verdict {
  const { accept, maxFiles } = field.rules ?? {};
  if (files.length === 0) return field.required ? problem('required') : fine;
  if (maxFiles !== undefined && files.length > maxFiles) return problem('tooManyFiles', { limit: maxFiles });
  if (accept && files.some((file) => !accept.includes(keptAs(file.mediaType)))) return problem('mediaType');
  return fine;
}

/** A photograph of an iPhone is kept as JPEG as soon as it has arrived. */
const keptAs = (mediaType: string) => (/^image\/hei[cf]$/.test(mediaType) ? 'image/jpeg' : mediaType);

function judgeText(field: FieldShape, answer: string, codeLists: CodeLists): Verdict {
  const rules = field.rules ?? {};
  const length = [...answer].length;
  if (rules.minLength !== undefined && length < rules.minLength)
    return problem('tooShort', { limit: rules.minLength });
  if (rules.maxLength !== undefined && length > rules.maxLength)
    return problem('tooLong', { limit: rules.maxLength });
  if (field.type === 'email' && (!emailPattern.test(answer) || length > 254)) return problem('email');
  if (rules.charset === 'din91379') {
    const foreign = foreignCharacters(answer);
    if (foreign.length > 0) return problem('charset', { characters: foreign.slice(0, 5).join(' ') });
  }
  if (rules.oneOf && !rules.oneOf.includes(answer))
    return problem('notInList', { list: rules.oneOf.join(', ') });
  if (rules.pattern !== undefined && !new RegExp(rules.pattern, 'u').test(answer)) return problem('pattern');
  // A list behind a text field only suggests: new streets exist before the list knows them.
  if (field.codeList && !foldedList(codeLists[field.codeList]).has(foldStreet(answer))) {
    return { problems: [], warnings: [{ code: 'notInList', params: {} }] };
  }
  return fine;
}

function judgeNumber(field: FieldShape, answer: Answer): Verdict {
  if (typeof answer !== 'number' || !Number.isSafeInteger(answer)) return problem('number');
  const { min, max } = field.rules ?? {};
  if (typeof min === 'number' && answer < min) return problem('min', { limit: min });
  if (typeof max === 'number' && answer > max) return problem('max', { limit: max });
  return fine;
}

/** Cents; the limits are euros, as people read them. */
function judgeMoney(field: FieldShape, answer: Answer): Verdict {
  if (typeof answer !== 'number' || !Number.isSafeInteger(answer)) return problem('money');
  const { min, max } = field.rules ?? {};
  if (typeof min === 'number' && answer < min * 100) return problem('min', { limit: min });
  if (typeof max === 'number' && answer > max * 100) return problem('max', { limit: max });
  return fine;
}

function judgeDate(field: FieldShape, answer: Answer, today: Day): Verdict {
  if (typeof answer !== 'string' || !isDay(answer)) return problem('date');
  const { min, max, warnBefore, warnAfter } = field.rules ?? {};
  const limit = (rule: string | number | undefined) =>
    typeof rule === 'string' ? resolveDay(rule, today) : undefined;
  const earliest = limit(min);
  if (earliest && answer < earliest) return problem('tooEarly', { limit: earliest });
  const latest = limit(max);
  if (latest && answer > latest) return problem('tooLate', { limit: latest });
  const before = limit(warnBefore);
  const after = limit(warnAfter);
  const warnings: Verdict['warnings'] = [];
  if (before && answer < before) warnings.push({ code: 'before', params: { limit: before } });
  if (after && answer > after) warnings.push({ code: 'after', params: { limit: after } });
  return { problems: [], warnings };
}

function judgeChoices(field: FieldShape, answer: readonly string[], codeLists: CodeLists): Verdict {
  const { maxChoices } = field.rules ?? {};
  if (maxChoices !== undefined && answer.length > maxChoices)
    return problem('tooManyChoices', { limit: maxChoices });
  const known = (code: string) =>
    (field.options ?? []).some((option) => option.value === code) ||
    (field.codeList !== undefined && codeLists[field.codeList].has(code));
  return answer.every(known) ? fine : problem('notInList');
}

/** „Lange Str.“, „lange strasse“ and „Lange Straße“ are one street. */
export function foldStreet(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/str(\.|\b)/g, 'strasse')
    .replaceAll(/[\s-]+/g, ' ')
    .trim();
}

const folded = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();
function foldedList(list: ReadonlySet<string>): ReadonlySet<string> {
  const known = folded.get(list) ?? new Set([...list].map(foldStreet));
  folded.set(list, known);
  return known;
}
