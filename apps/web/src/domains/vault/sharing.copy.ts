import { defineCopy } from '../../lib/copy.ts';

export const sharingCopy = defineCopy({
  de: () => import('./sharing.copy.de.ts'),
  en: () => import('./sharing.copy.en.ts'),
});
