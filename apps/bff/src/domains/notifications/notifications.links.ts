import type { Language } from '@jena/shared/kernel';

/**
 * The whole address of a page in a language: German at the root, others under their code.
 * Declarative web push opens it without a service worker, so it must not be relative.
 */
export function pageUrl(publicOrigin: string, language: Language, path: string): string {
  const prefix = language === 'de' ? '' : `/${language}`;
  const local = path.startsWith('/?') && prefix !== '' ? `${prefix}${path.slice(1)}` : `${prefix}${path}`;
  return new URL(local, publicOrigin).href;
}
