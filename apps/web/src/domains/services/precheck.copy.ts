import { defineCopy } from '../../lib/copy.ts';

export const precheckCopy = defineCopy({
  de: () => import('./precheck.copy.de.ts'),
  en: () => import('./precheck.copy.en.ts'),
});
