import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { mukNoFirm, type SamlProviderName } from '@jena/shared/identity';
import { anonymous, DomainError, reachesLevel, toInstant } from '@jena/shared/kernel';
import { type ProvenIdentity, type SamlAnswer, SamlError } from '../../adapters/saml/port.ts';
import { openJson, sealJson } from '../../platform/crypto/sealing.ts';
import type { Writer } from '../../platform/db/access.ts';
import { appendEvent } from '../../platform/events.ts';
import type { SamlStartDeps } from './identity.saml.start.ts';
import type { SamlLogin } from './identity.saml.store.ts';
import { samlErrors } from './identity.saml.words.ts';
import { hashSecret, newSecret } from './identity.secrets.ts';

export type Received =
  | { kind: 'received'; secret: string }
  | { kind: 'refused'; error: DomainError; login: SamlLogin | undefined };

/**
 * Takes what a browser posted on behalf of a provider. It comes from another site and so without any cookie of ours:
 * nothing is done for a person yet. What was proven waits, sealed under a secret that this browser is sent on with.
 */
export async function receiveSaml(
  deps: SamlStartDeps,
  provider: SamlProviderName,
  posted: string,
): Promise<Received> {
  let login: SamlLogin | undefined;
  try {
    const answer = deps.saml[provider].read(posted);
    login = await openLogin(deps, provider, answer.requestId);
    if (login === undefined) throw samlErrors[provider].expired();
    return { kind: 'received', secret: await keep(deps, login, answer) };
  } catch (error) {
    const failure = failureOf(deps, provider, error);
    if (error instanceof SamlError && error.requestId)
      login = await openLogin(deps, provider, error.requestId);
    if (login !== undefined) await giveUp(deps, login, failure.code);
    return { kind: 'refused', error: failure, login };
  }
}

/** The login that is answered, when it is open and this provider was asked: no other may answer in its place. */
async function openLogin(
  deps: SamlStartDeps,
  provider: SamlProviderName,
  requestId: string,
): Promise<SamlLogin | undefined> {
  const found = await deps.identity.samlLoginByRequest(deps.store.read, hashSecret(requestId));
  const isOpen =
    found?.provider === provider && found.answerHash === null && found.endsAt > toInstant(deps.clock.now());
  return isOpen ? found : undefined;
}

/** @throws identity.bundid_failed for an assertion brought before, identity.bundid_too_weak for less than was asked, or those of its provider */
async function keep(deps: SamlStartDeps, login: SamlLogin, answer: SamlAnswer): Promise<string> {
  if (!reachesLevel(answer.identity.level, login.level)) throw samlErrors[login.provider].tooWeak();
  const { secret, hash } = newSecret();
  const sealed = sealJson(keyFrom(secret), placeOf(login), answer.identity);
  await deps.store.transaction(async (tx) => {
    const assertion = hashSecret(`${login.provider}|${answer.assertionId}`);
    if (!(await deps.identity.useAssertion(tx, assertion, toInstant(answer.validUntil)))) throw replayed;
    if (!(await deps.identity.answerSamlLogin(tx, login.id, { answerHash: hash, sealed }))) throw replayed;
  });
  return secret;
}

const replayed = new SamlError('untrusted', 'this was brought before');

/** What was proven, for who holds the secret. */
export function openAnswer(login: SamlLogin, secret: string): ProvenIdentity {
  if (login.sealed === null) throw samlErrors[login.provider].expired();
  return openJson<ProvenIdentity>(keyFrom(secret), placeOf(login), login.sealed);
}

const placeOf = ({ id }: SamlLogin) => `identity_saml_login.sealed|${id}`;

function keyFrom(secret: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'identity.saml answer', 32)));
}

/** Ends a login that will not succeed, so that its request cannot be answered once more. */
async function giveUp(deps: SamlStartDeps, login: SamlLogin, reason: string): Promise<void> {
  await deps.store.transaction(async (tx) => {
    if (await deps.identity.endSamlLogin(tx, login.id)) await tellFailed(deps, tx, login, reason);
  });
}

export async function tellFailed(
  { store, clock }: Pick<SamlStartDeps, 'store' | 'clock'>,
  tx: Writer,
  { id, provider, purpose }: SamlLogin,
  reason: string,
): Promise<void> {
  await appendEvent(tx, store.tables, {
    stream: `identity.saml:${id}`,
    type: `identity.${provider}_failed`,
    actor: anonymous,
    at: toInstant(clock.now()),
    data: { purpose, reason },
  });
}

/** The sentence for the person; that somebody tries to get in with a forged answer is said to the operators. */
function failureOf({ log }: SamlStartDeps, provider: SamlProviderName, error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  if (!(error instanceof SamlError)) throw error;
  const { reason } = error;
  const failures = samlErrors[provider];
  if (reason === 'untrusted')
    log.error({ err: error, provider }, 'an answer in the name of an identity provider is not to be trusted');
  else log.warn({ reason, provider }, 'an identity provider says no');
  switch (reason) {
    case 'cancelled':
      return failures.cancelled();
    case 'level_too_low':
      return failures.tooWeak();
    case 'no_firm':
      return mukNoFirm();
    case 'untrusted':
    case 'refused':
    case 'no_subject':
      return failures.failed();
  }
}
