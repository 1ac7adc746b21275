import { defineCopy } from '../../lib/copy.ts';

export const ownEvidenceCopy = defineCopy({
  de: () => import('./evidence.copy.de.ts'),
  en: () => import('./evidence.copy.en.ts'),
});
