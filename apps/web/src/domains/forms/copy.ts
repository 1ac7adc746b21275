import { defineCopy } from '../../lib/copy.ts';
import type { FormsCopy } from './copy.de.ts';

export const formsCopy = defineCopy<FormsCopy>({
  de: () => import('./copy.de.ts'),
  en: () => import('./copy.en.ts'),
});
