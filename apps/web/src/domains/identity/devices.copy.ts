import { defineCopy } from '../../lib/copy.ts';

export const devicesCopy = defineCopy({
  de: () => import('./devices.copy.de.ts'),
  en: () => import('./devices.copy.en.ts'),
});
