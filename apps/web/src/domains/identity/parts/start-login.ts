import { expectLogin } from '../../../lib/hint.ts';
import { startEid } from './start-eid.ts';

/**
 * Begins a login with the online ID card, which asks for its pseudonym alone.
 * @throws TypeError without a network, Error with `data.appCode` when the server refuses
 */
export async function startLogin(returnTo: string): Promise<void> {
  await startEid({ purpose: 'login', returnTo });
  expectLogin();
}
