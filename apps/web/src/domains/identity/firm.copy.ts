import { defineCopy } from '../../lib/copy.ts';

export const firmCopy = defineCopy({
  de: () => import('./firm.copy.de.ts'),
  en: () => import('./firm.copy.en.ts'),
});
