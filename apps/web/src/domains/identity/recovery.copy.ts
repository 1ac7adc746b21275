import { defineCopy } from '../../lib/copy.ts';

export const recoveryCopy = defineCopy({
  de: () => import('./recovery.copy.de.ts'),
  en: () => import('./recovery.copy.en.ts'),
});
