import { eidExpired } from '@jena/shared/identity';
import { newId, toInstant } from '@jena/shared/kernel';
import { EidError, eidDomainError, isAlarming } from '../../adapters/eid/errors.ts';
import type { EidPort } from '../../adapters/eid/port.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Store } from '../../platform/db/store.ts';
import type { Log } from '../../platform/log.ts';
import { asked } from './identity.eid.asks.ts';
import { step } from './identity.eid.states.ts';
import { eidLoginMinutes, plusMinutes } from './identity.policy.ts';
import { hashSecret, newSecret } from './identity.secrets.ts';
import type { IdentityStore } from './identity.store.ts';

export type EidStartDeps = { store: Store; identity: IdentityStore; eid: EidPort; clock: Clock; log: Log };

/** Begins a login; gives the secret of the address at which the eID client fetches its TcToken. */
export async function startEidLogin(deps: EidStartDeps, input: { browser: string; returnTo: string }) {
  const now = deps.clock.now();
  const token = newSecret();
  const endsAt = plusMinutes(now, eidLoginMinutes);
  await deps.store.transaction((tx) =>
    deps.identity.addEidLogin(tx, {
      id: newId<'eidLogin'>(),
      tokenHash: token.hash,
      tokenTakenAt: null,
      refreshHash: null,
      browserHash: hashSecret(input.browser),
      state: 'created',
      returnTo: input.returnTo,
      eidSessionId: null,
      startedAt: toInstant(now),
      endsAt,
    }),
  );
  return { tokenSecret: token.secret, endsAt };
}

/**
 * Opens the session at the eID server for the eID client that fetches the TcToken; serves once.
 * @throws identity.eid_expired when the address is unknown, used or too old; identity.eid_busy, eid_unavailable, eid_failed
 */
export async function issueTcToken(deps: EidStartDeps, tokenSecret: string) {
  const at = toInstant(deps.clock.now());
  const login = await deps.store.transaction(async (tx) => {
    const found = await deps.identity.eidLoginByToken(tx, hashSecret(tokenSecret));
    if (found?.state !== 'created') return undefined;
    if (found.endsAt < at) {
      await step(deps, tx, found, { to: 'expired' });
      return undefined;
    }
    return (await deps.identity.takeEidToken(tx, found.id, at)) ? found : undefined;
  });
  if (login === undefined) throw eidExpired();
  try {
    const session = await deps.eid.useId(asked);
    const refresh = newSecret();
    const change = { eidSessionId: session.sessionId, refreshHash: refresh.hash };
    await deps.store.transaction((tx) => step(deps, tx, login, { to: 'token_issued', change }));
    return { session, refreshSecret: refresh.secret };
  } catch (error) {
    const reason = reasonOf(error);
    await deps.store.transaction((tx) => step(deps, tx, login, { to: 'failed', reason }));
    throw asDomainError(deps, error, 'useID');
  }
}

/** What an event says about a failure. */
export function reasonOf(error: unknown): string {
  if (error instanceof EidError) return error.reason;
  return (error as { code?: unknown }).code === undefined
    ? 'unexpected'
    : String((error as { code: unknown }).code);
}

/** The sentence for the person; what only operators can mend is said to them. */
export function asDomainError(deps: { log: Log }, error: unknown, call: string): unknown {
  if (!(error instanceof EidError)) return error;
  const { reason } = error;
  if (isAlarming(reason)) deps.log.error({ call, reason, err: error }, 'the eID interface does not work');
  else deps.log.warn({ call, reason }, 'the eID server says no');
  return eidDomainError(error);
}
