import { defineCopy } from '../../lib/copy.ts';

export const tellingCopy = defineCopy({
  de: () => import('./telling.copy.de.ts'),
  en: () => import('./telling.copy.en.ts'),
});
