import { defineCopy } from '../../lib/copy.ts';

export const contactCopy = defineCopy({
  de: () => import('./contact.copy.de.ts'),
  en: () => import('./contact.copy.en.ts'),
});
