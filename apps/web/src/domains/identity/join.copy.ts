import { defineCopy } from '../../lib/copy.ts';

export const joinCopy = defineCopy({
  de: () => import('./join.copy.de.ts'),
  en: () => import('./join.copy.en.ts'),
});
