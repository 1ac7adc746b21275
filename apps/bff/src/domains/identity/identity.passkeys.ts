import { randomBytes } from 'node:crypto';
import {
  type AddPasskey,
  type Device,
  levelOfAct,
  levelTooLow,
  type PasskeyLogin,
  passkeyExpired,
  passkeyFailed,
  passkeyUnknown,
} from '@jena/shared/identity';
import { type CitizenActor, DomainError, newId, reachesLevel, toInstant } from '@jena/shared/kernel';
import type { Clock } from '../../platform/clock.ts';
import type { Store } from '../../platform/db/store.ts';
import { appendEvent } from '../../platform/events.ts';
import type { Log } from '../../platform/log.ts';
import type { AccountFace } from '../account/index.ts';
import { passkeyPlace, type TellingDeps, tellOfPasskey } from './identity.passkeys.list.ts';
import { passkeyMinutes, plusMinutes } from './identity.policy.ts';
import { isRecovering } from './identity.recovery.ts';
import { hashSecret } from './identity.secrets.ts';
import { identityStream, openCitizenSession } from './identity.sessions.ts';
import type { IdentityStore } from './identity.store.ts';

export type PasskeyDeps = TellingDeps & {
  store: Store;
  identity: IdentityStore;
  clock: Clock;
  log: Log;
  seal: AccountFace['seal'];
  /** Address of the product as browsers see it; its host is what passkeys are bound to. */
  publicUrl: string;
};

/** Loaded when the first passkey comes: it brings parsers for kinds of attestation that a start need not wait for. */
const webauthn = () => import('@simplewebauthn/server');

const placeOf = ({ publicUrl }: PasskeyDeps) => {
  const { origin, hostname } = new URL(publicUrl);
  return { expectedOrigin: origin, expectedRPID: hostname };
};

type Purpose = { purpose: 'add' | 'login'; holder: string };

async function newChallenge({ store, identity, clock }: PasskeyDeps, bound: Purpose) {
  const challenge = new Uint8Array(randomBytes(32));
  await store.transaction(
    (tx) =>
      identity.addChallenge(tx, {
        challengeHash: hashSecret(Buffer.from(challenge).toString('base64url')),
        ...bound,
        endsAt: plusMinutes(clock.now(), passkeyMinutes),
      }),
    { changesPublicData: false },
  );
  return challenge;
}

/** Judges the challenge that a passkey signed: ours, for this holder, in time, never before. @throws identity.passkey_expired */
const expectedOnce =
  ({ store, identity, clock }: PasskeyDeps, { purpose, holder }: Purpose) =>
  async (challenge: string): Promise<boolean> => {
    const known = await store.transaction((tx) => identity.takeChallenge(tx, hashSecret(challenge)), {
      changesPublicData: false,
    });
    if (known?.purpose !== purpose || known.holder !== holder) return false;
    if (known.endsAt < toInstant(clock.now())) throw passkeyExpired();
    return true;
  };

/** Whatever the library finds wrong is one answer to the browser; operators read which. */
async function verified<T>({ log }: PasskeyDeps, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (error instanceof DomainError) throw error;
    log.warn({ err: error }, 'a passkey was refused');
    throw passkeyFailed();
  });
}

/**
 * Only who held the card to the phone a short while ago may add a way in, or whoever just got the access back at the
 * counter: their card is what they lost (docs/decisions/0058).
 * @throws identity.level_too_low
 */
async function mayAdd(deps: PasskeyDeps, actor: CitizenActor): Promise<void> {
  const needed = levelOfAct.addPasskey;
  if (reachesLevel(actor.levelOfAssurance, needed)) return;
  if (!(await isRecovering(deps, deps.store.read, actor))) throw levelTooLow({ needed });
}

