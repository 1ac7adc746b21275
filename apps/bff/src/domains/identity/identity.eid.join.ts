import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { CardData } from '@jena/shared/account';
import { eidOtherName, eidTaken, loginAgain, loginRequired } from '@jena/shared/identity';
import { type AccountId, type CitizenActor, reachesLevel, toInstant } from '@jena/shared/kernel';
import type { Clock } from '../../platform/clock.ts';
import { openJson, sealJson } from '../../platform/crypto/sealing.ts';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { Store } from '../../platform/db/store.ts';
import { appendEvent } from '../../platform/events.ts';
import type { FindAlike, SaveCard } from '../account/index.ts';
import type { Notifications } from '../notifications/index.ts';
import type { EidLogin } from './identity.eid.store.ts';
import { isAlive, joinLimits, levelNow } from './identity.policy.ts';
import { hashSecret } from './identity.secrets.ts';
import { identityStream } from './identity.sessions.ts';
import type { IdentityStore } from './identity.store.ts';

export type JoinDeps = {
  store: Store;
  identity: IdentityStore;
  clock: Clock;
  saveCard: SaveCard;
  /** Whose accounts are of somebody of the same name and birth date. */
  alike: FindAlike;
  notify: Notifications['notify'];
};

/** A card that was read and waits for its person to say where it belongs. */
export type WaitingCard = { subjectHash: string; card: CardData };

/**
 * Who is logged in here and proved a short while ago who they are: enough to give the account a further way in
 * (ASVS 7.5.1). The card itself must fit the account besides.
 * @throws identity.login_required, identity.login_again
 */
export async function provenHere(
  { identity, clock }: Pick<JoinDeps, 'identity' | 'clock'>,
  db: Reader,
  sessionToken: string | undefined,
): Promise<CitizenActor> {
  const session = sessionToken ? await identity.sessionByToken(db, hashSecret(sessionToken)) : undefined;
  const now = clock.now();
  // A business's certificate opens no person's own account, so no card joins what it opened (docs/decisions/0053).
  const isPerson = session?.accountId && session.method !== 'muk';
  if (!isPerson || !session.accountId || !isAlive('citizen', session, now)) throw loginRequired();
  const minutes = (now.getTime() - Date.parse(session.authenticatedAt)) / 60_000;
  if (minutes >= joinLimits.proofMinutes) throw loginAgain();
  const { accountId, id: sessionId } = session;
  return { kind: 'citizen', accountId, sessionId, levelOfAssurance: levelNow(session, now) };
}

/**
 * Gives an account one more card. Its holder proved both: the account by being logged in, the card by its PIN. Name and
 * birth date must fit too, so that nobody gives somebody else's card a home.
 * @throws identity.eid_taken when the card leads into another account, identity.eid_other_name
 */
export async function joinCard(
  deps: JoinDeps,
  tx: Writer,
  actor: CitizenActor,
  { subjectHash, card }: WaitingCard,
): Promise<void> {
  const { identity, store } = deps;
  const { accountId } = actor;
  const at = toInstant(deps.clock.now());
  const holder = await identity.accountBySubject(tx, subjectHash);
  if (holder !== undefined && holder !== accountId) throw eidTaken();
  if (!(await deps.alike(tx, card)).includes(accountId)) throw eidOtherName();
  await deps.saveCard(tx, { accountId, card, at });
  if (holder === accountId) return;
  await identity.addCredential(tx, { accountId, subjectHash, at });
  const level = (await identity.entryLevel(tx, accountId)) ?? 'substantial';
  // From now on a card opens it: a password alone does not any more (docs/decisions/0044).
  if (!reachesLevel(level, 'substantial')) await identity.setEntryLevel(tx, accountId, 'substantial');
  await appendEvent(tx, store.tables, {
    stream: identityStream(accountId),
    type: 'identity.card_joined',
    actor,
    at,
    data: {},
    subject: accountId,
  });
  const key = `card_joined:${at}`;
  await deps.notify(tx, {
    accountId,
    type: 'card_joined',
    at,
    key,
    caseId: null,
    caseReference: null,
    serviceSlug: null,
  });
}

/** An account of one's own beside the one of somebody alike. */
export async function beginBeside(
  deps: JoinDeps,
  tx: Writer,
  { accountId, subjectHash, card }: WaitingCard & { accountId: AccountId },
): Promise<void> {
  const at = toInstant(deps.clock.now());
  await deps.identity.addAccount(tx, { id: accountId, subjectHash, at });
  await deps.saveCard(tx, { accountId, card, at });
  await appendEvent(tx, deps.store.tables, {
    stream: identityStream(accountId),
    type: 'identity.begun_beside_alike',
    actor: { kind: 'anonymous' },
    at,
    data: {},
    subject: accountId,
  });
}

/** What the card said, for the browser alone that holds the secret: nobody else can open it, we neither. */
export const sealWaiting = (login: EidLogin, secret: string, card: CardData): Buffer =>
  sealJson(keyFrom(secret), placeOf(login), card);

/** @throws SealBroken for another browser's secret */
export const openWaiting = (login: EidLogin, secret: string, sealed: Uint8Array): CardData =>
  openJson<CardData>(keyFrom(secret), placeOf(login), sealed);

const placeOf = ({ id }: EidLogin) => `identity_eid_login.sealed|${id}`;

function keyFrom(secret: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'identity.eid waiting card', 32)));
}
