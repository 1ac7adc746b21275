import {
  type Device,
  eidExpired,
  eidOtherCard,
  eidTaken,
  eidWithheld,
  otherPerson,
} from '@jena/shared/identity';
import { type AccountId, DomainError, newId, toInstant } from '@jena/shared/kernel';
import { type EidResult, eidAttributes } from '../../adapters/eid/port.ts';
import type { Writer } from '../../platform/db/access.ts';
import type { SaveClaims } from '../account/index.ts';
import type { Notifications } from '../notifications/index.ts';
import { askFor } from './identity.eid.asks.ts';
import { type JoinDeps, joinCard, provenHere, sealWaiting } from './identity.eid.join.ts';
import { addCardPath, knownCardPath, registrationPath, withQuery } from './identity.eid.paths.ts';
import { step } from './identity.eid.states.ts';
import type { EidLogin } from './identity.eid.store.ts';
import { eidLoginMinutes, isAlive, plusMinutes } from './identity.policy.ts';
import { hashSecret } from './identity.secrets.ts';
import { openCitizenSession } from './identity.sessions.ts';

export type SettleDeps = JoinDeps & {
  /** Keyed hash of a card's pseudonym: the same card gives the same value, nobody can compute it without the key. */
  hashSubject: (provider: 'eid', subject: string) => string;
  saveClaims: SaveClaims;
  notify: Notifications['notify'];
};

export type ReadCard = EidResult & { restrictedId: string };
type Known = { subjectHash: string; accountId: AccountId | undefined };

type Verdict =
  /** A card that nobody knows: it leads on to a registration. */
  { kind: 'unknown' } | { kind: 'holder'; accountId: AccountId; isNew: boolean };

/** What the browser brings along to which the card's holder comes back. */
export type BrowserNow = {
  /** The session that it had until now: it goes on under a new secret (ASVS 7.2.4). */
  oldToken: string | undefined;
  device: Device;
  /** By which the browser is known again. */
  deviceSecret: string;
};

/**
 * Does what the person began, with the card that was read, in one transaction.
 * @param browser the secret of the browser
 * @throws identity.eid_other_card, identity.eid_withheld, identity.eid_taken, identity.eid_other_name;
 * identity.other_person while somebody else is logged in here
 */
export async function settle(
  deps: SettleDeps,
  login: EidLogin,
  card: ReadCard,
  { browser, browserNow }: { browser: string; browserNow: BrowserNow },
): Promise<{ to: string; token: string | undefined }> {
  try {
    return await deps.store.transaction((tx) => settleWithin(deps, tx, login, card, { browser, browserNow }));
  } catch (error) {
    // Nothing of it is kept but that it failed, and why.
    if (error instanceof DomainError)
      await deps.store.transaction((tx) => step(deps, tx, login, { to: 'failed', reason: error.code }));
    throw error;
  }
}

async function settleWithin(
  deps: SettleDeps,
  tx: Writer,
  login: EidLogin,
  card: ReadCard,
  { browser, browserNow }: { browser: string; browserNow: BrowserNow },
): Promise<{ to: string; token: string | undefined }> {
  const known = await recognise(deps, tx, card);
  const verdict = judge(login, card, known);
  const endsAt = plusMinutes(deps.clock.now(), eidLoginMinutes);
  if (verdict.kind === 'unknown') {
    await step(deps, tx, login, { to: 'verified', change: { subjectHash: known.subjectHash, endsAt } });
    const path = (await isSomebodyHere(deps, tx, browserNow)) ? addCardPath : registrationPath;
    return { to: path(login.returnTo), token: undefined };
  }
  if (verdict.isNew && (await deps.alike(tx, card.card)).length > 0) {
    // Never by name: the card waits until its person proves the account that they have, or begins another.
    await deps.identity.forgetUnknownCards(tx, login.browserHash);
    const change = { sealed: sealWaiting(login, browser, card.card), endsAt };
    await step(deps, tx, login, { to: 'verified', change, reason: 'somebody_alike' });
    return { to: knownCardPath(login.returnTo), token: undefined };
  }
  if (login.purpose === 'join') await joinHere(deps, tx, login, card, { ...known, browserNow });
  const { accountId } = verdict;
  const to = await act(deps, tx, login, card, { ...verdict, subjectHash: known.subjectHash });
  await step(deps, tx, login, { to: 'verified', subject: accountId });
  const session = { accountId, levelOfAssurance: 'high', method: 'eid', ...browserNow } as const;
  return { to, token: await openCitizenSession(deps, tx, session) };
}

/**
 * Whose card it is. While the service moves to another sector a card brings the pseudonym of before along; then the
 * new one is kept as well, so that nobody has to register again.
 */
