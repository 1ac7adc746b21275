import { defineCopy } from '../../lib/copy.ts';

export const indicatorsCopy = defineCopy({
  de: () => import('./copy.de.ts'),
  en: () => import('./copy.en.ts'),
});

/** Apart from the page: it is asked where an application has arrived. */
export const ratingCopy = defineCopy({
  de: () => import('./rating.copy.de.ts'),
  en: () => import('./rating.copy.en.ts'),
});
