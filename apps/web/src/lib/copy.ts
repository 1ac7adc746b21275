import type { Language } from '@jena/shared/kernel';
import { createContext, use } from 'react';

/**
 * The words of one domain in every language, loaded only in the language that is read.
 * A domain keeps them in `copy.de.ts`, `copy.en.ts`; `copy.ts` ties them together with `defineCopy`.
 */
export type CopyHandle<Copy = unknown> = {
  load: (language: Language) => Promise<Copy>;
  /** The same promise each time, for `use()` in parts that load later than their page. */
  once: (language: Language) => Promise<Copy>;
  /** Only after `load`; the router loads what a page lists in `copies`. */
  get: (language: Language) => Copy;
};

export function defineCopy<Copy>(loaders: Record<Language, () => Promise<{ copy: Copy }>>): CopyHandle<Copy> {
  const loaded = new Map<Language, Copy>();
  const loading = new Map<Language, Promise<Copy>>();
  return {
    once(language) {
      const known = loading.get(language) ?? this.load(language);
      loading.set(language, known);
      return known;
    },
    async load(language) {
      const known = loaded.get(language);
      if (known !== undefined) return known;
      const { copy } = await loaders[language]();
      loaded.set(language, copy);
      return copy;
    },
    get(language) {
      const copy = loaded.get(language);
      if (copy === undefined)
        throw new Error('copy read before it was loaded: list it in the page’s `copies`');
      return copy;
    },
  };
}

export const LanguageContext = createContext<Language>('de');

export function useLanguage(): Language {
  return use(LanguageContext);
}

export function useCopy<Copy>(handle: CopyHandle<Copy>): Copy {
  return handle.get(useLanguage());
}
