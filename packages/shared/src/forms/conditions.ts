import { type Day, isDay } from '../kernel/days.ts';
import { assertNever } from '../kernel/errors.ts';
import { type Answer, isEmpty, scalarText } from './answers.ts';
import { ageOn } from './dates.ts';
import type { Condition } from './definition.ts';

/** Finds the answer of a field; `group.field` gives that field of every item. */
export type Lookup = (field: string) => Answer | readonly Answer[] | undefined;

/**
 * True when a condition holds. A field inside a group (`persons.birthDate`) is met when any item meets it.
 * A question nobody answered meets no comparison, only `not`.
 */
export function holds(condition: Condition, lookup: Lookup, today: Day): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, lookup, today));
  if ('any' in condition) return condition.any.some((part) => holds(part, lookup, today));
  if ('not' in condition) return !holds(condition.not, lookup, today);
  const answer = lookup(condition.field);
  if (isEmpty(answer)) return condition.op === 'eq' && condition.value === false;
  switch (condition.op) {
    case 'notEmpty':
      return true;
    case 'in':
      return each(answer).some((value) => condition.value.some((wanted) => same(value, wanted)));
    case 'eq':
      return each(answer).some((value) => same(value, condition.value));
    case 'contains':
      return Array.isArray(answer)
        ? answer.flat().some((value) => same(value, condition.value))
        : (scalarText(answer)?.includes(String(condition.value)) ?? false);
    case 'gt':
      return each(answer).some((value) => compare(value, condition.value) > 0);
    case 'lt':
      return each(answer).some((value) => compare(value, condition.value) < 0);
    case 'ageLt':
    case 'childAgeLt':
      return each(answer).some((value) => isYounger(value, Number(condition.value), today));
    default:
      return assertNever(condition);
  }
}

/** Every field that a condition reads, groups as `group.field`. */
export function fieldsOf(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(fieldsOf);
  if ('any' in condition) return condition.any.flatMap(fieldsOf);
  if ('not' in condition) return fieldsOf(condition.not);
  return [condition.field];
}

function each(answer: unknown): unknown[] {
  return Array.isArray(answer) ? answer : [answer];
}

function same(value: unknown, wanted: string | number | boolean): boolean {
  return scalarText(value) === String(wanted);
}

/** Numbers as numbers, everything else (days, codes) as text; NaN compares with nothing. */
function compare(value: unknown, limit: string | number | boolean): number {
  const text = scalarText(value);
  if (text === undefined) return Number.NaN;
  if (typeof limit === 'number') return Number(text) - limit;
  return text === String(limit) ? 0 : text > String(limit) ? 1 : -1;
}

/** A birth date, or any date of a group's item (`childAgeLt` on a whole group). */
function isYounger(value: unknown, years: number, today: Day): boolean {
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).some((part) => isYounger(part, years, today));
  }
  return typeof value === 'string' && isDay(value) && value <= today && ageOn(value, today) < years;
}
