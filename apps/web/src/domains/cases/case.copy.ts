import { defineCopy } from '../../lib/copy.ts';

/** Words of one case’s page, apart from those that the start page needs too. */
export const caseCopy = defineCopy({
  de: () => import('./case.copy.de.ts'),
  en: () => import('./case.copy.en.ts'),
});
