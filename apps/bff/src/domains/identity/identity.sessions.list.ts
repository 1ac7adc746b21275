import { type Session, sessionNotFound } from '@jena/shared/identity';
import { type AccountId, type CitizenActor, type SessionId, toInstant } from '@jena/shared/kernel';
import type { Clock } from '../../platform/clock.ts';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { AppTables } from '../../platform/db/tables.ts';
import { appendEvent } from '../../platform/events.ts';
import { isAlive } from './identity.policy.ts';
import type { SessionRow } from './identity.sessions.store.ts';
import { identityStream } from './identity.sessions.ts';
import type { IdentityStore } from './identity.store.ts';

export type EndingDeps = {
  identity: IdentityStore;
  tables: AppTables;
  clock: Clock;
  /** Binds push devices to nobody: those that were last told by one of these sessions, or all but one session's. */
  silence(
    tx: Writer,
    accountId: AccountId,
    which: { sessions: readonly SessionId[] } | { allBut: SessionId | null },
  ): Promise<void>;
};

type Living = Pick<EndingDeps, 'identity' | 'clock'>;

async function livingSessions(
  { identity, clock }: Living,
  db: Reader,
  accountId: AccountId,
): Promise<SessionRow[]> {
  const now = clock.now();
  const rows = await identity.sessionsOf(db, accountId, toInstant(now));
  return rows.filter((row) => isAlive('citizen', row, now));
}

/** Where a person is logged in at this moment, this device first. */
export async function sessionList(deps: Living, db: Reader, actor: CitizenActor): Promise<Session[]> {
  const rows = await livingSessions(deps, db, actor.accountId);
  const list = rows.map(({ id, method, browser, system, startedAt, seenAt }) => ({
    id,
    current: id === actor.sessionId,
    method,
    browser,
    system,
    startedAt,
    seenAt,
  }));
  return list.sort((a, b) => Number(b.current) - Number(a.current));
}

/** Ends sessions from outside: their devices learn it, forget what is personal, and are pushed nothing more. */
export async function endSessions(
  { identity, tables, clock }: EndingDeps,
  tx: Writer,
  actor: CitizenActor,
  rows: readonly Pick<SessionRow, 'id'>[],
): Promise<void> {
  const at = toInstant(clock.now());
  for (const { id } of rows) {
    await identity.markSessionEnded(tx, id, at);
    await appendEvent(tx, tables, {
      stream: identityStream(actor.accountId),
      type: 'identity.session_ended',
      actor,
      at,
      data: { sessionId: id },
      subject: actor.accountId,
    });
  }
}

/** @throws identity.session_not_found for a foreign session too: nobody learns that it exists */
export async function endOneSession(
  deps: EndingDeps,
  tx: Writer,
  actor: CitizenActor,
  id: SessionId,
): Promise<void> {
  const rows = await livingSessions(deps, tx, actor.accountId);
  const row = rows.find((one) => one.id === id);
  if (!row) throw sessionNotFound();
  await endSessions(deps, tx, actor, [row]);
  await deps.silence(tx, actor.accountId, { sessions: [id] });
}

/** Ends every other session; a device whose session is long over is silenced too: it may be the lost one. */
export async function endOtherSessions(deps: EndingDeps, tx: Writer, actor: CitizenActor): Promise<void> {
  const rows = await livingSessions(deps, tx, actor.accountId);
  await endSessions(
    deps,
    tx,
    actor,
    rows.filter(({ id }) => id !== actor.sessionId),
  );
  await deps.silence(tx, actor.accountId, { allBut: actor.sessionId });
}

/** Ends everything, this session included. */
export async function endAllSessions(deps: EndingDeps, tx: Writer, actor: CitizenActor): Promise<void> {
  await endOtherSessions(deps, tx, actor);
  await deps.silence(tx, actor.accountId, { allBut: null });
  await deps.identity.endSession(tx, actor.sessionId);
}
