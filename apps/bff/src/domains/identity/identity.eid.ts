import { setTimeout as wait } from 'node:timers/promises';
import { eidCancelled, eidDenied, eidExpired, eidFailed } from '@jena/shared/identity';
import { type AccountId, DomainError, newId, toInstant } from '@jena/shared/kernel';
import { EidError, eidDomainError } from '../../adapters/eid/errors.ts';
import type { EidOperations, EidPort, EidResult } from '../../adapters/eid/port.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Store } from '../../platform/db/store.ts';
import type { SaveCard } from '../account/index.ts';
import { eidLoginMinutes, plusMinutes } from './identity.policy.ts';
import { hashSecret, newSecret, sameHash } from './identity.secrets.ts';
import { openCitizenSession } from './identity.sessions.ts';
import type { IdentityStore } from './identity.store.ts';

/** What the form needs to know and the card knows; the pseudonym finds the account again. */
const operations: EidOperations = {
  RestrictedID: 'REQUIRED',
  GivenNames: 'REQUIRED',
  FamilyNames: 'REQUIRED',
  DateOfBirth: 'REQUIRED',
  PlaceOfResidence: 'REQUIRED',
  PlaceOfBirth: 'ALLOWED',
  BirthName: 'ALLOWED',
  AcademicTitle: 'ALLOWED',
  Nationality: 'ALLOWED',
  DocumentType: 'ALLOWED',
  DateOfExpiry: 'ALLOWED',
};

const transactionInfo = 'Anmeldung im Bürgerkonto der Stadt Jena';

/** Waits between calls of getResult while the eID server has no result yet, in milliseconds. */
const retryAfter = [500, 1000, 2000, 4000];

export type EidLoginDeps = {
  store: Store;
  identity: IdentityStore;
  eid: EidPort;
  clock: Clock;
  /** Keyed hash of a card's pseudonym: the same card gives the same value, nobody can compute it without the key. */
  hashSubject: (provider: 'eid', subject: string) => string;
  saveCard: SaveCard;
  /** Lets milliseconds pass; tests do not. */
  pause?: (milliseconds: number) => Promise<unknown>;
};

/** Begins a login; gives the secret of the address at which the eID client fetches its TcToken. */
export async function startEidLogin(deps: EidLoginDeps, input: { browser: string; returnTo: string }) {
  const now = deps.clock.now();
  const token = newSecret();
  const endsAt = plusMinutes(now, eidLoginMinutes);
  await deps.store.transaction((tx) =>
    deps.identity.addEidLogin(tx, {
      id: newId<'eidLogin'>(),
      tokenHash: token.hash,
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
 * @throws identity.eid_expired when the address is unknown, used or too old; identity.eid_unavailable
 */
export async function issueTcToken(deps: EidLoginDeps, tokenSecret: string) {
  const now = toInstant(deps.clock.now());
  const login = await deps.store.transaction(async (tx) => {
    const found = await deps.identity.eidLoginByToken(tx, hashSecret(tokenSecret));
    if (found?.state !== 'created' || found.endsAt < now) throw eidExpired();
    if (!(await deps.identity.moveEidLogin(tx, found, { state: 'token_issued' }))) throw eidExpired();
    return { id: found.id, state: 'token_issued' as const };
  });
  try {
    const session = await deps.eid.useId({ operations, transactionInfo, levelOfAssurance: 'high' });
    const refresh = newSecret();
    const change = {
      state: 'token_issued',
      eidSessionId: session.sessionId,
      refreshHash: refresh.hash,
    } as const;
    await deps.store.transaction((tx) => deps.identity.moveEidLogin(tx, login, change));
    return { session, refreshSecret: refresh.secret };
  } catch (error) {
    await deps.store.transaction((tx) => deps.identity.moveEidLogin(tx, login, { state: 'failed' }));
    throw error instanceof EidError ? eidDomainError(error) : error;
  }
}

/** The login of this address, when this browser began it. A browser that did not is never logged in (login CSRF, relay). */
async function eidLoginOfBrowser(deps: EidLoginDeps, input: { refreshSecret: string; browser: string }) {
  const login = await deps.identity.eidLoginByRefresh(deps.store.read, hashSecret(input.refreshSecret));
  if (!login || !sameHash(login.browserHash, hashSecret(input.browser))) return undefined;
  return login;
}

/** Where the person was going, so that a failed login leads there at the next try; undefined for other browsers. */
export async function returnPathOf(
  deps: EidLoginDeps,
  input: { refreshSecret: string; browser: string },
): Promise<string | undefined> {
  return (await eidLoginOfBrowser(deps, input))?.returnTo;
}

/**
 * Fetches what the card said, once, and opens a session for its holder; the first visit makes the account.
 * The result parameters of the address are hints for the screen only, never proof (TR-03124-1).
 * @throws identity.eid_expired, eid_cancelled, eid_denied, eid_failed
 */
export async function finishEidLogin(
  deps: EidLoginDeps,
  input: {
    refreshSecret: string;
    browser: string;
    cancelled: boolean;
    /** The session that this browser had until now: it ends with the new one (ASVS 7.2.4). */
    oldToken?: string | undefined;
  },
) {
  const now = deps.clock.now();
  const login = await eidLoginOfBrowser(deps, input);
  if (!login?.eidSessionId || login.state !== 'token_issued' || login.endsAt < toInstant(now))
    throw eidExpired();
  const state = input.cancelled ? ('cancelled' as const) : ('returned' as const);
  const isFirst = await deps.store.transaction((tx) => deps.identity.moveEidLogin(tx, login, { state }));
  if (!isFirst) throw eidExpired();
  if (input.cancelled) throw eidCancelled();
  const returned = { id: login.id, state };

  const result = await readResult(deps, login.eidSessionId).catch(async (error: unknown) => {
    const failure = error instanceof EidError ? eidDomainError(error) : error;
    const state = failure instanceof DomainError && failure.code === eidDenied.code ? 'denied' : 'failed';
    await deps.store.transaction((tx) => deps.identity.moveEidLogin(tx, returned, { state }));
    throw failure;
  });

  const subjectHash = deps.hashSubject('eid', result.restrictedId);
  return deps.store.transaction(async (tx) => {
    const known = await deps.identity.accountBySubject(tx, subjectHash);
    const accountId: AccountId = known ?? newId<'account'>();
    const at = toInstant(now);
    if (!known) await deps.identity.addAccount(tx, { id: accountId, subjectHash, at });
    await deps.saveCard(tx, { accountId, card: result.card, at });
    await deps.identity.moveEidLogin(tx, returned, { state: 'verified' });
    if (input.oldToken) await deps.identity.endSessionOfToken(tx, hashSecret(input.oldToken));
    const token = await openCitizenSession(deps, tx, { accountId, levelOfAssurance: 'high' });
    return { token, accountId, returnTo: login.returnTo };
  });
}

/** Asks until there is a result. A card without a pseudonym cannot be known again: that is no login. */
async function readResult(
  { eid, pause = wait }: EidLoginDeps,
  eidSessionId: string,
): Promise<EidResult & { restrictedId: string }> {
  for (let counter = 1; counter <= retryAfter.length + 1; counter++) {
    const result = await eid.getResult(eidSessionId, counter);
    if (!result.pending) {
      const { restrictedId } = result;
      if (restrictedId === null) break;
      return { ...result, restrictedId };
    }
    const delay = retryAfter[counter - 1];
    if (delay !== undefined) await pause(delay);
  }
  throw eidFailed();
}
