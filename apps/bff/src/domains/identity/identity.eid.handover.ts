import { createHash, randomInt } from 'node:crypto';
import { codeAlphabet, codeLength, eidCodeWrong, eidExpired } from '@jena/shared/identity';
import { toInstant } from '@jena/shared/kernel';
import { type EidLoginDeps, type Finished, goOn, isOpen } from './identity.eid.finish.ts';
import type { BrowserNow } from './identity.eid.settle.ts';
import { step } from './identity.eid.states.ts';
import type { EidLogin } from './identity.eid.store.ts';
import { handoverLimits, plusMinutes } from './identity.policy.ts';
import { hashSecret, sameHash } from './identity.secrets.ts';

/**
 * The code by which a person carries their reading of the card from the browser in which it ended to the one in which
 * it began: an app on an iPhone's home screen and Safari share no cookies. Shown once for each reading; undefined when
 * there is nothing to carry over any more. The code alone opens nothing: it is taken only where the reading began.
 */
export async function issueCode(
  deps: EidLoginDeps,
  refreshSecret: string,
): Promise<{ code: string; returnTo: string } | undefined> {
  const now = deps.clock.now();
  const login = await deps.identity.eidLoginByRefresh(deps.store.read, hashSecret(refreshSecret));
  if (!login || !isOpen(login, now)) return undefined;
  const code = Array.from({ length: codeLength }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join(
    '',
  );
  const isFirst = await deps.store.transaction((tx) =>
    deps.identity.giveCode(tx, login.id, {
      codeHash: hashOf(login, code),
      codeEndsAt: plusMinutes(now, handoverLimits.minutes),
    }),
  );
  if (isFirst) deps.log.info({ purpose: login.purpose }, 'a code carries a reading of the card over');
  return isFirst ? { code, returnTo: login.returnTo } : undefined;
}

/** Goes on in the browser that began, with the code that the person read in the other one. A few tries, then it is over. */
export async function finishByCode(
  deps: EidLoginDeps,
  input: { code: string; browser: string; browserNow: BrowserNow },
): Promise<Finished> {
  const now = deps.clock.now();
  const refused = (error: ReturnType<typeof eidExpired>): Finished => ({
    kind: 'refused',
    error,
    login: undefined,
  });
  const login = await deps.identity.loginWithCode(deps.store.read, hashSecret(input.browser));
  if (!login || !isOpen(login, now) || (login.codeEndsAt ?? '') < toInstant(now))
    return refused(eidExpired());
  const tries = await deps.store.transaction((tx) =>
    deps.identity.takeCodeTry(tx, login.id, handoverLimits.tries),
  );
  if (tries === undefined) return refused(eidExpired());
  if (sameHash(hashOf(login, input.code), login.codeHash ?? '')) return goOn(deps, login, 'ok', input);
  deps.log.warn({ tries }, 'a code for a reading of the card was wrong');
  if (tries < handoverLimits.tries) return refused(eidCodeWrong());
  await deps.store.transaction((tx) => step(deps, tx, login, { to: 'failed', reason: 'code_guessed' }));
  return refused(eidExpired());
}

/** Bound to its reading, so that equal codes of two people are not equal here. */
function hashOf({ id }: EidLogin, code: string): string {
  return createHash('sha256').update(`${id}:${code}`).digest('base64url');
}
