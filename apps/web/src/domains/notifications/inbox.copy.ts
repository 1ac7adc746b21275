import { defineCopy } from '../../lib/copy.ts';

export const inboxCopy = defineCopy({
  de: () => import('./inbox.copy.de.ts'),
  en: () => import('./inbox.copy.en.ts'),
});
