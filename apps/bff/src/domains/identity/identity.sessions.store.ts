import type { AccountId, Instant, LevelOfAssurance, SessionId, StaffId } from '@jena/shared/kernel';
import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/db/access.ts';
import { prepared } from '../../platform/db/prepared.ts';
import type { IdentityTables } from './identity.tables.ts';

export type SessionRow = IdentityTables['identitySessions']['$inferSelect'];

/** Reads and writes of sessions; part of the identity store. */
export function createSessionStore(t: Pick<IdentityTables, 'identitySessions' | 'identityStaff'>) {
  const { identitySessions: sessions } = t;
  // Asked with every call of whoever is logged in: only what is needed, and no join.
  const sessionByToken = prepared((db) =>
    db
      .select({
        id: sessions.id,
        accountId: sessions.accountId,
        staffId: sessions.staffId,
        levelOfAssurance: sessions.levelOfAssurance,
        method: sessions.method,
        startedAt: sessions.startedAt,
        authenticatedAt: sessions.authenticatedAt,
        seenAt: sessions.seenAt,
        endsAt: sessions.endsAt,
        endedAt: sessions.endedAt,
      })
      .from(sessions)
      .where(eq(sessions.tokenHash, sql.placeholder('tokenHash'))),
  );

  const staffById = prepared((db) =>
    db
      .select()
      .from(t.identityStaff)
      .where(eq(t.identityStaff.id, sql.placeholder('id'))),
  );

  return {
    async addSession(tx: Writer, session: IdentityTables['identitySessions']['$inferInsert']): Promise<void> {
      await tx.insert(sessions).values(session);
    },

    async sessionByToken(db: Reader, tokenHash: string) {
      const [row] = await sessionByToken(db, { tokenHash });
      return row;
    },

    async staffById(db: Reader, id: StaffId) {
      const [row] = await staffById(db, { id });
      return row;
    },

    /** A person's sessions that nobody ended and whose time is not up, the last used first; some may be idle too long. */
    async sessionsOf(db: Reader, accountId: AccountId, now: Instant): Promise<SessionRow[]> {
      return db
        .select()
        .from(sessions)
        .where(and(eq(sessions.accountId, accountId), isNull(sessions.endedAt), gt(sessions.endsAt, now)))
        .orderBy(desc(sessions.seenAt), desc(sessions.id));
    },

    /** Every session of a person that is still stored, the oldest first. */
    async allSessionsOf(db: Reader, accountId: AccountId): Promise<SessionRow[]> {
      return db
        .select()
        .from(sessions)
        .where(eq(sessions.accountId, accountId))
        .orderBy(sessions.startedAt, sessions.id);
    },

    async touchSession(
      tx: Writer,
      id: SessionId,
      change: { seenAt: Instant; levelOfAssurance: LevelOfAssurance },
    ): Promise<void> {
      await tx.update(sessions).set(change).where(eq(sessions.id, id));
    },

    /** Notes that a session was ended on purpose; its browser learns that when it asks next. */
    async markSessionEnded(tx: Writer, id: SessionId, endedAt: Instant): Promise<void> {
      await tx.update(sessions).set({ endedAt }).where(eq(sessions.id, id));
    },

    /** Forgets a session: its own browser knows that it is over. */
    async endSession(tx: Writer, id: SessionId): Promise<void> {
      await tx.delete(sessions).where(eq(sessions.id, id));
    },

    async endSessionOfToken(tx: Writer, tokenHash: string): Promise<void> {
      await tx.delete(sessions).where(eq(sessions.tokenHash, tokenHash));
    },
  };
}
