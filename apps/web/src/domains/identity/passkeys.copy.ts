import { defineCopy } from '../../lib/copy.ts';

export const passkeysCopy = defineCopy({
  de: () => import('./passkeys.copy.de.ts'),
  en: () => import('./passkeys.copy.en.ts'),
});
