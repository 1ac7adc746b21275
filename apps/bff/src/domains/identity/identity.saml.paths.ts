import type { SamlProviderName } from '@jena/shared/identity';
import type { SamlLogin } from './identity.saml.store.ts';

type Begun = Pick<SamlLogin, 'purpose' | 'returnTo'>;

/** Adds parameters to a path of ours. */
function withQuery(path: string, more: Record<string, string>): string {
  const [before = '/', query = ''] = path.split('?');
  const parameters = new URLSearchParams(query);
  for (const [name, value] of Object.entries(more)) parameters.set(name, value);
  return `${before}?${parameters}`;
}

const inLanguageOf = (returnTo: string, path: string): string =>
  /^\/en(?=[/?]|$)/.test(returnTo) ? `/en${path}` : path;

/** Where a person reads what went wrong; the next try leads where they were going. */
export function samlFailurePath(login: Begun | undefined, code: string): string {
  const fehler = code.split('.')[1] ?? '';
  if (login === undefined) return withQuery('/anmelden', { fehler });
  const { purpose, returnTo } = login;
  if (purpose === 'link') return withQuery(returnTo, { fehler });
  return withQuery(inLanguageOf(returnTo, '/anmelden'), { fehler, zurueck: returnTo });
}

/** Where a person reads that their BundID is new here, and chooses: link it with an account, or begin one. */
export function unknownBundIdPath(returnTo: string): string {
  return withQuery(inLanguageOf(returnTo, '/anmelden/bundid'), { zurueck: returnTo });
}

export function linkedPath(provider: SamlProviderName, returnTo: string): string {
  return withQuery(returnTo, { [provider]: 'verknuepft' });
}
