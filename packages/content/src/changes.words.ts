import type { Condition, Field } from '@jena/shared/forms';
import type { Amount } from './schema.ts';

const euro = (cents: number) =>
  new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' })
    .format(cents / 100)
    .replace(/\u00a0/g, ' ');

/** An amount as editors read it. */
export function amountInWords(amount: Amount): string {
  switch (amount.kind) {
    case 'exact':
      return euro(amount.cents);
    case 'range':
      return `${euro(amount.fromCents)} bis ${euro(amount.toCents)}`;
    case 'from':
      return `ab ${euro(amount.cents)}`;
    case 'upTo':
      return `bis ${euro(amount.cents)}`;
    case 'unknown':
      return 'nicht bekannt';
  }
}

type Known = ReadonlyMap<string, { field: Field }>;

/** A condition as editors read it: „Was ist passiert?“ ist „Umzug“. */
export function conditionInWords(condition: Condition, known: Known): string {
  if ('all' in condition) return condition.all.map((part) => conditionInWords(part, known)).join(' und ');
  if ('any' in condition)
    return `(${condition.any.map((part) => conditionInWords(part, known)).join(' oder ')})`;
  if ('not' in condition) return `nicht (${conditionInWords(condition.not, known)})`;
  const field = known.get(condition.field)?.field;
  const question = `„${field?.label.de ?? condition.field}“`;
  if (condition.op === 'notEmpty') return `${question} ist beantwortet`;
  const answer = (value: unknown) =>
    `„${field?.options?.find((option) => option.value === value)?.label.de ?? String(value)}“`;
  switch (condition.op) {
    case 'in':
      return `${question} ist ${condition.value.map(answer).join(' oder ')}`;
    case 'eq':
      return `${question} ist ${answer(condition.value)}`;
    case 'contains':
      return `${question} enthält ${answer(condition.value)}`;
    case 'gt':
      return `${question} ist größer als ${condition.value}`;
    case 'lt':
      return `${question} ist kleiner als ${condition.value}`;
    case 'ageLt':
    case 'childAgeLt':
      return `${question} ergibt ein Alter unter ${condition.value}`;
  }
}
