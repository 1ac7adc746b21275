import type { EidPurpose } from '@jena/shared/identity';

type Login = { purpose: EidPurpose; returnTo: string };

/** Adds parameters to a path of ours. */
export function withQuery(path: string, more: Record<string, string>): string {
  const [before = '/', query = ''] = path.split('?');
  const parameters = new URLSearchParams(query);
  for (const [name, value] of Object.entries(more)) parameters.set(name, value);
  return `${before}?${parameters}`;
}

/** A path in the language in which the person began. */
function inLanguageOf(returnTo: string, path: string): string {
  return /^\/en(?=[/?]|$)/.test(returnTo) ? `/en${path}` : path;
}

/** Where a person reads what went wrong; the next try leads where they were going. */
export function failurePath(login: Login | undefined, code: string): string {
  const fehler = code.split('.')[1] ?? '';
  if (login === undefined) return withQuery('/anmelden', { fehler });
  const { purpose, returnTo } = login;
  if (purpose === 'card' || purpose === 'join' || purpose === 'verification')
    return withQuery(returnTo, { fehler });
  return withQuery(inLanguageOf(returnTo, '/anmelden'), { fehler, zurueck: returnTo });
}

/** Where somebody who is logged in reads that we do not know this card, and may add it to their account. */
export function addCardPath(returnTo: string): string {
  return withQuery(inLanguageOf(returnTo, '/konto/neuer-ausweis'), {
    ausweis: 'unbekannt',
    zurueck: returnTo,
  });
}

/** Where somebody reads that they seem to have an account already, and says what the new card is. */
export function knownCardPath(returnTo: string): string {
  return withQuery(inLanguageOf(returnTo, '/anmelden/bekannt'), { zurueck: returnTo });
}

/** Where a person reads that their card is new here, and why it is read once more. */
export function registrationPath(returnTo: string): string {
  return withQuery(inLanguageOf(returnTo, '/anmelden/neu'), { zurueck: returnTo });
}
