import type { AddedKind, ClaimKind } from '@jena/shared/account';
import type { AccountId, ExportId, Instant, Language } from '@jena/shared/kernel';
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { AccountTables } from './account.tables.ts';

export type ProfileRow = AccountTables['accountProfiles']['$inferSelect'];
export type AddedRow = AccountTables['accountAdded']['$inferSelect'];
export type ExportRow = AccountTables['accountExports']['$inferSelect'];

/** Reads and writes of the account domain. Each function takes the connection it works on. */
export function createAccountStore({
  accountProfiles: t,
  accountExports: exports,
  accountClaims: claim,
  accountAdded: added,
  accountLikeness: likeness,
}: AccountTables) {
  return {
    /** A person's archives, the newest first. */
    async exportsOf(db: Reader, accountId: AccountId): Promise<ExportRow[]> {
      return db
        .select()
        .from(exports)
        .where(eq(exports.accountId, accountId))
        .orderBy(desc(exports.requestedAt), desc(exports.id));
    },

    async exportById(db: Reader, id: ExportId): Promise<ExportRow | undefined> {
      const [row] = await db.select().from(exports).where(eq(exports.id, id));
      return row;
    },

    async addExport(tx: Writer, row: AccountTables['accountExports']['$inferInsert']): Promise<void> {
      await tx.insert(exports).values(row);
    },

    /** Says that an archive can be fetched; false when it is gone, or another run was quicker. */
    async finishExport(
      tx: Writer,
      id: ExportId,
      done: { readyAt: Instant; endsAt: Instant; bytes: number },
    ): Promise<boolean> {
      const changed = await tx
        .update(exports)
        .set(done)
        .where(and(eq(exports.id, id), isNull(exports.readyAt)))
        .returning({ id: exports.id });
      return changed.length > 0;
    },

    async removeExport(tx: Writer, id: ExportId): Promise<void> {
      await tx.delete(exports).where(eq(exports.id, id));
    },

    async profile(db: Reader, accountId: AccountId): Promise<ProfileRow | undefined> {
      const [row] = await db.select().from(t).where(eq(t.accountId, accountId));
      return row;
    },

    /** Keeps the card's newest data; the rest of the profile stays. */
    async saveCard(
      tx: Writer,
      { accountId, card, at }: { accountId: AccountId; card: Buffer; at: Instant },
    ): Promise<void> {
      const read = { card, cardReadAt: at };
      await tx
        .insert(t)
        .values({ accountId, ...read, language: 'de' })
        .onConflictDoUpdate({ target: t.accountId, set: read });
    },

    /** Keeps by what somebody alike is found; what was kept before is forgotten. */
    async keepLikeness(tx: Writer, accountId: AccountId, hashes: readonly string[]): Promise<void> {
      await tx.delete(likeness).where(eq(likeness.accountId, accountId));
      if (hashes.length > 0) await tx.insert(likeness).values(hashes.map((hash) => ({ hash, accountId })));
    },

    /** Whose accounts have one of these hashes, each once. */
    async alike(db: Reader, hashes: readonly string[]): Promise<AccountId[]> {
      if (hashes.length === 0) return [];
      const rows = await db
        .selectDistinct({ accountId: likeness.accountId })
        .from(likeness)
        .where(inArray(likeness.hash, [...hashes]))
        .orderBy(asc(likeness.accountId));
      return rows.map(({ accountId }) => accountId);
    },

    /** Forgets all of a person but their archives, which have files. */
    async forget(tx: Writer, accountId: AccountId): Promise<void> {
      await tx.delete(claim).where(eq(claim.accountId, accountId));
      await tx.delete(added).where(eq(added.accountId, accountId));
      await tx.delete(likeness).where(eq(likeness.accountId, accountId));
      await tx.delete(t).where(eq(t.accountId, accountId));
    },

    async setLanguage(tx: Writer, accountId: AccountId, language: Language): Promise<void> {
      await tx
        .insert(t)
        .values({ accountId, card: null, cardReadAt: null, language })
        .onConflictDoUpdate({ target: t.accountId, set: { language } });
    },

    async claims(db: Reader, accountId: AccountId) {
      return db.select().from(claim).where(eq(claim.accountId, accountId));
    },

    async saveClaim(tx: Writer, row: AccountTables['accountClaims']['$inferInsert']): Promise<void> {
      const { sealed, verifiedAt } = row;
      await tx
        .insert(claim)
        .values(row)
        .onConflictDoUpdate({ target: [claim.accountId, claim.kind], set: { sealed, verifiedAt } });
    },

    async removeClaim(tx: Writer, accountId: AccountId, kind: ClaimKind): Promise<void> {
      await tx.delete(claim).where(and(eq(claim.accountId, accountId), eq(claim.kind, kind)));
    },

    /** What the person added, also what they may still take back. */
    async added(db: Reader, accountId: AccountId): Promise<AddedRow[]> {
      return db.select().from(added).where(eq(added.accountId, accountId));
    },

    async saveAdded(
      tx: Writer,
      { accountId, kind, sealed }: { accountId: AccountId; kind: AddedKind; sealed: Buffer },
    ): Promise<void> {
      const change = { sealed, removedAt: null };
      await tx
        .insert(added)
        .values({ accountId, kind, ...change })
        .onConflictDoUpdate({ target: [added.accountId, added.kind], set: change });
    },

    async markAdded(
      tx: Writer,
      { accountId, kind }: { accountId: AccountId; kind: AddedKind },
      removedAt: Instant | null,
    ): Promise<void> {
      await tx
        .update(added)
        .set({ removedAt })
        .where(and(eq(added.accountId, accountId), eq(added.kind, kind)));
    },

    /** Forgets one kind; with `removedAt` only if it is the removal of that moment. */
    async forgetAdded(
      tx: Writer,
      { accountId, kind }: { accountId: AccountId; kind: AddedKind },
      removedAt?: Instant,
    ): Promise<void> {
      const that = and(eq(added.accountId, accountId), eq(added.kind, kind));
      await tx
        .delete(added)
        .where(removedAt === undefined ? that : and(that, eq(added.removedAt, removedAt)));
    },
  };
}

export type AccountStore = ReturnType<typeof createAccountStore>;
