import type { AccountId, FolderId, Instant } from '@jena/shared/kernel';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { VaultTables } from './vault.tables.ts';

export type FolderRow = VaultTables['vaultFolders']['$inferSelect'];

/** Reads and writes of people's own folders. Each function takes the connection it works on. */
export function createFolderStore({ vaultFolders: t, vaultDocuments: documents }: VaultTables) {
  return {
    async add(tx: Writer, row: FolderRow): Promise<void> {
      await tx.insert(t).values(row);
    },

    async byId(db: Reader, id: FolderId): Promise<FolderRow | undefined> {
      const [row] = await db.select().from(t).where(eq(t.id, id));
      return row;
    },

    /** Oldest first; without those that were thrown away. */
    async ofOwner(db: Reader, ownerId: AccountId): Promise<FolderRow[]> {
      return db
        .select()
        .from(t)
        .where(and(eq(t.ownerId, ownerId), isNull(t.removedAt)))
        .orderBy(asc(t.createdAt), asc(t.id));
    },

    async change(
      tx: Writer,
      id: FolderId,
      change: Partial<Pick<FolderRow, 'name' | 'removedAt'>>,
    ): Promise<void> {
      await tx.update(t).set(change).where(eq(t.id, id));
    },

    /** Forgets a folder that was thrown away at this moment; what lay in it lies where its kind belongs. */
    async forget(tx: Writer, id: FolderId, removedAt: Instant): Promise<void> {
      const gone = await tx
        .delete(t)
        .where(and(eq(t.id, id), eq(t.removedAt, removedAt)))
        .returning({ id: t.id });
      if (gone.length > 0)
        await tx.update(documents).set({ folderId: null }).where(eq(documents.folderId, id));
    },

    async removeAllOf(tx: Writer, ownerId: AccountId): Promise<void> {
      await tx.delete(t).where(eq(t.ownerId, ownerId));
    },
  };
}

export type FolderStore = ReturnType<typeof createFolderStore>;
