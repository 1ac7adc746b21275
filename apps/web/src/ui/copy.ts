import { defineCopy } from '../lib/copy.ts';

/** The few words that the components say themselves. The shell loads them before anything renders. */
export const uiCopy = defineCopy({ de: () => import('./copy.de.ts'), en: () => import('./copy.en.ts') });
