import { defineCopy } from '../../lib/copy.ts';

/** Names of kinds of documents and of the folders that they lie in. */
export const documentTypeCopy = defineCopy({
  de: () => import('./types.copy.de.ts'),
  en: () => import('./types.copy.en.ts'),
});
