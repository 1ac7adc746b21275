/** Where a text block is offered. */
export const letterUses = ['request', 'reject', 'message'] as const;
export type LetterUse = (typeof letterUses)[number];

/** What a block may say about a case; the values come from the case when the block is taken. */
export const letterValues = ['name', 'reference', 'service', 'paper', 'due', 'received', 'office'] as const;
export type LetterValue = (typeof letterValues)[number];

/** A text block as data. Values stand in it as `{{name}}`. */
export type LetterBlock = { id: string; uses: readonly LetterUse[]; name: string; text: string };

const place = /\{\{\s*([a-zA-Z]*)\s*\}\}/g;

/** Names of the places in a text, each once, in their order. */
export function placesIn(text: string): string[] {
  return [...new Set([...text.matchAll(place)].map(([, name = '']) => name))];
}

/** A value from a form is text: nothing in it may open a place of its own, break a line or stay invisible. */
const plain = (value: string): string =>
  value
    .replaceAll(/\p{C}+/gu, ' ')
    .replaceAll(/\{\{|\}\}/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/**
 * Puts the values of a case into a text. A place without a value stays as it is, so that whoever writes sees it, and is
 * named in `missing`. What values bring along is never read as a place.
 */
export function fillLetter(
  text: string,
  values: Partial<Record<LetterValue, string>>,
): { text: string; missing: string[] } {
  const missing: string[] = [];
  const filled = text.replaceAll(place, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? plain(values[name as LetterValue] ?? '') : '';
    if (value !== '') return value;
    if (!missing.includes(name)) missing.push(name);
    return whole;
  });
  return { text: filled, missing };
}
