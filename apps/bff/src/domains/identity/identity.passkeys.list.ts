import { type Passkey, type PasskeyId, passkeyNotFound } from '@jena/shared/identity';
import { type AccountId, type CitizenActor, type Instant, toInstant } from '@jena/shared/kernel';
import type { Reader, Writer } from '../../platform/db/access.ts';
import { appendEvent } from '../../platform/events.ts';
import type { AccountFace } from '../account/index.ts';
import type { Notifications } from '../notifications/index.ts';
import { type EndingDeps, endSessions } from './identity.sessions.list.ts';
import { identityStream } from './identity.sessions.ts';

export type TellingDeps = { notify: Notifications['notify'] };
export type RemovingDeps = EndingDeps & TellingDeps & { seal: AccountFace['seal'] };

/** Where the sealed name of a passkey stands. */
export const passkeyPlace = (id: PasskeyId) => `identity_passkey.name:${id}`;

/** A person's passkeys, the newest first. */
export async function passkeyList(
  { identity, seal }: Pick<RemovingDeps, 'identity' | 'seal'>,
  db: Reader,
  accountId: AccountId,
): Promise<Passkey[]> {
  const rows = await identity.passkeysOf(db, accountId);
  return Promise.all(
    rows.map(async ({ id, name, createdAt, usedAt }) => ({
      id,
      name: await seal.open(db, accountId, name, passkeyPlace(id)),
      createdAt,
      usedAt,
    })),
  );
}

/** Tells the person in the inbox and on their devices that a way into the account changed (ASVS 6.3.7). */
export async function tellOfPasskey(
  { notify }: TellingDeps,
  tx: Writer,
  what: {
    accountId: AccountId;
    type: 'passkey_added' | 'passkey_removed';
    passkeyId: PasskeyId;
    at: Instant;
  },
): Promise<void> {
  const { accountId, type, passkeyId, at } = what;
  const key = `${type}:${passkeyId}`;
  await notify(tx, { accountId, type, at, key, caseId: null, caseReference: null, serviceSlug: null });
}

/**
 * Removes a passkey and ends the sessions it opened, on a lost phone too.
 * @throws identity.passkey_not_found for a foreign passkey too: nobody learns that it exists
 */
export async function removePasskey(
  deps: RemovingDeps,
  tx: Writer,
  actor: CitizenActor,
  passkeyId: PasskeyId,
): Promise<void> {
  const { identity, tables, clock } = deps;
  const { accountId } = actor;
  const at = toInstant(clock.now());
  if (!(await identity.deletePasskey(tx, accountId, passkeyId))) throw passkeyNotFound();
  await appendEvent(tx, tables, {
    stream: identityStream(accountId),
    type: 'identity.passkey_removed',
    actor,
    at,
    data: { passkeyId },
    subject: accountId,
  });
  const opened = await identity.sessionsOfPasskey(tx, passkeyId, at);
  await endSessions(deps, tx, actor, opened);
  await deps.silence(tx, accountId, { sessions: opened.map(({ id }) => id) });
  await tellOfPasskey(deps, tx, { accountId, type: 'passkey_removed', passkeyId, at });
}
