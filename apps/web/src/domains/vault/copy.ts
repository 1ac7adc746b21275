import { defineCopy } from '../../lib/copy.ts';

export const vaultCopy = defineCopy({ de: () => import('./copy.de.ts'), en: () => import('./copy.en.ts') });
