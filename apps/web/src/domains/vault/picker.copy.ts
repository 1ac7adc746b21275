import { defineCopy } from '../../lib/copy.ts';

export const pickerCopy = defineCopy({
  de: () => import('./picker.copy.de.ts'),
  en: () => import('./picker.copy.en.ts'),
});
