import { defineCopy } from '../../lib/copy.ts';

/** Texts of the legal pages; apart from the domain's other words, because only three pages need them. */
export const legalCopy = defineCopy({ de: () => import('./legal.de.ts'), en: () => import('./legal.en.ts') });
