import { type Device, type LoginMethod, otherPerson, type PasskeyId } from '@jena/shared/identity';
import {
  type AccountId,
  type Actor,
  anonymous,
  type LevelOfAssurance,
  newId,
  type SessionId,
  type StaffId,
  toInstant,
} from '@jena/shared/kernel';
import type { Clock } from '../../platform/clock.ts';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { Store } from '../../platform/db/store.ts';
import { appendEvent } from '../../platform/events.ts';
import { noteDevice, type TellingDeps } from './identity.known.ts';
import {
  idleEnd,
  isAlive,
  levelNow,
  plusMinutes,
  sessionLimits,
  touchAfterSeconds,
} from './identity.policy.ts';
import { hashSecret, newSecret } from './identity.secrets.ts';
import { deviceOf } from './identity.sessions.device.ts';
import type { IdentityStore } from './identity.store.ts';

type SessionDeps = { identity: IdentityStore; clock: Clock; store: Pick<Store, 'tables'> };

/** A login may be one that its person must hear of. */
type OpeningDeps = SessionDeps & TellingDeps;

export type NewCitizenSession = {
  accountId: AccountId;
  levelOfAssurance: LevelOfAssurance;
  method: LoginMethod;
  /** The passkey that opens it. */
  passkeyId?: PasskeyId | undefined;
  device?: Device | undefined;
  /** By which the browser is known again; without one nobody is told that it is a new one. */
  deviceSecret?: string | undefined;
  /** The session that this browser had until now: the new one takes its place (ASVS 7.2.4). */
  oldToken?: string | undefined;
};

/** What belongs to a person's logins and devices. */
export const identityStream = (accountId: AccountId) => `identity:${accountId}`;

/**
 * Opens a session; gives the secret for the cookie, which is kept nowhere else. With a living session of the same
 * person it is a confirmation: the session goes on under a new secret.
 * @throws identity.other_person when somebody else is still logged in here: their work must not change hands unseen
 */
export async function openCitizenSession(
  deps: OpeningDeps,
  tx: Writer,
  { accountId, oldToken, deviceSecret, ...given }: NewCitizenSession,
): Promise<string> {
  const { identity, clock, store } = deps;
  const now = clock.now();
  const before = oldToken && (await identity.sessionByToken(tx, hashSecret(oldToken)));
  const goesOn = before && isAlive('citizen', before, now) ? before : undefined;
  if (goesOn && goesOn.accountId !== accountId) throw otherPerson();
  if (before) await identity.endSession(tx, before.id);
  const opened = await open(deps, tx, 'citizen', {
    accountId,
    staffId: null,
    startedAt: goesOn?.startedAt,
    ...given,
  });
  await appendEvent(tx, store.tables, {
    stream: identityStream(accountId),
    type: goesOn ? 'identity.confirmed' : 'identity.logged_in',
    actor: { kind: 'citizen', accountId, sessionId: opened.id, levelOfAssurance: given.levelOfAssurance },
    at: toInstant(now),
    data: { sessionId: opened.id, method: given.method, levelOfAssurance: given.levelOfAssurance },
    subject: accountId,
  });
  await identity.noteUse(tx, accountId, toInstant(now));
  if (deviceSecret !== undefined)
    await noteDevice(deps, tx, { accountId, sessionId: opened.id, deviceSecret, method: given.method });
  return opened.secret;
}

export async function openStaffSession(
  deps: Omit<SessionDeps, 'store'>,
  tx: Writer,
  {
    staffId,
    oldToken,
    device,
  }: { staffId: StaffId; oldToken?: string | undefined; device?: Device | undefined },
): Promise<string> {
  if (oldToken) await deps.identity.endSessionOfToken(tx, hashSecret(oldToken));
  const holder = { accountId: null, staffId, levelOfAssurance: 'substantial', method: 'staff' } as const;
  return (await open(deps, tx, 'staff', { ...holder, device })).secret;
}

async function open(
  { identity, clock }: Omit<SessionDeps, 'store'>,
  tx: Writer,
  kind: 'citizen' | 'staff',
  {
    device = deviceOf(undefined),
    startedAt,
    ...holder
  }: {
    accountId: AccountId | null;
    staffId: StaffId | null;
    levelOfAssurance: LevelOfAssurance;
    method: LoginMethod;
    passkeyId?: PasskeyId | undefined;
    device?: Device | undefined;
    startedAt?: ReturnType<typeof toInstant> | undefined;
  },
): Promise<{ secret: string; id: SessionId }> {
  const now = clock.now();
  const at = toInstant(now);
  const { secret, hash } = newSecret();
  const id = newId<'session'>();
  await identity.addSession(tx, {
    id,
    tokenHash: hash,
    ...holder,
    ...device,
    startedAt: startedAt ?? at,
    authenticatedAt: at,
    seenAt: at,
    endsAt: plusMinutes(now, sessionLimits[kind].totalMinutes),
  });
  return { secret, id };
}

/**
 * Who holds this cookie; anonymous when the session is unknown, ended or of the other door.
 * @param quiet nobody is at work, the page looks by itself: this must not keep the session alive (ASVS 7.3.1)
 */
export async function actorOf(
  { store, identity, clock }: SessionDeps & { store: Store },
  kind: 'citizen' | 'staff',
  { token, quiet }: { token: string | undefined; quiet: boolean },
): Promise<Actor> {
  if (!token) return anonymous;
  const session = await identity.sessionByToken(store.read, hashSecret(token));
  const now = clock.now();
  if (!session || !isAlive(kind, session, now)) return anonymous;
  // A session of the other door is none here; looking at it must not keep it alive either.
  const staff =
    kind === 'staff' && session.staffId ? await identity.staffById(store.read, session.staffId) : undefined;
  if (kind === 'citizen' ? !session.accountId : !staff) return anonymous;
  const levelOfAssurance = levelNow(session, now);
  if (!quiet && now.getTime() - Date.parse(session.seenAt) > touchAfterSeconds * 1000) {
    // What faded while the person was away stays faded: the level is written with the time.
    const change = { seenAt: toInstant(now), levelOfAssurance };
    await store.transaction((tx) => identity.touchSession(tx, session.id, change), {
      changesPublicData: false,
    });
  }
  if (kind === 'citizen' && session.accountId) {
    const { id: sessionId, accountId, method } = session;
    const forFirm = method === 'muk' ? { forFirm: true as const } : {};
    return { kind: 'citizen', accountId, sessionId, levelOfAssurance, ...forFirm };
  }
  if (kind === 'staff' && staff) {
    const { id: staffId, name, officeId, roles } = staff;
    return { kind: 'staff', staffId, sessionId: session.id, name, officeId, roles };
  }
  return anonymous;
}

/** How the session of this cookie was opened and when it ends; `ended` when another device ended it. */
export async function sessionOf(
  { identity, clock }: Pick<SessionDeps, 'identity' | 'clock'>,
  db: Reader,
  kind: 'citizen' | 'staff',
  token: string | undefined,
) {
  const session = token ? await identity.sessionByToken(db, hashSecret(token)) : undefined;
  if (!session) return undefined;
  if (session.endedAt !== null) return { ended: true as const };
  return {
    ended: false as const,
    method: session.method,
    at: toInstant(clock.now()),
    idleEndsAt: idleEnd(kind, session),
    endsAt: session.endsAt,
  };
}
