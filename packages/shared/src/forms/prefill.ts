import type { CardData } from '../account/schema.ts';
import { isDay } from '../kernel/days.ts';
import { type Answer, type Answers, type FieldShape, type FormShape, isEmpty } from './answers.ts';
import type { PrefillSource } from './definition.ts';

/**
 * Where an answer comes from: the card, BundID, what is known of whom the person represents, what the person added to
 * their profile, a document in their vault, an earlier application, or typed (also: changed) by them.
 */
export type Origin = 'card' | 'bundid' | 'party' | 'profile' | 'vault' | 'earlier' | 'person';
export type Origins = Record<string, Origin>;

/** What is known: from the card or BundID, of the represented party, or from the profile. */
type Facts = Partial<CardData> & {
  name?: string | null;
  registerNumber?: string | null;
  email?: string | null;
  phone?: string | null;
};

/**
 * Fills questions that the online ID card, or what is known of a represented party, answers and the person has not. What
 * was typed is never overwritten. Returns all answers, and the origin `source` for those filled now; other origins stay.
 */
export function prefill(
  form: FormShape,
  answers: Answers,
  card: Facts,
  origins: Origins = {},
  source: Exclude<Origin, 'person'> = 'card',
): { answers: Answers; origins: Origins } {
  const filled: Answers = { ...answers };
  const from: Origins = { ...origins };
  for (const field of form.pages.flatMap((page) => page.fields)) {
    if (field.prefill === undefined || !isEmpty(answers[field.name])) continue;
    const answer = answerFrom(field, factOf(field.prefill, card));
    if (answer === undefined) continue;
    filled[field.name] = answer;
    from[field.name] = source;
  }
  return { answers: filled, origins: from };
}

function factOf(source: PrefillSource, card: Facts): string | null {
  const [, name = '', part] = source.split('.');
  if (part !== undefined) return card.address?.[part as keyof NonNullable<CardData['address']>] ?? null;
  const fact = card[name as keyof Facts];
  return typeof fact === 'string' ? fact : null;
}

function answerFrom(field: FieldShape, fact: string | null): Answer | undefined {
  const text = fact?.normalize('NFC').trim();
  if (!text) return undefined;
  const value = field.prefillMap ? field.prefillMap[text] : text;
  if (value === undefined) return undefined;
  // Cards may know only the year of birth ('1950'): then the person must say the day.
  if (field.type === 'date' && !isDay(value)) return undefined;
  if (field.options && !field.codeList && !field.options.some((option) => option.value === value))
    return undefined;
  return field.type === 'multiselect' || field.type === 'checkboxGroup' ? [value] : value;
}
