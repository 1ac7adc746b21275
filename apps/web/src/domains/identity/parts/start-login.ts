import { rememberLoggedIn } from '../../../lib/hint.ts';

/**
 * Begins a login with the online ID card and leaves for the eID client on this device (TR-03124-1).
 * @throws TypeError without a network, Error with `data.appCode` when the server refuses
 */
export async function startLogin(returnTo: string): Promise<void> {
  const response = await fetch('/eid/start', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-jena-client': '1' },
    body: JSON.stringify({ returnTo }),
  });
  const answer = (await response.json()) as { desktopUrl: string; mobileUrl: string; appCode?: string };
  if (!response.ok) throw Object.assign(new Error('login refused'), { data: { appCode: answer.appCode } });
  // The way back is a new start of the app: it then asks the server who came.
  rememberLoggedIn(true);
  location.assign(isPhone() ? answer.mobileUrl : answer.desktopUrl);
}

/** Phones reach the eID client by a link that the system hands over, computers by its local port. */
function isPhone(): boolean {
  return /Android|iPhone|iPad/.test(navigator.userAgent);
}
