import { defineCopy } from '../../lib/copy.ts';

export const exportCopy = defineCopy({
  de: () => import('./export.copy.de.ts'),
  en: () => import('./export.copy.en.ts'),
});
