import {
  type Device,
  type EidPurpose,
  type EidQuestions,
  eidExpired,
  loginRequired,
} from '@jena/shared/identity';
import { type AccountId, type DomainError, type Instant, newId, toInstant } from '@jena/shared/kernel';
import { EidError, eidDomainError, isAlarming } from '../../adapters/eid/errors.ts';
import type { EidPort, UseIdResult } from '../../adapters/eid/port.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Reader } from '../../platform/db/access.ts';
import type { Store } from '../../platform/db/store.ts';
import type { Log } from '../../platform/log.ts';
import { askFor } from './identity.eid.asks.ts';
import { provenHere } from './identity.eid.join.ts';
import { step } from './identity.eid.states.ts';
import type { EidLogin } from './identity.eid.store.ts';
import { eidLoginMinutes, plusMinutes } from './identity.policy.ts';
import { hashSecret, newSecret } from './identity.secrets.ts';
import { actorOf } from './identity.sessions.ts';
import type { IdentityStore } from './identity.store.ts';

export type EidStartDeps = { store: Store; identity: IdentityStore; eid: EidPort; clock: Clock; log: Log };

export type EidWish = {
  /** The secret of the browser that begins. */
  browser: string;
  /** Its session, when somebody is logged in. */
  sessionToken?: string | undefined;
  purpose: EidPurpose;
  startedOn: Device['system'];
  returnTo: string;
  questions: EidQuestions;
};

/**
 * Begins a transaction with the card; gives the secret of the address at which the eID client fetches its TcToken.
 * @throws identity.eid_expired when a registration was led to by no unknown card; identity.login_required,
 * identity.login_again
 */
export async function startEid(deps: EidStartDeps, wish: EidWish) {
  const now = deps.clock.now();
  const token = newSecret();
  const endsAt = plusMinutes(now, eidLoginMinutes);
  const aim = await aimOf(deps, wish, toInstant(now));
  await deps.store.transaction((tx) =>
    deps.identity.addEidLogin(tx, {
      id: newId<'eidLogin'>(),
      tokenHash: token.hash,
      tokenTakenAt: null,
      refreshHash: null,
      browserHash: hashSecret(wish.browser),
      ...aim,
      questions: wish.questions,
      state: 'created',
      returnTo: wish.returnTo,
      startedOn: wish.startedOn,
      eidSessionId: null,
      startedAt: toInstant(now),
      endsAt,
    }),
  );
  return { tokenSecret: token.secret, endsAt };
}

/** Whose card is expected. Names are asked only of a card that nobody knew a moment ago, or of one's own. */
async function aimOf(deps: EidStartDeps, wish: EidWish, now: Instant) {
  const { purpose } = wish;
  const none = { purpose, accountId: null, subjectHash: null };
  if (purpose === 'login') return none;
  if (purpose === 'join')
    return { ...none, accountId: (await provenHere(deps, deps.store.read, wish.sessionToken)).accountId };
  if (purpose !== 'registration') return { ...none, accountId: await ownAccount(deps, wish.sessionToken) };
  const db: Reader = deps.store.read;
  const unknown = await deps.identity.unknownCardOf(db, hashSecret(wish.browser), now);
  if (!unknown?.subjectHash) throw eidExpired();
  const { subjectHash } = unknown;
  // Somebody registered meanwhile, in another tab: the card is known now and sends no names again.
  if (await deps.identity.accountBySubject(db, subjectHash)) return { ...none, purpose: 'login' as const };
  return { ...none, subjectHash };
}

async function ownAccount(deps: EidStartDeps, sessionToken: string | undefined): Promise<AccountId> {
  const actor = await actorOf(deps, 'citizen', { token: sessionToken, quiet: true });
  if (actor.kind !== 'citizen') throw loginRequired();
  return actor.accountId;
}

export type TokenAnswer =
  | { kind: 'gone' }
  | { kind: 'failed'; error: DomainError; login: EidLogin }
  | { kind: 'issued'; session: UseIdResult; refreshSecret: string; login: EidLogin };

/**
 * Opens the session at the eID server for the eID client that fetches the TcToken; serves once.
 * `gone`: the address is unknown, used or too old.
 */
export async function issueTcToken(deps: EidStartDeps, tokenSecret: string): Promise<TokenAnswer> {
  const login = await takeToken(deps, tokenSecret);
  if (login === undefined) return { kind: 'gone' };
  try {
    const session = await deps.eid.useId(askFor(login.purpose, login.questions));
    const refresh = newSecret();
    const change = { eidSessionId: session.sessionId, refreshHash: refresh.hash };
    await deps.store.transaction((tx) => step(deps, tx, login, { to: 'token_issued', change }));
    return { kind: 'issued', session, refreshSecret: refresh.secret, login };
  } catch (error) {
    const reason = error instanceof EidError ? error.reason : 'unexpected';
    await deps.store.transaction((tx) => step(deps, tx, login, { to: 'failed', reason }));
    return { kind: 'failed', error: eidFailure(deps, error, 'useID'), login };
  }
}

async function takeToken(deps: EidStartDeps, tokenSecret: string): Promise<EidLogin | undefined> {
  const at = toInstant(deps.clock.now());
  return deps.store.transaction(async (tx) => {
    const found = await deps.identity.eidLoginByToken(tx, hashSecret(tokenSecret));
    if (found?.state !== 'created') return undefined;
    if (found.endsAt < at) {
      await step(deps, tx, found, { to: 'expired' });
      return undefined;
    }
    return (await deps.identity.takeEidToken(tx, found.id, at)) ? found : undefined;
  });
}

/** The sentence for the person; what only operators can mend is said to them. Rethrows what no eID server said. */
export function eidFailure({ log }: { log: Log }, error: unknown, call: string): DomainError {
  if (!(error instanceof EidError)) throw error;
  const { reason } = error;
  if (isAlarming(reason)) log.error({ call, reason, err: error }, 'the eID interface does not work');
  else log.warn({ call, reason }, 'the eID server says no');
  return eidDomainError(error);
}
