import { expectLogin } from '../../../lib/hint.ts';
import { inTab } from '../../../lib/in-tab.ts';

export const canPasskeys = () => typeof PublicKeyCredential === 'function';

const webauthn = () => import('@simplewebauthn/browser');

/** @throws TypeError without a network, Error with `data.appCode` when the server refuses */
async function post<T>(path: string, body: object = {}): Promise<T> {
  const response = await fetch(`/passkey/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-jena-client': '1' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as T & { error?: { appCode?: string } };
  if (!response.ok) throw Object.assign(new Error('passkey refused'), { data: answer.error });
  return answer;
}

/** Makes a passkey on this device and adds it to the account. @throws as `post`, and what the browser says, see `whyNot` */
export async function addPasskey(name: string): Promise<void> {
  type Options = Parameters<Awaited<ReturnType<typeof webauthn>>['startRegistration']>[0]['optionsJSON'];
  const optionsJSON = await post<Options>('add/options');
  const { startRegistration } = await webauthn();
  await post('add', { name, response: await startRegistration({ optionsJSON }) });
}

/** Logs in with a passkey that the person picks, and leads on. @throws as above */
export async function loginByPasskey(target: string): Promise<void> {
  type Options = Parameters<Awaited<ReturnType<typeof webauthn>>['startAuthentication']>[0]['optionsJSON'];
  const optionsJSON = await post<Options>('login/options');
  const { startAuthentication } = await webauthn();
  await post('login', { response: await startAuthentication({ optionsJSON }) });
  expectLogin();
  location.assign(target);
}

/** What a browser's refusal means; undefined when the server refused. */
export function whyNot(error: unknown): 'stopped' | 'exists' | undefined {
  const { name } = (error ?? {}) as { name?: string };
  if (name === 'InvalidStateError') return 'exists';
  return name === 'NotAllowedError' || name === 'AbortError' ? 'stopped' : undefined;
}

/** The name that was typed before the card was asked for; nothing typed is lost on the way there and back. */
export const typedName = inTab('jena-passkey-name');

/** The address says that the person was about to add a passkey. */
export const addingMark = '?passkey=neu';
