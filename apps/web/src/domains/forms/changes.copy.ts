import { defineCopy } from '../../lib/copy.ts';

export const changesCopy = defineCopy({
  de: () => import('./changes.copy.de.ts'),
  en: () => import('./changes.copy.en.ts'),
});
