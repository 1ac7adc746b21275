import { defineCopy } from '../../lib/copy.ts';

export const eidCopy = defineCopy({
  de: () => import('./eid.copy.de.ts'),
  en: () => import('./eid.copy.en.ts'),
});
