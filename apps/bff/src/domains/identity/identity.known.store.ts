import type { LoginMethod } from '@jena/shared/identity';
import type { AccountId, Instant } from '@jena/shared/kernel';
import { and, asc, eq, gt, isNotNull, lt, or } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { IdentityTables } from './identity.tables.ts';

export type KnownDeviceRow = IdentityTables['identityKnownDevices']['$inferSelect'];
/** An account that nobody has used for long, and what was said of it. */
export type UnusedRow = { id: AccountId; usedAt: Instant | null; warnings: number; warnedAt: Instant | null };

/** Reads and writes of where people log in from, and when last; part of the identity store. */
export function createKnownDeviceStore(t: Pick<IdentityTables, 'identityKnownDevices' | 'identityAccounts'>) {
  const { identityKnownDevices: known, identityAccounts: accounts } = t;
  return {
    async knownDevices(db: Reader, accountId: AccountId): Promise<KnownDeviceRow[]> {
      return db.select().from(known).where(eq(known.accountId, accountId)).orderBy(asc(known.firstAt));
    },

    async saveKnownDevice(
      tx: Writer,
      row: { accountId: AccountId; deviceHash: string; method: LoginMethod; at: Instant },
    ): Promise<void> {
      const { at, ...which } = row;
      await tx
        .insert(known)
        .values({ ...which, firstAt: at, lastAt: at })
        .onConflictDoUpdate({
          target: [known.accountId, known.deviceHash, known.method],
          set: { lastAt: at },
        });
    },

    async forgetKnownDevices(tx: Writer, lastBefore: Instant): Promise<void> {
      await tx.delete(known).where(lt(known.lastAt, lastBefore));
    },

    /** A login: what was said about an unused account is over. */
    async noteUse(tx: Writer, id: AccountId, usedAt: Instant): Promise<void> {
      await tx.update(accounts).set({ usedAt, warnings: 0, warnedAt: null }).where(eq(accounts.id, id));
    },

    async noteWarning(
      tx: Writer,
      id: AccountId,
      said: { warnings: number; warnedAt: Instant },
    ): Promise<void> {
      await tx.update(accounts).set(said).where(eq(accounts.id, id));
    },

    /** Accounts whose person has not logged in since; those of children and businesses never do, and go with their people. */
    async unusedSince(
      db: Reader,
      before: Instant,
      { after, limit }: { after: UnusedRow | null; limit: number },
    ): Promise<UnusedRow[]> {
      const { id, usedAt, warnings, warnedAt } = accounts;
      const beyond =
        after === null || after.usedAt === null
          ? undefined
          : or(gt(usedAt, after.usedAt), and(eq(usedAt, after.usedAt), gt(id, after.id)));
      return db
        .select({ id, usedAt, warnings, warnedAt })
        .from(accounts)
        .where(and(isNotNull(usedAt), lt(usedAt, before), beyond))
        .orderBy(asc(usedAt), asc(id))
        .limit(limit);
    },

    async useOf(db: Reader, accountId: AccountId): Promise<UnusedRow | undefined> {
      const { id, usedAt, warnings, warnedAt } = accounts;
      const [row] = await db
        .select({ id, usedAt, warnings, warnedAt })
        .from(accounts)
        .where(eq(id, accountId));
      return row;
    },
  };
}
