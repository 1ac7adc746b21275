import type { Language } from '@jena/shared/kernel';
import { use } from 'react';
import { defineCopy, useLanguage } from '../../lib/copy.ts';
import type { CaptureCopy } from './copy.de.ts';

const captureCopy = defineCopy({ de: () => import('./copy.de.ts'), en: () => import('./copy.en.ts') });

const loading = new Map<Language, Promise<CaptureCopy>>();

/** The words of capturing come with it, not with the page: suspends until they are there. */
export function useCaptureCopy(): CaptureCopy {
  const language = useLanguage();
  let words = loading.get(language);
  if (!words) {
    words = captureCopy.load(language);
    words.catch(() => loading.delete(language));
    loading.set(language, words);
  }
  return use(words);
}
