import { defineCopy } from '../../lib/copy.ts';

export const cardCopy = defineCopy({
  de: () => import('./card.copy.de.ts'),
  en: () => import('./card.copy.en.ts'),
});
