import { defineCopy } from '../../lib/copy.ts';

export const leaveCopy = defineCopy({
  de: () => import('./leave.copy.de.ts'),
  en: () => import('./leave.copy.en.ts'),
});
