import { defineCopy } from '../../lib/copy.ts';
import type { BundleCopy } from './bundle.copy.de.ts';

export const bundleCopy = defineCopy<BundleCopy>({
  de: () => import('./bundle.copy.de.ts'),
  en: () => import('./bundle.copy.en.ts'),
});