async function recognise(deps: SettleDeps, tx: Writer, card: ReadCard): Promise<Known> {
  const { identity } = deps;
  const subjectHash = deps.hashSubject('eid', card.restrictedId);
  const accountId = await identity.accountBySubject(tx, subjectHash);
  if (accountId !== undefined || card.restrictedIdBefore === null) return { subjectHash, accountId };
  const before = await identity.accountBySubject(tx, deps.hashSubject('eid', card.restrictedIdBefore));
  if (before !== undefined)
    await identity.addCredential(tx, { accountId: before, subjectHash, at: toInstant(deps.clock.now()) });
  return { subjectHash, accountId: before };
}

async function isSomebodyHere(
  { identity, clock }: SettleDeps,
  tx: Writer,
  { oldToken }: BrowserNow,
): Promise<boolean> {
  const session = oldToken ? await identity.sessionByToken(tx, hashSecret(oldToken)) : undefined;
  return session?.accountId != null && isAlive('citizen', session, clock.now());
}

/** Who began to add a card must still be logged in as themselves. */
async function joinHere(
  deps: SettleDeps,
  tx: Writer,
  { accountId }: EidLogin,
  { card }: ReadCard,
  { subjectHash, browserNow }: Known & { browserNow: BrowserNow },
): Promise<void> {
  const actor = await provenHere(deps, tx, browserNow.oldToken);
  if (actor.accountId !== accountId) throw otherPerson();
  await joinCard(deps, tx, actor, { subjectHash, card });
}

/** @throws identity.eid_other_card, identity.eid_withheld, identity.eid_taken */
function judge(login: EidLogin, card: ReadCard, known: Known): Verdict {
  const { accountId } = known;
  switch (login.purpose) {
    case 'login':
      return accountId === undefined ? { kind: 'unknown' } : { kind: 'holder', accountId, isNew: false };
    case 'registration':
      if (known.subjectHash !== login.subjectHash) throw eidOtherCard();
      if (withholds(login, card)) throw eidWithheld();
      if (accountId !== undefined) return { kind: 'holder', accountId, isNew: false };
      return { kind: 'holder', accountId: newId<'account'>(), isNew: true };
    case 'join':
      if (withholds(login, card)) throw eidWithheld();
      if (login.accountId === null) throw eidExpired();
      if (accountId !== undefined && accountId !== login.accountId) throw eidTaken();
      return { kind: 'holder', accountId: login.accountId, isNew: false };
    case 'card':
    case 'verification':
      if (accountId === undefined || accountId !== login.accountId) throw eidOtherCard();
      if (withholds(login, card)) throw eidWithheld();
      return { kind: 'holder', accountId, isNew: false };
  }
}

/** Some eID clients let people keep back what is required. What the chip does not hold is nobody's fault. */
function withholds(login: EidLogin, { operations }: ReadCard): boolean {
  const asked = askFor(login.purpose, login.questions).operations;
  return eidAttributes.some(
    (name) => asked[name] === 'REQUIRED' && !['ALLOWED', 'NOTONCHIP'].includes(operations[name] ?? ''),
  );
}

/** Keeps what the person wanted kept; gives the path that says so. */
async function act(
  deps: SettleDeps,
  tx: Writer,
  { purpose, questions, returnTo, browserHash }: EidLogin,
  card: ReadCard,
  holder: { accountId: AccountId; isNew: boolean; subjectHash: string },
): Promise<string> {
  const { accountId, isNew, subjectHash } = holder;
  const at = toInstant(deps.clock.now());
  if (purpose === 'registration') await deps.identity.forgetUnknownCards(tx, browserHash);
  if (isNew) await deps.identity.addAccount(tx, { id: accountId, subjectHash, at });
  if (isNew || purpose === 'card') await deps.saveCard(tx, { accountId, card: card.card, at });
  if (purpose === 'card') return withQuery(returnTo, { ausweis: 'gelesen' });
  if (purpose === 'join') return withQuery(returnTo, { ausweis: 'verknuepft' });
  if (purpose !== 'verification') return returnTo;
  const { fulfilsPlace, fulfilsAge } = card;
  await deps.saveClaims(tx, {
    accountId,
    at,
    ...(questions.residence === undefined ? {} : { residence: fulfilsPlace === true }),
    ...(questions.age === undefined
      ? {}
      : { age: { atLeast: questions.age, fulfilled: fulfilsAge === true } }),
  });
  const holds =
    (questions.residence === undefined || fulfilsPlace === true) &&
    (questions.age === undefined || fulfilsAge === true);
  return withQuery(returnTo, { ausweis: holds ? 'bestaetigt' : 'nicht-bestaetigt' });
}
