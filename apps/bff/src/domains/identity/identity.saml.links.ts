import { bundIdOnlyWay, type LinkedLogins } from '@jena/shared/identity';
import { type AccountId, type CitizenActor, type Instant, toInstant } from '@jena/shared/kernel';
import type { SamlProviders } from '../../adapters/saml/providers.ts';
import type { Reader, Writer } from '../../platform/db/access.ts';
import { appendEvent } from '../../platform/events.ts';
import type { Notifications } from '../notifications/index.ts';
import { type EndingDeps, endOneSession } from './identity.sessions.list.ts';
import { identityStream } from './identity.sessions.ts';

type Telling = { notify: Notifications['notify'] };

/** Tells the person in the inbox and on their devices that a way into the account changed (ASVS 6.3.7). */
export async function tellOfBundId(
  { notify }: Telling,
  tx: Writer,
  what: { accountId: AccountId; type: 'bundid_linked' | 'bundid_unlinked'; at: Instant },
): Promise<void> {
  const key = `${what.type}:${what.at}`;
  await notify(tx, { ...what, key, caseId: null, caseReference: null, serviceSlug: null });
}

export type LinkDeps = EndingDeps & Telling & { saml: SamlProviders };

/** Who vouches for this account, and since when. */
export async function linkedLogins(
  { identity, saml }: LinkDeps,
  db: Reader,
  accountId: AccountId,
): Promise<LinkedLogins> {
  const rows = await identity.credentialsOf(db, accountId);
  return {
    bundIdOffered: saml.bundid.isConfigured,
    logins: rows.map(({ provider, createdAt }) => ({ provider, since: createdAt })),
  };
}

/**
 * Takes BundID's way into the account away, and ends the other sessions that it opened. Where none is linked, nothing is to be done.
 * @throws identity.bundid_only_way when no card leads into the account
 */
export async function unlinkBundId(deps: LinkDeps, tx: Writer, actor: CitizenActor): Promise<void> {
  const { identity, tables, clock } = deps;
  const { accountId, sessionId } = actor;
  const at = toInstant(clock.now());
  const ways = await identity.credentialsOf(tx, accountId);
  if (!ways.some(({ provider }) => provider === 'bundid')) return;
  if (!ways.some(({ provider }) => provider === 'eid')) throw bundIdOnlyWay();
  await identity.removeBundId(tx, accountId);
  await appendEvent(tx, tables, {
    stream: identityStream(accountId),
    type: 'identity.bundid_unlinked',
    actor,
    at,
    data: {},
    subject: accountId,
  });
  await tellOfBundId(deps, tx, { accountId, type: 'bundid_unlinked', at });
  for (const { id, method } of await identity.sessionsOf(tx, accountId, at)) {
    if (method === 'bundid' && id !== sessionId) await endOneSession(deps, tx, actor, id);
  }
}
