import type { SamlProviderName } from '@jena/shared/identity';
import type { AccountId, Instant, LevelOfAssurance } from '@jena/shared/kernel';
import { and, asc, eq, isNull, lt } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { IdentityTables, SamlLoginId } from './identity.tables.ts';

type NewSamlLogin = IdentityTables['identitySamlLogins']['$inferInsert'];
export type SamlLogin = IdentityTables['identitySamlLogins']['$inferSelect'];

/** Logins by an identity provider under way, and the ways into accounts that they open. */
export function createSamlStore(
  t: Pick<
    IdentityTables,
    'identitySamlLogins' | 'identitySamlAssertions' | 'identityAccounts' | 'identityCredentials'
  >,
) {
  const { identitySamlLogins: login, identityAccounts: account, identityCredentials: credential } = t;
  return {
    async addSamlLogin(tx: Writer, row: NewSamlLogin): Promise<void> {
      await tx.insert(login).values(row);
    },

    async samlLoginByRequest(db: Reader, requestHash: string): Promise<SamlLogin | undefined> {
      const [row] = await db.select().from(login).where(eq(login.requestHash, requestHash));
      return row;
    },

    /** Keeps the answer; false when the request was answered already. */
    async answerSamlLogin(
      tx: Writer,
      id: SamlLoginId,
      answer: { answerHash: string; sealed: Buffer },
    ): Promise<boolean> {
      const rows = await tx
        .update(login)
        .set(answer)
        .where(and(eq(login.id, id), isNull(login.answerHash)))
        .returning({ id: login.id });
      return rows.length === 1;
    },

    async samlLoginByAnswer(db: Reader, answerHash: string): Promise<SamlLogin | undefined> {
      const [row] = await db.select().from(login).where(eq(login.answerHash, answerHash));
      return row;
    },

    /** Takes a login out: it serves once. False when somebody else was faster. */
    async endSamlLogin(tx: Writer, id: SamlLoginId): Promise<boolean> {
      return (await tx.delete(login).where(eq(login.id, id)).returning({ id: login.id })).length === 1;
    },

    /** Remembers an assertion as long as it could be believed; false when it was brought before. */
    async useAssertion(tx: Writer, assertionHash: string, endsAt: Instant): Promise<boolean> {
      const rows = await tx
        .insert(t.identitySamlAssertions)
        .values({ assertionHash, endsAt })
        .onConflictDoNothing()
        .returning({ assertionHash: t.identitySamlAssertions.assertionHash });
      return rows.length === 1;
    },

    async entryLevel(db: Reader, id: AccountId): Promise<LevelOfAssurance | undefined> {
      const [row] = await db.select({ level: account.entryLevel }).from(account).where(eq(account.id, id));
      return row?.level;
    },

    async setEntryLevel(tx: Writer, id: AccountId, entryLevel: LevelOfAssurance): Promise<void> {
      await tx.update(account).set({ entryLevel }).where(eq(account.id, id));
    },

    async addSamlAccount(
      tx: Writer,
      row: { id: AccountId; entryLevel: LevelOfAssurance; createdAt: Instant },
    ): Promise<void> {
      await tx.insert(account).values(row);
    },

    async addSamlCredential(
      tx: Writer,
      row: {
        provider: SamlProviderName;
        accountId: AccountId;
        subjectHash: string;
        createdAt: Instant;
      },
    ): Promise<void> {
      await tx.insert(credential).values(row);
    },

    /** The ways into an account that providers vouch for, the oldest first. */
    async credentialsOf(db: Reader, accountId: AccountId) {
      return db
        .select({ provider: credential.provider, createdAt: credential.createdAt })
        .from(credential)
        .where(eq(credential.accountId, accountId))
        .orderBy(asc(credential.createdAt), asc(credential.subjectHash));
    },

    async removeBundId(tx: Writer, accountId: AccountId): Promise<void> {
      await tx
        .delete(credential)
        .where(and(eq(credential.accountId, accountId), eq(credential.provider, 'bundid')));
    },

    /** Forgets logins that nobody finished, and assertions that nobody would believe any more. */
    async sweepSaml(tx: Writer, now: Instant): Promise<void> {
      await tx.delete(login).where(lt(login.endsAt, now));
      await tx.delete(t.identitySamlAssertions).where(lt(t.identitySamlAssertions.endsAt, now));
    },
  };
}
