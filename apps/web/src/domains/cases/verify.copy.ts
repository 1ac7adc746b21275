import { defineCopy } from '../../lib/copy.ts';

export const verifyCopy = defineCopy({
  de: () => import('./verify.copy.de.ts'),
  en: () => import('./verify.copy.en.ts'),
});
