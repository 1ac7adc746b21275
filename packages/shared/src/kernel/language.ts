/** Languages in the order in which they are offered; `ready` ones have their texts, the others wait for content. */
export const languages = {
  de: { name: 'Deutsch', dir: 'ltr', ready: true },
  en: { name: 'English', dir: 'ltr', ready: true },
  uk: { name: 'Українська', dir: 'ltr', ready: false },
  ar: { name: 'العربية', dir: 'rtl', ready: false },
  ru: { name: 'Русский', dir: 'ltr', ready: false },
  fa: { name: 'فارسی', dir: 'rtl', ready: false },
  vi: { name: 'Tiếng Việt', dir: 'ltr', ready: false },
} as const;

export type KnownLanguage = keyof typeof languages;
/** A language that people can choose today. */
export type Language = 'de' | 'en';
export const readyLanguages = ['de', 'en'] as const satisfies readonly Language[];

/** A text in every ready language. */
export type Text = Record<Language, string>;
