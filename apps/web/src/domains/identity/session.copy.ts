import { defineCopy } from '../../lib/copy.ts';

export const sessionCopy = defineCopy({
  de: () => import('./session.copy.de.ts'),
  en: () => import('./session.copy.en.ts'),
});
