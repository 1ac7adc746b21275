import { setTimeout as wait } from 'node:timers/promises';
import { eidCancelled, eidCardKind, eidDenied, eidExpired, eidFailed } from '@jena/shared/identity';
import { DomainError, toInstant } from '@jena/shared/kernel';
import { EidError } from '../../adapters/eid/errors.ts';
import type { EidResult } from '../../adapters/eid/port.ts';
import { type BrowserNow, type ReadCard, type SettleDeps, settle } from './identity.eid.settle.ts';
import { type EidStartDeps, eidFailure } from './identity.eid.start.ts';
import { step } from './identity.eid.states.ts';
import type { EidLogin } from './identity.eid.store.ts';
import { hashSecret, sameHash } from './identity.secrets.ts';

/** Waits between calls of getResult while the eID server has no result yet, in milliseconds. */
const retryAfter = [500, 1000, 2000, 4000];

export type EidLoginDeps = EidStartDeps &
  SettleDeps & {
    /** Lets milliseconds pass; tests do not. */
    pause?: (milliseconds: number) => Promise<unknown>;
  };

/** How the eID client says it went (`ResultMajor`, `ResultMinor` of the address): a hint for the screen, never proof. */
export type ClientHint = 'ok' | 'cancelled' | 'failed';

export type Finished =
  | { kind: 'done'; to: string; token: string | undefined }
  | { kind: 'refused'; error: DomainError; login: EidLogin | undefined }
  /** The card was read, but the browser that comes is not the one that began. */
  | { kind: 'elsewhere'; login: EidLogin };

/**
 * Fetches what the card said, once, and does what the person began. Refused for a browser that did not begin it: such
 * a one is never logged in (login CSRF, relay).
 */
export async function finishEid(
  deps: EidLoginDeps,
  input: {
    refreshSecret: string;
    /** The secret of the browser that comes, if it has one. */
    browser: string | undefined;
    hint: ClientHint;
    browserNow: BrowserNow;
  },
): Promise<Finished> {
  const login = await deps.identity.eidLoginByRefresh(deps.store.read, hashSecret(input.refreshSecret));
  const began = login && sameHash(login.browserHash, hashSecret(input.browser ?? ''));
  if (login && began)
    return goOn(deps, login, input.hint, { browser: input.browser ?? '', browserNow: input.browserNow });
  if (login && input.hint === 'ok' && isOpen(login, deps.clock.now())) return { kind: 'elsewhere', login };
  return { kind: 'refused', error: eidExpired(), login: undefined };
}

/** The eID client holds its token, and nobody came back yet. */
export function isOpen(login: EidLogin, now: Date): boolean {
  return login.state === 'token_issued' && login.endsAt >= toInstant(now);
}

/** In the browser that began: fetches what the card said and does it. */
export async function goOn(
  deps: EidLoginDeps,
  login: EidLogin,
  hint: ClientHint,
  here: { browser: string; browserNow: BrowserNow },
): Promise<Finished> {
  try {
    const returned = await takeBack(deps, login, hint);
    const card = await readCard(deps, returned, hint);
    return { kind: 'done', ...(await settle(deps, returned, card, here)) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { kind: 'refused', error, login };
  }
}

/** The browser is back: who comes first goes on, unless the time is over or the person cancelled. */
async function takeBack(deps: EidLoginDeps, login: EidLogin, hint: ClientHint): Promise<EidLogin> {
  if (login.state !== 'token_issued') throw eidExpired();
  const isLate = login.endsAt < toInstant(deps.clock.now());
  const to = isLate ? 'expired' : hint === 'cancelled' ? 'cancelled' : 'returned';
  const isFirst = await deps.store.transaction((tx) => step(deps, tx, login, { to }));
  if (!isFirst || isLate) throw eidExpired();
  if (hint === 'cancelled') throw eidCancelled();
  return { ...login, state: 'returned' };
}

const denials: readonly string[] = [eidDenied.code, eidCardKind.code];

async function readCard(deps: EidLoginDeps, login: EidLogin, hint: ClientHint): Promise<ReadCard> {
  try {
    // A client that says it failed waits for nothing; the server still has the last word.
    return await readResult(deps, login.eidSessionId ?? '', hint === 'failed' ? [] : retryAfter);
  } catch (error) {
    const failure = error instanceof DomainError ? error : eidFailure(deps, error, 'getResult');
    await deps.store.transaction((tx) =>
      step(deps, tx, login, {
        to: denials.includes(failure.code) ? 'denied' : 'failed',
        reason: error instanceof EidError ? error.reason : failure.code,
      }),
    );
    throw failure;
  }
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
