import { defineCopy } from '../../lib/copy.ts';
import type { MandatesCopy } from './copy.de.ts';

export const mandatesCopy = defineCopy<MandatesCopy>({
  de: () => import('./copy.de.ts'),
  en: () => import('./copy.en.ts'),
});
