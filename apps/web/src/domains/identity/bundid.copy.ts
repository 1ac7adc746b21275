import { defineCopy } from '../../lib/copy.ts';

export const bundIdCopy = defineCopy({
  de: () => import('./bundid.copy.de.ts'),
  en: () => import('./bundid.copy.en.ts'),
});
