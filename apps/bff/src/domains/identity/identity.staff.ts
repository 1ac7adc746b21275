import type { Device } from '@jena/shared/identity';
import { newId, toInstant } from '@jena/shared/kernel';
import type { StaffLoginPort } from '../../adapters/staff-login/port.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Store } from '../../platform/db/store.ts';
import { eidLoginMinutes, plusMinutes } from './identity.policy.ts';
import { hashSecret, sameHash } from './identity.secrets.ts';
import { openStaffSession } from './identity.sessions.ts';
import type { IdentityStore } from './identity.store.ts';

export type StaffLoginDeps = {
  store: Store;
  identity: IdentityStore;
  staffLogin: StaffLoginPort;
  clock: Clock;
};

/** Sends a staff member to the administration's own login; gives the address. */
export async function startStaffLogin(
  deps: StaffLoginDeps,
  input: { browser: string; returnTo: string },
): Promise<string> {
  const start = await deps.staffLogin.start(input.returnTo);
  await deps.store.transaction((tx) =>
    deps.identity.addStaffLogin(tx, {
      stateHash: hashSecret(start.state),
      browserHash: hashSecret(input.browser),
      nonce: start.nonce,
      codeVerifier: start.codeVerifier,
      returnTo: start.returnTo,
      endsAt: plusMinutes(deps.clock.now(), eidLoginMinutes),
    }),
  );
  return start.url;
}

/**
 * Checks what the provider sent back and opens a session. A login serves once, in the browser that began it.
 * @throws StaffLoginError (refused, unreachable, not_entitled)
 */
export async function finishStaffLogin(
  deps: StaffLoginDeps,
  input: {
    browser: string;
    callbackUrl: string;
    state: string;
    oldToken?: string | undefined;
    device?: Device | undefined;
  },
) {
  const login = await deps.store.transaction((tx) =>
    deps.identity.takeStaffLogin(tx, hashSecret(input.state)),
  );
  const now = toInstant(deps.clock.now());
  if (!login || login.endsAt < now || !sameHash(login.browserHash, hashSecret(input.browser)))
    return undefined;
  const { nonce, codeVerifier, returnTo } = login;
  const person = await deps.staffLogin.finish(input.callbackUrl, { state: input.state, nonce, codeVerifier });
  return deps.store.transaction(async (tx) => {
    const staffId = await deps.identity.saveStaff(tx, {
      id: newId<'staff'>(),
      ...person,
      roles: [...person.roles],
      at: now,
    });
    const { oldToken, device } = input;
    return { token: await openStaffSession(deps, tx, { staffId, oldToken, device }), returnTo };
  });
}
