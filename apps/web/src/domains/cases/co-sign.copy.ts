import { defineCopy } from '../../lib/copy.ts';

export const coSignCopy = defineCopy({
  de: () => import('./co-sign.copy.de.ts'),
  en: () => import('./co-sign.copy.en.ts'),
});
