import { type LetterValue, placesIn } from '@jena/shared/cases';
import { deskCopy } from '../copy.desk.de.ts';

/** A reason that a person reads: long enough to say something, as the server asks it. */
export function checkReason(text: string): 'short' | 'long' | undefined {
  const length = text.trim().length;
  if (length < 10) return 'short';
  return length > 1000 ? 'long' : undefined;
}

/** Adds a template to what stands there, once. */
export function withTemplate(text: string, template: string): string {
  if (text.includes(template)) return text;
  const before = text.trim();
  return before === '' ? template : `${before}\n\n${template}`;
}

/** What a text block left open, as a sentence: such a text is not sent. */
export function openPlaces(text: string): string | undefined {
  const open = placesIn(text);
  if (open.length === 0) return undefined;
  const names: Readonly<Record<string, string>> = deskCopy.letters.names satisfies Record<
    LetterValue,
    string
  >;
  return deskCopy.letters.open(
    open.map((name) => (Object.hasOwn(names, name) ? names[name] : name)).join(', '),
  );
}
