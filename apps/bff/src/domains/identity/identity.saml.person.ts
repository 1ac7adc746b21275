import { bundIdTaken, bundIdTooWeak } from '@jena/shared/identity';
import {
  type AccountId,
  type CitizenActor,
  type LevelOfAssurance,
  newId,
  reachesLevel,
  toInstant,
} from '@jena/shared/kernel';
import type { ProvenIdentity } from '../../adapters/saml/port.ts';
import type { Writer } from '../../platform/db/access.ts';
import { appendEvent } from '../../platform/events.ts';
import type { SamlDeps, SamlGiven, SamlSettled } from './identity.saml.finish.ts';
import { tellOfBundId } from './identity.saml.links.ts';
import { linkedPath, unknownBundIdPath } from './identity.saml.paths.ts';
import type { SamlLogin } from './identity.saml.store.ts';
import { identityStream, openCitizenSession } from './identity.sessions.ts';

/** BundID proved who a person is: lets them in, links it with their account, or begins one, as they wanted. */
export async function settlePerson(
  deps: SamlDeps,
  tx: Writer,
  { provider, purpose, returnTo }: Pick<SamlLogin, 'provider' | 'purpose' | 'returnTo'>,
  { identity, subjectHash, known, browserNow, linking }: SamlGiven,
): Promise<SamlSettled> {
  if (linking !== undefined) {
    await link(deps, tx, linking, { known, subjectHash });
    return { to: linkedPath(provider, returnTo), token: undefined };
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
  await deps.identity.addSamlCredential(tx, { provider: 'bundid', accountId: id, subjectHash, createdAt });
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
  await deps.identity.addSamlCredential(tx, { provider: 'bundid', accountId, subjectHash, createdAt: at });
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
