import {
  type Device,
  type OldWays,
  recoveryNothing,
  recoveryWrong,
  typedRecoveryCode,
} from '@jena/shared/identity';
import { type AccountId, type CitizenActor, type Day, toInstant } from '@jena/shared/kernel';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { Store } from '../../platform/db/store.ts';
import { appendEvent } from '../../platform/events.ts';
import type { Log } from '../../platform/log.ts';
import { joinLimits, plusMinutes, recoveryLimits } from './identity.policy.ts';
import { type RecoveryDeps, recoveryHash, tellOfRecovery } from './identity.recovery.counter.ts';
import { hashSecret } from './identity.secrets.ts';
import { type EndingDeps, endOtherSessions } from './identity.sessions.list.ts';
import { identityStream, openCitizenSession } from './identity.sessions.ts';

export type RedeemDeps = EndingDeps & Omit<RecoveryDeps, 'recoveryLimiters'> & { store: Store; log: Log };

/**
 * Gives the account back to who brings the code and the birth date: a session of level substantial, all others end, and
 * the person is told. Once only; a code that was tried too often opens nothing any more.
 * @returns the secret for the cookie
 * @throws identity.recovery_wrong, whatever is wrong; identity.other_person while somebody else is logged in here
 */
export async function redeemRecovery(
  deps: RedeemDeps,
  typed: { code: string; birthDate: Day },
  from: {
    oldToken?: string | undefined;
    device?: Device | undefined;
    deviceSecret?: string | undefined;
  },
): Promise<string> {
  const { store, identity, clock, keys, log } = deps;
  const code = typedRecoveryCode(typed.code);
  if (code === undefined) throw recoveryWrong();
  const row = await identity.recoveryByCode(store.read, recoveryHash(keys, code));
  const now = clock.now();
  const at = toInstant(now);
  if (row === undefined || row.issuedAt === null || row.tries >= recoveryLimits.tries) throw recoveryWrong();
  if (at >= plusMinutes(new Date(row.issuedAt), recoveryLimits.codeHours * 60)) throw recoveryWrong();
  const { accountId } = row;
  // Counted before it is compared, and kept whatever comes of it.
  const counted = await store.transaction((tx) => identity.takeRecoveryTry(tx, row), {
    changesPublicData: false,
  });
  const card = await deps.account.card(store.read, accountId);
  if (!counted || card?.birthDate !== typed.birthDate) {
    log.warn({ tries: row.tries + 1 }, 'a code that gives an access back came with another birth date');
    throw recoveryWrong();
  }
  return store.transaction(
    async (tx) => {
      if (!(await identity.useRecovery(tx, row.id, at))) throw recoveryWrong();
      const level = 'substantial' as const;
      const opened = { accountId, levelOfAssurance: level, method: 'recovery', ...from } as const;
      const secret = await openCitizenSession(deps, tx, opened);
      const session = await identity.sessionByToken(tx, hashSecret(secret));
      if (!session) throw recoveryWrong();
      const actor: CitizenActor = {
        kind: 'citizen',
        accountId,
        sessionId: session.id,
        levelOfAssurance: level,
      };
      await endOtherSessions(deps, tx, actor);
      await appendEvent(tx, deps.tables, {
        stream: identityStream(accountId),
        type: 'identity.access_recovered',
        actor,
        at,
        data: { recoveryId: row.id },
        subject: accountId,
      });
      await tellOfRecovery(deps, tx, { accountId, type: 'access_recovered', at });
      return secret;
    },
    { changesPublicData: false },
  );
}

type Ways = Pick<RedeemDeps, 'identity' | 'clock'>;

/** Did this session begin with such a code, a short while ago? Then it may set up a passkey without a card. */
export async function isRecovering(
  { identity, clock }: Ways,
  db: Reader,
  { accountId, sessionId }: CitizenActor,
): Promise<boolean> {
  const now = clock.now();
  const sessions = await identity.sessionsOf(db, accountId, toInstant(now));
  const own = sessions.find(({ id }) => id === sessionId);
  if (own?.method !== 'recovery') return false;
  return (now.getTime() - Date.parse(own.authenticatedAt)) / 60_000 < joinLimits.proofMinutes;
}

/** What led into the account before it was given back, and whether something new does. */
export async function oldWays({ identity, clock }: Ways, db: Reader, accountId: AccountId): Promise<OldWays> {
  const days = recoveryLimits.oldWaysDays;
  const since = await identity.recoveredAt(db, accountId, plusMinutes(clock.now(), -days * 24 * 60));
  if (since === null) return null;
  const logins = await identity.waysIn(db, accountId);
  const passkeys = await identity.passkeysOf(db, accountId);
  const old = logins.filter(({ createdAt }) => createdAt < since);
  const count = {
    cards: old.filter(({ provider }) => provider === 'eid').length,
    passkeys: passkeys.filter(({ createdAt }) => createdAt < since).length,
    bundId: old.some(({ provider }) => provider === 'bundid'),
  };
  if (count.cards + count.passkeys === 0 && !count.bundId) return null;
  const hasNew = [...logins, ...passkeys].some(({ createdAt }) => createdAt >= since);
  return { since, ...count, hasNew };
}

/**
 * Removes every way in from before, and ends whatever they opened meanwhile.
 * @throws identity.recovery_nothing when there is none, or nothing new yet: nobody locks themselves out
 */
export async function removeOldWays(deps: EndingDeps & Ways, tx: Writer, actor: CitizenActor): Promise<void> {
  const { identity, clock, tables } = deps;
  const { accountId } = actor;
  const ways = await oldWays(deps, tx, accountId);
  if (ways === null || !ways.hasNew) throw recoveryNothing();
  await identity.removeCredentialsBefore(tx, accountId, ways.since);
  await identity.removePasskeysBefore(tx, accountId, ways.since);
  await endOtherSessions(deps, tx, actor);
  await appendEvent(tx, tables, {
    stream: identityStream(accountId),
    type: 'identity.old_ways_removed',
    actor,
    at: toInstant(clock.now()),
    data: { cards: ways.cards, passkeys: ways.passkeys, bundId: ways.bundId },
    subject: accountId,
  });
}
