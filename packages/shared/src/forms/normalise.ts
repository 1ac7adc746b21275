import type { Day } from '../kernel/days.ts';
import type { Answer, FieldShape, GroupItem } from './answers.ts';
import { parseDay } from './dates.ts';
import { compactIban } from './iban.ts';
import { parseMoney } from './money.ts';

/**
 * An answer as it is stored: accents composed (NFC), no stray spaces, dates as Day, numbers as numbers, money as cents.
 * What cannot be read stays as it was typed, so that validation can say so and the person can mend it.
 */
export function normalise(field: FieldShape, answer: Answer, today: Day): Answer {
  switch (field.type) {
    case 'text':
      if (typeof answer !== 'string') return answer;
      return field.rules?.compact ? oneLine(answer).replaceAll(' ', '').toUpperCase() : oneLine(answer);
    case 'textarea':
      return typeof answer === 'string' ? answer.normalize('NFC').replaceAll('\r\n', '\n').trim() : answer;
    case 'email':
      return typeof answer === 'string' ? normaliseEmail(answer) : answer;
    case 'tel':
      return typeof answer === 'string' ? oneLine(answer).replaceAll(/[\u2010-\u2015]/g, '-') : answer;
    case 'number':
      return typeof answer === 'string' && /^\s*[+-]?\d{1,15}\s*$/.test(answer) ? Number(answer) : answer;
    case 'money':
      return typeof answer === 'string' ? (parseMoney(answer) ?? oneLine(answer)) : answer;
    case 'iban':
      return typeof answer === 'string' ? compactIban(answer) : answer;
    case 'date':
      return typeof answer === 'string' ? (parseDay(answer, today) ?? oneLine(answer)) : answer;
    case 'multiselect':
    case 'checkboxGroup':
      return isCodes(answer) ? [...new Set(answer)] : answer;
    case 'group':
      return isItems(answer) ? answer.map((item) => normaliseItem(field, item, today)) : answer;
    default:
      return answer;
  }
}

/** Lower case in the domain part only: the part before @ may tell cases apart (RFC 5321 §2.4). */
function normaliseEmail(text: string): string {
  const trimmed = text.normalize('NFC').replaceAll(/\s+/g, '');
  const at = trimmed.lastIndexOf('@');
  return at < 0 ? trimmed : trimmed.slice(0, at) + trimmed.slice(at).toLowerCase();
}

function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\s\u00ad\u200b]+/g, ' ')
    .trim();
}

function normaliseItem(group: FieldShape, item: GroupItem, today: Day): GroupItem {
  const known = new Map((group.fields ?? []).map((field) => [field.name, field]));
  return Object.fromEntries(
    Object.entries(item).map(([name, answer]) => {
      const field = known.get(name);
      return [name, field ? (normalise(field, answer, today) as GroupItem[string]) : answer];
    }),
  );
}

/** True for a list of codes. */
export function isCodes(answer: unknown): answer is string[] {
  return Array.isArray(answer) && answer.every((part) => typeof part === 'string');
}

/** True for the items of a repeated group. */
export function isItems(answer: unknown): answer is GroupItem[] {
  return (
    Array.isArray(answer) &&
    answer.every((part) => typeof part === 'object' && part !== null && !Array.isArray(part))
  );
}
