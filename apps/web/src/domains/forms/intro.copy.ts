import { defineCopy } from '../../lib/copy.ts';
import type { IntroCopy } from './intro.copy.de.ts';

export const introCopy = defineCopy<IntroCopy>({
  de: () => import('./intro.copy.de.ts'),
  en: () => import('./intro.copy.en.ts'),
});
