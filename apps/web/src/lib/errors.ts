import { defineCopy } from './copy.ts';

/** Sentences for error codes; pages that show errors list it in their `copies`. */
export const errorCopy = defineCopy({
  de: () => import('./errors.copy.de.ts'),
  en: () => import('./errors.copy.en.ts'),
});

/** The stable code of anything thrown at the client: a refused procedure, the phone's storage, a lost network, or the unexpected. */
export function errorCode(error: unknown): string {
  const { data, code: own } = (error ?? {}) as { data?: { appCode?: unknown }; code?: unknown };
  const code = data?.appCode ?? own;
  if (typeof code === 'string') return code;
  const lostNetwork =
    error instanceof TypeError || (error as { cause?: unknown } | undefined)?.cause instanceof TypeError;
  return lostNetwork || (typeof navigator !== 'undefined' && !navigator.onLine)
    ? 'platform.offline'
    : 'platform.unexpected';
}

/** The sentence for an error, in the language of `copy`. */
export function errorSentence(copy: Record<string, string>, error: unknown): string {
  return copy[errorCode(error)] ?? copy['platform.unexpected'] ?? '';
}
