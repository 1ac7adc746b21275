import { defineCopy } from '../lib/copy.ts';

/** The words around every page. */
export const shellCopy = defineCopy({ de: () => import('./copy.de.ts'), en: () => import('./copy.en.ts') });
