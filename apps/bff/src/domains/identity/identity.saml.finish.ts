import { bundIdExpired, bundIdTaken, bundIdTooWeak, type Device } from '@jena/shared/identity';
import {
  type AccountId,
  type CitizenActor,
  DomainError,
  type LevelOfAssurance,
  newId,
  reachesLevel,
  toInstant,
} from '@jena/shared/kernel';
import type { ProvenIdentity } from '../../adapters/saml/port.ts';
import type { Writer } from '../../platform/db/access.ts';
import { appendEvent } from '../../platform/events.ts';
import type { SaveCard } from '../account/index.ts';
import type { Notifications } from '../notifications/index.ts';
import { tellOfBundId } from './identity.saml.links.ts';
import { linkedPath, unknownBundIdPath } from './identity.saml.paths.ts';
import { openAnswer, tellFailed } from './identity.saml.receive.ts';
import { type SamlStartDeps, surelyHere } from './identity.saml.start.ts';
import type { SamlLogin } from './identity.saml.store.ts';
import { hashSecret, sameHash } from './identity.secrets.ts';
import { identityStream, openCitizenSession } from './identity.sessions.ts';

export type SamlDeps = SamlStartDeps & {
  /** Keyed hash of a pseudonym: nobody can compute it without the key. */
  hashSubject: (provider: 'bundid', subject: string) => string;
  saveCard: SaveCard;
  notify: Notifications['notify'];
};

type BrowserNow = { oldToken: string | undefined; device: Device };

export type SamlFinished =
  | { kind: 'done'; to: string; token: string | undefined }
  | { kind: 'refused'; error: DomainError; login: SamlLogin | undefined };

/**
 * Does what the person began, in the browser that began it and in no other: whoever has somebody else's answer posted
 * by a stranger's browser gains nothing (login CSRF). Serves once.
 */
export async function finishSaml(
  deps: SamlDeps,
  { secret, browser, browserNow }: { secret: string; browser: string; browserNow: BrowserNow },
): Promise<SamlFinished> {
  const login = await deps.identity.samlLoginByAnswer(deps.store.read, hashSecret(secret));
  const isOurs = login && sameHash(login.browserHash, hashSecret(browser));
  if (!isOurs || login.endsAt <= toInstant(deps.clock.now()))
    return { kind: 'refused', error: bundIdExpired(), login: undefined };
  try {
    const identity = openAnswer(login, secret);
    const linking = login.purpose === 'link' ? await stillHere(deps, login, browserNow.oldToken) : undefined;
    const done = await deps.store.transaction(async (tx) => {
      if (!(await deps.identity.endSamlLogin(tx, login.id))) throw bundIdExpired();
      return settle(deps, tx, login, { identity, browserNow, linking });
    });
    return { kind: 'done', ...done };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await deps.store.transaction(async (tx) => {
      if (await deps.identity.endSamlLogin(tx, login.id)) await tellFailed(deps, tx, login, error.code);
    });
    return { kind: 'refused', error, login };
  }
}

/** Who began to link must still be logged in as themselves, and still as surely. */
async function stillHere(deps: SamlDeps, login: SamlLogin, token: string | undefined): Promise<CitizenActor> {
  const actor = await surelyHere(deps, token);
  if (actor.accountId !== login.accountId) throw bundIdExpired();
  return actor;
}

async function settle(
  deps: SamlDeps,
  tx: Writer,
  { purpose, returnTo }: SamlLogin,
  given: { identity: ProvenIdentity; browserNow: BrowserNow; linking: CitizenActor | undefined },
): Promise<{ to: string; token: string | undefined }> {
  const { identity, browserNow, linking } = given;
  const subjectHash = deps.hashSubject('bundid', identity.subject);
  const known = await deps.identity.accountBySubject(tx, subjectHash);
  if (linking !== undefined) {
    await link(deps, tx, linking, { known, subjectHash });
    return { to: linkedPath(returnTo), token: undefined };
  }
  // Never by name: an unknown pseudonym is an unknown person, until they prove both or begin an account.
  if (known === undefined && purpose !== 'registration')
    return { to: unknownBundIdPath(returnTo), token: undefined };
  const { level } = identity;
  const holder = known ?? (await begin(deps, tx, identity, subjectHash));
  await checkEntry(deps, tx, holder, level);
  const session = { accountId: holder, levelOfAssurance: level, method: 'bundid', ...browserNow } as const;
  return { to: returnTo, token: await openCitizenSession(deps, tx, session) };
}

/** An account asks for what it was once opened with, at most `substantial`, which a passkey proves too. */
const entryLevelOf = (level: LevelOfAssurance): LevelOfAssurance =>
  level === 'high' ? 'substantial' : level;

async function begin(
  deps: SamlDeps,
  tx: Writer,
  { level, person }: ProvenIdentity,
  subjectHash: string,
): Promise<AccountId> {
  const [id, createdAt] = [newId<'account'>() as AccountId, toInstant(deps.clock.now())];
  await deps.identity.addSamlAccount(tx, { id, entryLevel: entryLevelOf(level), createdAt });
  await deps.identity.addSamlCredential(tx, { accountId: id, subjectHash, createdAt });
  await deps.saveCard(tx, { accountId: id, card: person, at: createdAt });
  return id;
}

/** @throws identity.bundid_too_weak when the account was opened more surely before: the weakest door would set its level */
async function checkEntry(
  deps: SamlDeps,
  tx: Writer,
  accountId: AccountId,
  level: LevelOfAssurance,
): Promise<void> {
  const needed = (await deps.identity.entryLevel(tx, accountId)) ?? 'substantial';
  if (!reachesLevel(level, needed)) throw bundIdTooWeak({ needed });
  if (needed !== entryLevelOf(level)) await deps.identity.setEntryLevel(tx, accountId, entryLevelOf(level));
}

/** @throws identity.bundid_taken when this BundID leads into another account */
async function link(
  deps: SamlDeps,
  tx: Writer,
  actor: CitizenActor,
  { known, subjectHash }: { known: AccountId | undefined; subjectHash: string },
): Promise<void> {
  const { accountId } = actor;
  if (known === accountId) return;
  if (known !== undefined) throw bundIdTaken();
  const at = toInstant(deps.clock.now());
  await deps.identity.addSamlCredential(tx, { accountId, subjectHash, createdAt: at });
  await appendEvent(tx, deps.store.tables, {
    stream: identityStream(accountId),
    type: 'identity.bundid_linked',
    actor,
    at,
    data: {},
    subject: accountId,
  });
  await tellOfBundId(deps, tx, { accountId, type: 'bundid_linked', at });
}
