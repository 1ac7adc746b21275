import type { Language } from '@jena/shared/kernel';
import type { LoadedPage } from './lib/load.ts';
import type { RouteDef } from './lib/page.ts';
import { shellCopy } from './shell/copy.ts';
import { uiCopy } from './ui/copy.ts';

export const productName: Record<Language, string> = {
  de: 'Jena – Ihre Verwaltung',
  en: 'Jena – your city office',
};

/** What every page shows whose address nobody knows. */
export const notFoundRoute: RouteDef = {
  path: '/404',
  area: 'start',
  load: async () => (await import('./shell/not-found.page.tsx')).page,
};

/** The frame with a skeleton in it; stands until the real page is loaded. */
export const shellRoute: RouteDef = {
  path: '/_shell',
  area: 'start',
  load: async () => (await import('./shell/loading.page.tsx')).page,
};

/** Words that stand on every page. */
export async function loadAppCopies(language: Language): Promise<void> {
  await Promise.all([shellCopy.load(language), uiCopy.load(language)]);
}

/** Puts the page's name into the window's title; gives the name alone. */
export function nameDocument(page: LoadedPage, language: Language): string {
  const title = page.module.title({ data: page.data, params: page.params, language });
  document.title = `${title} – ${productName[language]}`;
  return title;
}
