import { defineCopy } from '../../lib/copy.ts';

export const foldersCopy = defineCopy({
  de: () => import('./folders.copy.de.ts'),
  en: () => import('./folders.copy.en.ts'),
});
