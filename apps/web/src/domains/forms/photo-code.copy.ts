import { defineCopy } from '../../lib/copy.ts';

export const photoCodeCopy = defineCopy({
  de: () => import('./photo-code.copy.de.ts'),
  en: () => import('./photo-code.copy.en.ts'),
});