/** What the browser needs to make a passkey. @throws identity.level_too_low */
export async function passkeyToAdd(deps: PasskeyDeps, actor: CitizenActor) {
  await mayAdd(deps, actor);
  const { accountId, sessionId } = actor;
  const known = await deps.identity.passkeysOf(deps.store.read, accountId);
  const { generateRegistrationOptions } = await webauthn();
  return generateRegistrationOptions({
    rpName: 'Jena',
    rpID: placeOf(deps).expectedRPID,
    // Shown by the phone beside other logins; a name would leave us for the passkey's keeper.
    userName: 'Jena – Ihre Verwaltung',
    userID: new Uint8Array(Buffer.from(accountId)),
    challenge: await newChallenge(deps, { purpose: 'add', holder: sessionId }),
    timeout: passkeyMinutes * 60_000,
    attestationType: 'none',
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** Keeps a passkey that was just made. @throws identity.level_too_low, passkey_expired, passkey_failed */
export async function addPasskey(deps: PasskeyDeps, actor: CitizenActor, { name, response }: AddPasskey) {
  await mayAdd(deps, actor);
  const { accountId, sessionId } = actor;
  const { verifyRegistrationResponse } = await webauthn();
  const { registrationInfo } = await verified(
    deps,
    verifyRegistrationResponse({
      response: { ...response, clientExtensionResults: {} },
      expectedChallenge: expectedOnce(deps, { purpose: 'add', holder: sessionId }),
      ...placeOf(deps),
      requireUserVerification: true,
    }),
  );
  if (!registrationInfo) throw passkeyFailed();
  const { credential, credentialDeviceType, credentialBackedUp } = registrationInfo;
  const at = toInstant(deps.clock.now());
  const id = newId<'passkey'>();
  await deps.store.transaction(
    async (tx) => {
      if (await deps.identity.passkeyByCredential(tx, credential.id)) throw passkeyFailed();
      await deps.identity.addPasskey(tx, {
        id,
        accountId,
        credentialId: credential.id,
        publicKey: Buffer.from(credential.publicKey),
        counter: credential.counter,
        transports: response.response.transports,
        backupEligible: credentialDeviceType === 'multiDevice',
        backedUp: credentialBackedUp,
        name: await deps.seal.seal(tx, accountId, name, passkeyPlace(id)),
        createdAt: at,
      });
      await appendEvent(tx, deps.store.tables, {
        stream: identityStream(accountId),
        type: 'identity.passkey_added',
        actor,
        at,
        data: { passkeyId: id },
        subject: accountId,
      });
      await tellOfPasskey(deps, tx, { accountId, type: 'passkey_added', passkeyId: id, at });
    },
    { changesPublicData: false },
  );
}

/** What the browser needs to ask any passkey of this place; the person picks one, nobody types a name. */
export async function passkeyToLogIn(deps: PasskeyDeps, browser: string) {
  const { generateAuthenticationOptions } = await webauthn();
  return generateAuthenticationOptions({
    rpID: placeOf(deps).expectedRPID,
    challenge: await newChallenge(deps, { purpose: 'login', holder: hashSecret(browser) }),
    timeout: passkeyMinutes * 60_000,
    userVerification: 'required',
  });
}

/**
 * Opens a session of level substantial for the holder of a passkey; gives its secret.
 * @throws identity.passkey_unknown, passkey_expired, passkey_failed; identity.other_person while somebody else is logged in
 */
export async function logInByPasskey(
  deps: PasskeyDeps,
  { response }: PasskeyLogin,
  from: {
    browser: string;
    oldToken?: string | undefined;
    device?: Device | undefined;
    deviceSecret?: string | undefined;
  },
): Promise<string> {
  const { identity, store, clock } = deps;
  const passkey = await identity.passkeyByCredential(store.read, response.id);
  if (!passkey) throw passkeyUnknown();
  const { accountId } = passkey;
  if (Buffer.from(response.response.userHandle, 'base64url').toString() !== accountId) throw passkeyFailed();
  const { verifyAuthenticationResponse } = await webauthn();
  const { credentialId, publicKey, counter, transports } = passkey;
  const { verified: isGenuine, authenticationInfo } = await verified(
    deps,
    verifyAuthenticationResponse({
      response: { ...response, clientExtensionResults: {} },
      expectedChallenge: expectedOnce(deps, { purpose: 'login', holder: hashSecret(from.browser) }),
      ...placeOf(deps),
      credential: { id: credentialId, publicKey: new Uint8Array(publicKey), counter, transports },
      requireUserVerification: true,
    }),
  );
  if (!isGenuine) throw passkeyFailed();
  const { newCounter, credentialBackedUp } = authenticationInfo;
  const use = { counter: newCounter, backedUp: credentialBackedUp, usedAt: toInstant(clock.now()) };
  return store.transaction(
    async (tx) => {
      if (!(await identity.usePasskey(tx, passkey, use))) throw passkeyUnknown();
      const opened = { levelOfAssurance: 'substantial', method: 'passkey', passkeyId: passkey.id } as const;
      const { browser: _browser, ...browserNow } = from;
      return openCitizenSession(deps, tx, { accountId, ...opened, ...browserNow });
    },
    { changesPublicData: false },
  );
}
