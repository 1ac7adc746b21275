import type { PasskeyId } from '@jena/shared/identity';
import type { AccountId, Instant } from '@jena/shared/kernel';
import { and, desc, eq, gte, isNull } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { IdentityTables } from './identity.tables.ts';

export type PasskeyRow = IdentityTables['identityPasskeys']['$inferSelect'];
type NewChallenge = IdentityTables['identityPasskeyChallenges']['$inferInsert'];

/** Reads and writes of passkeys; part of the identity store. */
export function createPasskeyStore(
  t: Pick<IdentityTables, 'identityPasskeys' | 'identityPasskeyChallenges' | 'identitySessions'>,
) {
  const { identityPasskeys: passkeys, identityPasskeyChallenges: challenges, identitySessions: sessions } = t;
  return {
    async addChallenge(tx: Writer, challenge: NewChallenge): Promise<void> {
      await tx.insert(challenges).values(challenge);
    },

    /** Takes a challenge out: it serves once, whatever becomes of it. */
    async takeChallenge(tx: Writer, challengeHash: string) {
      const [row] = await tx
        .delete(challenges)
        .where(eq(challenges.challengeHash, challengeHash))
        .returning();
      return row;
    },

    async addPasskey(tx: Writer, passkey: IdentityTables['identityPasskeys']['$inferInsert']): Promise<void> {
      await tx.insert(passkeys).values(passkey);
    },

    async passkeyByCredential(db: Reader, credentialId: string): Promise<PasskeyRow | undefined> {
      const [row] = await db.select().from(passkeys).where(eq(passkeys.credentialId, credentialId));
      return row;
    },

    /** The newest first. */
    async passkeysOf(db: Reader, accountId: AccountId): Promise<PasskeyRow[]> {
      return db
        .select()
        .from(passkeys)
        .where(eq(passkeys.accountId, accountId))
        .orderBy(desc(passkeys.createdAt), desc(passkeys.id));
    },

    /** Notes a use. False when the passkey is gone or was used at the same time with the same counter. */
    async usePasskey(
      tx: Writer,
      { id, counter: before }: Pick<PasskeyRow, 'id' | 'counter'>,
      change: { counter: number; backedUp: boolean; usedAt: Instant },
    ): Promise<boolean> {
      const rows = await tx
        .update(passkeys)
        .set(change)
        .where(and(eq(passkeys.id, id), eq(passkeys.counter, before)))
        .returning({ id: passkeys.id });
      return rows.length === 1;
    },

    /** False when this person has no such passkey. */
    async deletePasskey(tx: Writer, accountId: AccountId, id: PasskeyId): Promise<boolean> {
      const rows = await tx
        .delete(passkeys)
        .where(and(eq(passkeys.id, id), eq(passkeys.accountId, accountId)))
        .returning({ id: passkeys.id });
      return rows.length === 1;
    },

    /** The sessions that a passkey opened, that nobody ended and whose time is not up. */
    async sessionsOfPasskey(db: Reader, id: PasskeyId, now: Instant) {
      return db
        .select({ id: sessions.id })
        .from(sessions)
        .where(and(eq(sessions.passkeyId, id), isNull(sessions.endedAt), gte(sessions.endsAt, now)));
    },
  };
}
