import {
  type AccountId,
  type Actor,
  anonymous,
  type LevelOfAssurance,
  newId,
  type StaffId,
  toInstant,
} from '@jena/shared/kernel';
import type { Clock } from '../../platform/clock.ts';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { Store } from '../../platform/db/store.ts';
import { idleEnd, isAlive, plusMinutes, sessionLimits, touchAfterSeconds } from './identity.policy.ts';
import { hashSecret, newSecret } from './identity.secrets.ts';
import type { IdentityStore } from './identity.store.ts';

type SessionDeps = { identity: IdentityStore; clock: Clock };

/** Opens a session; gives the secret for the cookie, which is kept nowhere else. */
export async function openCitizenSession(
  deps: SessionDeps,
  tx: Writer,
  input: { accountId: AccountId; levelOfAssurance: LevelOfAssurance },
): Promise<string> {
  return open(deps, tx, 'citizen', {
    accountId: input.accountId,
    staffId: null,
    levelOfAssurance: input.levelOfAssurance,
  });
}

export async function openStaffSession(deps: SessionDeps, tx: Writer, staffId: StaffId): Promise<string> {
  return open(deps, tx, 'staff', { accountId: null, staffId, levelOfAssurance: 'substantial' });
}

async function open(
  { identity, clock }: SessionDeps,
  tx: Writer,
  kind: 'citizen' | 'staff',
  holder: { accountId: AccountId | null; staffId: StaffId | null; levelOfAssurance: LevelOfAssurance },
): Promise<string> {
  const now = clock.now();
  const { secret, hash } = newSecret();
  await identity.addSession(tx, {
    id: newId<'session'>(),
    tokenHash: hash,
    ...holder,
    startedAt: toInstant(now),
    seenAt: toInstant(now),
    endsAt: plusMinutes(now, sessionLimits[kind].totalMinutes),
  });
  return secret;
}

/** Who holds this cookie; anonymous when the session is unknown, ended or of the other door. */
export async function actorOf(
  { store, identity, clock }: SessionDeps & { store: Store },
  kind: 'citizen' | 'staff',
  token: string | undefined,
): Promise<Actor> {
  if (!token) return anonymous;
  const found = await identity.sessionByToken(store.read, hashSecret(token));
  const now = clock.now();
  if (!found || !isAlive(kind, found.session, now)) return anonymous;
  const { session, staff } = found;
  // A session of the other door is none here; looking at it must not keep it alive either.
  if (kind === 'citizen' ? !session.accountId : !staff) return anonymous;
  if (now.getTime() - Date.parse(session.seenAt) > touchAfterSeconds * 1000) {
    await store.transaction((tx) => identity.touchSession(tx, session.id, toInstant(now)), {
      changesPublicData: false,
    });
  }
  if (kind === 'citizen' && session.accountId) {
    const { accountId, id: sessionId, levelOfAssurance } = session;
    return { kind: 'citizen', accountId, sessionId, levelOfAssurance };
  }
  if (kind === 'staff' && staff) {
    const { id: staffId, name, officeId, roles } = staff;
    return { kind: 'staff', staffId, sessionId: session.id, name, officeId, roles };
  }
  return anonymous;
}

/** When the session of this cookie ends: without further activity, and in any case. */
export async function sessionEnds(
  identity: IdentityStore,
  db: Reader,
  kind: 'citizen' | 'staff',
  token: string,
) {
  const found = await identity.sessionByToken(db, hashSecret(token));
  return found && { idleEndsAt: idleEnd(kind, found.session), endsAt: found.session.endsAt };
}
