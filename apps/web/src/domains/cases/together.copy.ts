import { defineCopy } from '../../lib/copy.ts';
import type { TogetherCopy } from './together.copy.de.ts';

export const togetherCopy = defineCopy<TogetherCopy>({
  de: () => import('./together.copy.de.ts'),
  en: () => import('./together.copy.en.ts'),
});
