import type { Language, Text } from '@jena/shared/kernel';

/** A content type in one language: every `Text` becomes a string. */
export type Localized<T> = T extends Text
  ? string
  : T extends readonly (infer Item)[]
    ? Localized<Item>[]
    : T extends object
      ? { [Key in keyof T]: Localized<T[Key]> }
      : T;

function isText(value: object): value is Text {
  const keys = Object.keys(value);
  return (
    keys.length === 2 && typeof (value as Text).de === 'string' && typeof (value as Text).en === 'string'
  );
}

/** Picks one language out of content, deeply. Lists of keywords per language (`{ de: [], en: [] }`) become one list. */
export function localize<T>(value: T, language: Language): Localized<T> {
  if (Array.isArray(value)) return value.map((item) => localize(item, language)) as Localized<T>;
  if (typeof value !== 'object' || value === null) return value as Localized<T>;
  if (isText(value)) return value[language] as Localized<T>;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, localize(item, language)]),
  ) as Localized<T>;
}
