import type { PasskeyId, RecoveryId } from '@jena/shared/identity';
import type { AccountId, Instant } from '@jena/shared/kernel';
import { and, desc, eq, gt, inArray, isNotNull, isNull, lt } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { AskId } from '../../platform/db/platform.tables.ts';
import type { IdentityTables } from './identity.tables.ts';

export type RecoveryRow = IdentityTables['identityRecoveries']['$inferSelect'];

/** Reads and writes of accesses that are given back; part of the identity store. */
export function createRecoveryStore(t: IdentityTables) {
  const { identityRecoveries: r, identityCredentials: credentials, identityPasskeys: passkeys } = t;
  return {
    async addRecovery(tx: Writer, row: IdentityTables['identityRecoveries']['$inferInsert']): Promise<void> {
      await tx.insert(r).values(row);
    },

    async recoveryOfAsk(db: Reader, askId: AskId): Promise<RecoveryRow | undefined> {
      const [row] = await db.select().from(r).where(eq(r.askId, askId));
      return row;
    },

    async recoveriesOfAsks(db: Reader, askIds: readonly AskId[]): Promise<RecoveryRow[]> {
      return askIds.length === 0
        ? []
        : db
            .select()
            .from(r)
            .where(inArray(r.askId, [...askIds]));
    },

    async recoveryById(db: Reader, id: RecoveryId): Promise<RecoveryRow | undefined> {
      const [row] = await db.select().from(r).where(eq(r.id, id));
      return row;
    },

    async recoveryByCode(db: Reader, codeHash: string): Promise<RecoveryRow | undefined> {
      const [row] = await db.select().from(r).where(eq(r.codeHash, codeHash));
      return row;
    },

    async issuedSince(db: Reader, accountId: AccountId, since: Instant): Promise<number> {
      return db.$count(r, and(eq(r.accountId, accountId), gt(r.issuedAt, since)));
    },

    /** One code at a time: those of before open nothing any more. */
    async dropCodes(tx: Writer, accountId: AccountId): Promise<void> {
      await tx.update(r).set({ codeHash: null }).where(eq(r.accountId, accountId));
    },

    async issueRecovery(
      tx: Writer,
      id: RecoveryId,
      issued: Pick<RecoveryRow, 'issuedBy' | 'issuedAt' | 'codeHash'>,
    ): Promise<void> {
      await tx.update(r).set(issued).where(eq(r.id, id));
    },

    /** Counts a try; false when none is left. */
    async takeRecoveryTry(tx: Writer, row: Pick<RecoveryRow, 'id' | 'tries'>): Promise<boolean> {
      const taken = await tx
        .update(r)
        .set({ tries: row.tries + 1 })
        .where(and(eq(r.id, row.id), eq(r.tries, row.tries), isNotNull(r.codeHash)))
        .returning({ id: r.id });
      return taken.length === 1;
    },

    /** False when somebody was quicker: a code serves once. */
    async useRecovery(tx: Writer, id: RecoveryId, usedAt: Instant): Promise<boolean> {
      const used = await tx
        .update(r)
        .set({ usedAt, codeHash: null })
        .where(and(eq(r.id, id), isNotNull(r.codeHash), isNull(r.usedAt)))
        .returning({ id: r.id });
      return used.length === 1;
    },

    /** When the account was given back last, if that was after this moment. */
    async recoveredAt(db: Reader, accountId: AccountId, since: Instant): Promise<Instant | null> {
      const [row] = await db
        .select({ usedAt: r.usedAt })
        .from(r)
        .where(and(eq(r.accountId, accountId), gt(r.usedAt, since)))
        .orderBy(desc(r.usedAt))
        .limit(1);
      return row?.usedAt ?? null;
    },

    async removeCredentialsBefore(tx: Writer, accountId: AccountId, before: Instant): Promise<void> {
      await tx
        .delete(credentials)
        .where(and(eq(credentials.accountId, accountId), lt(credentials.createdAt, before)));
    },

    async removePasskeysBefore(tx: Writer, accountId: AccountId, before: Instant): Promise<PasskeyId[]> {
      const rows = await tx
        .delete(passkeys)
        .where(and(eq(passkeys.accountId, accountId), lt(passkeys.createdAt, before)))
        .returning({ id: passkeys.id });
      return rows.map(({ id }) => id);
    },

    /** When an access was asked for, issued and used, without its secrets; for the archive of all data. */
    async recoveriesOf(db: Reader, accountId: AccountId) {
      return db
        .select({ officeId: r.officeId, askedAt: r.askedAt, issuedAt: r.issuedAt, usedAt: r.usedAt })
        .from(r)
        .where(eq(r.accountId, accountId))
        .orderBy(r.askedAt);
    },

    /** Forgets what was asked for or used before this moment. */
    async sweepRecoveries(tx: Writer, before: Instant): Promise<void> {
      await tx.delete(r).where(lt(r.askedAt, before));
    },
  };
}
