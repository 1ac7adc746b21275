import type { AccountId, DocumentId, Instant } from '@jena/shared/kernel';
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, min, ne, sql, sum } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/db/access.ts';
import { prepared } from '../../platform/db/prepared.ts';
import { inChunks } from '../../platform/db/sql.ts';
import type { VaultTables } from './vault.tables.ts';

export type DocumentRow = VaultTables['vaultDocuments']['$inferSelect'];
/** What nobody said yet may be left out. */
export type NewDocument = VaultTables['vaultDocuments']['$inferInsert'];
type DocumentChange = Partial<Omit<DocumentRow, 'id' | 'ownerId' | 'createdAt'>>;

/** The most documents that one list shows. */
const listLimit = 1000;

/** Reads and writes of the vault domain. Each function takes the connection it works on. */
export function createVaultStore({ vaultDocuments: t }: VaultTables) {
  const oneOfOwner = prepared((db) =>
    db
      .select()
      .from(t)
      .where(
        and(eq(t.ownerId, sql.placeholder('ownerId')), eq(t.id, sql.placeholder('id')), isNull(t.removedAt)),
      ),
  );

  return {
    /** False when a document of this id is there already. */
    async add(tx: Writer, row: NewDocument): Promise<boolean> {
      const added = await tx.insert(t).values(row).onConflictDoNothing().returning({ id: t.id });
      return added.length > 0;
    },

    async byId(db: Reader, id: DocumentId): Promise<DocumentRow | undefined> {
      const [row] = await db.select().from(t).where(eq(t.id, id));
      return row;
    },

    async ofOwner(db: Reader, ownerId: AccountId): Promise<DocumentRow[]> {
      return db
        .select()
        .from(t)
        .where(and(eq(t.ownerId, ownerId), isNull(t.removedAt)))
        .orderBy(desc(t.createdAt), asc(t.id))
        .limit(listLimit);
    },

    /** All of a person's documents, oldest first. */
    async allOfOwner(db: Reader, ownerId: AccountId): Promise<DocumentRow[]> {
      return db.select().from(t).where(eq(t.ownerId, ownerId)).orderBy(asc(t.createdAt), asc(t.id));
    },

    /** Those of the documents that belong to this person. */
    async ofOwnerById(db: Reader, ownerId: AccountId, ids: readonly DocumentId[]): Promise<DocumentRow[]> {
      const found: DocumentRow[] = [];
      const [only] = ids;
      if (ids.length === 1 && only !== undefined) return oneOfOwner(db, { ownerId, id: only });
      for (const chunk of inChunks(ids)) {
        found.push(
          ...(await db
            .select()
            .from(t)
            .where(and(eq(t.ownerId, ownerId), inArray(t.id, chunk), isNull(t.removedAt)))),
        );
      }
      return found;
    },

    /** What a person's own documents weigh, and how many they are; refused ones hold no file. */
    async usage(db: Reader, ownerId: AccountId): Promise<{ bytes: number; documents: number }> {
      const [row] = await db
        .select({ bytes: sum(t.bytes), documents: count() })
        .from(t)
        .where(and(eq(t.ownerId, ownerId), eq(t.issuedByCity, false), ne(t.state, 'refused')));
      return { bytes: Number(row?.bytes ?? 0), documents: row?.documents ?? 0 };
    },

    /** Those that wait for their check in quarantine, longest first. */
    async held(db: Reader, limit: number): Promise<DocumentRow[]> {
      return db
        .select()
        .from(t)
        .where(and(isNotNull(t.heldSince), isNull(t.removedAt)))
        .orderBy(asc(t.heldSince), asc(t.id))
        .limit(limit);
    },

    async countHeld(db: Reader): Promise<{ count: number; since: Instant | null }> {
      const [row] = await db
        .select({ count: count(), since: min(t.heldSince) })
        .from(t)
        .where(and(isNotNull(t.heldSince), isNull(t.removedAt)));
      return { count: row?.count ?? 0, since: row?.since ?? null };
    },

    /** Changes a document that is still in this state; false when it is not. */
    async changeFrom(
      tx: Writer,
      id: DocumentId,
      state: DocumentRow['state'],
      change: DocumentChange,
    ): Promise<boolean> {
      const changed = await tx
        .update(t)
        .set(change)
        .where(and(eq(t.id, id), eq(t.state, state)))
        .returning({ id: t.id });
      return changed.length > 0;
    },

    /** Changes what does not depend on its state. */
    async change(tx: Writer, id: DocumentId, change: DocumentChange): Promise<void> {
      await tx.update(t).set(change).where(eq(t.id, id));
    },

    async give(
      tx: Writer,
      id: DocumentId,
      change: Pick<DocumentRow, 'ownerId' | 'folderId' | 'name' | 'details' | 'fileKey'>,
    ): Promise<void> {
      await tx.update(t).set(change).where(eq(t.id, id));
    },

    /** Gives the ids of what was removed, thrown away things among it. */
    async removeAllOf(tx: Writer, ownerId: AccountId): Promise<DocumentId[]> {
      const rows = await tx.delete(t).where(eq(t.ownerId, ownerId)).returning({ id: t.id });
      return rows.map(({ id }) => id);
    },

    async countOf(db: Reader, ownerId: AccountId): Promise<number> {
      return db.$count(t, and(eq(t.ownerId, ownerId), isNull(t.removedAt)));
    },

    async remove(tx: Writer, id: DocumentId): Promise<void> {
      await tx.delete(t).where(eq(t.id, id));
    },
  };
}

export type VaultStore = ReturnType<typeof createVaultStore>;
