import { defineCopy } from '../../lib/copy.ts';

export const automationCopy = defineCopy({
  de: () => import('./copy.de.ts'),
  en: () => import('./copy.en.ts'),
});
