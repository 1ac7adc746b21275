import { setTimeout as wait } from 'node:timers/promises';
import {
  type Device,
  eidCancelled,
  eidCardKind,
  eidDenied,
  eidExpired,
  eidFailed,
} from '@jena/shared/identity';
import { type AccountId, DomainError, newId, toInstant } from '@jena/shared/kernel';
import type { EidResult } from '../../adapters/eid/port.ts';
import type { SaveCard } from '../account/index.ts';
import { asDomainError, type EidStartDeps, reasonOf } from './identity.eid.start.ts';
import { step } from './identity.eid.states.ts';
import type { EidLogin } from './identity.eid.store.ts';
import { hashSecret, sameHash } from './identity.secrets.ts';
import { openCitizenSession } from './identity.sessions.ts';

/** Waits between calls of getResult while the eID server has no result yet, in milliseconds. */
const retryAfter = [500, 1000, 2000, 4000];

export type EidLoginDeps = EidStartDeps & {
  /** Keyed hash of a card's pseudonym: the same card gives the same value, nobody can compute it without the key. */
  hashSubject: (provider: 'eid', subject: string) => string;
  saveCard: SaveCard;
  /** Lets milliseconds pass; tests do not. */
  pause?: (milliseconds: number) => Promise<unknown>;
};

/** How the eID client says it went (`ResultMajor`, `ResultMinor` of the address): a hint for the screen, never proof. */
export type ClientHint = 'ok' | 'cancelled' | 'failed';

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
 * @throws identity.eid_expired, eid_cancelled, eid_denied, eid_card_kind, eid_unavailable, eid_failed;
 *   identity.other_person while somebody else is logged in here
 */
export async function finishEidLogin(
  deps: EidLoginDeps,
  input: {
    refreshSecret: string;
    browser: string;
    hint: ClientHint;
    /** The session that this browser had until now: it ends with the new one (ASVS 7.2.4). */
    oldToken?: string | undefined;
    device?: Device | undefined;
  },
) {
  const login = await eidLoginOfBrowser(deps, input);
  if (login?.state !== 'token_issued') throw eidExpired();
  const { returned, eidSessionId } = await takeBack(deps, login, input.hint);
  // A client that says it failed waits for nothing; the server still has the last word.
  const waits = input.hint === 'failed' ? [] : retryAfter;
  const result = await readResult(deps, eidSessionId, waits).catch(async (error: unknown) => {
    const failure = asDomainError(deps, error, 'getResult');
    await deps.store.transaction((tx) =>
      step(deps, tx, returned, { to: isDenial(failure) ? 'denied' : 'failed', reason: reasonOf(error) }),
    );
    throw failure;
  });

  const subjectHash = deps.hashSubject('eid', result.restrictedId);
  return deps.store.transaction(async (tx) => {
    const at = toInstant(deps.clock.now());
    const known = await deps.identity.accountBySubject(tx, subjectHash);
    const accountId: AccountId = known ?? newId<'account'>();
    if (!known) await deps.identity.addAccount(tx, { id: accountId, subjectHash, at });
    await deps.saveCard(tx, { accountId, card: result.card, at });
    await step(deps, tx, returned, { to: 'verified', subject: accountId });
    const { oldToken, device } = input;
    const opened = { accountId, levelOfAssurance: 'high', method: 'eid', oldToken, device } as const;
    const token = await openCitizenSession(deps, tx, opened);
    return { token, accountId, returnTo: login.returnTo };
  });
}

/** The browser is back: who comes first goes on, unless the time is over or the person cancelled. */
async function takeBack(deps: EidLoginDeps, login: EidLogin, hint: ClientHint) {
  const isLate = login.endsAt < toInstant(deps.clock.now());
  const to = isLate ? 'expired' : hint === 'cancelled' ? 'cancelled' : 'returned';
  const isFirst = await deps.store.transaction((tx) => step(deps, tx, login, { to }));
  if (!isFirst || isLate || login.eidSessionId === null) throw eidExpired();
  if (hint === 'cancelled') throw eidCancelled();
  return { returned: { id: login.id, state: 'returned' as const }, eidSessionId: login.eidSessionId };
}

const denials: readonly string[] = [eidDenied.code, eidCardKind.code];

function isDenial(failure: unknown): boolean {
  return failure instanceof DomainError && denials.includes(failure.code);
}

/**
 * Asks until there is a result. A card without a pseudonym cannot be known again, and one that was read less surely
 * than asked proves too little: neither is a login (ASVS 6.8.4).
 */
async function readResult(
  { eid, pause = wait }: EidLoginDeps,
  eidSessionId: string,
  waits: readonly number[],
): Promise<EidResult & { restrictedId: string }> {
  for (let counter = 1; counter <= waits.length + 1; counter++) {
    const result = await eid.getResult(eidSessionId, counter);
    if (!result.pending) {
      const { restrictedId, levelOfAssurance } = result;
      if (restrictedId === null || levelOfAssurance !== 'high') throw eidFailed();
      return { ...result, restrictedId };
    }
    const delay = waits[counter - 1];
    if (delay !== undefined) await pause(delay);
  }
  throw eidFailed();
}
