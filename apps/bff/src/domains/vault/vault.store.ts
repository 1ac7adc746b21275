import type { AccountId, CaseId, DocumentId, Instant, StaffId } from '@jena/shared/kernel';
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, min, ne, sql, sum } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/db/access.ts';
import { prepared } from '../../platform/db/prepared.ts';
import { inChunks } from '../../platform/db/sql.ts';
import type { VaultTables } from './vault.tables.ts';

export type DocumentRow = VaultTables['vaultDocuments']['$inferSelect'];
/** What nobody said yet may be left out. */
export type NewDocument = VaultTables['vaultDocuments']['$inferInsert'];
type DocumentChange = Partial<
  Omit<DocumentRow, 'id' | 'ownerId' | 'createdAt' | 'preparedBy' | 'preparedFor'>
>;
type Preparing = { staffId: StaffId; caseId: CaseId };

/** The most documents that one list shows. */
const listLimit = 1000;

/** Reads and writes of the vault domain. Each function takes the connection it works on. */
export function createVaultStore({ vaultDocuments: t }: VaultTables) {
  /** What its owner may know of: neither thrown away nor still being prepared for them. */
  const isKnown = and(isNull(t.removedAt), isNull(t.preparedBy));
  const oneOfOwner = prepared((db) =>
    db
      .select()
      .from(t)
      .where(and(eq(t.ownerId, sql.placeholder('ownerId')), eq(t.id, sql.placeholder('id')), isKnown)),
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
        .where(and(eq(t.ownerId, ownerId), isKnown))
        .orderBy(desc(t.createdAt), asc(t.id))
        .limit(listLimit);
    },

    /** All of a person's documents, oldest first; what an office has not sent them yet is not among them. */
    async allOfOwner(db: Reader, ownerId: AccountId): Promise<DocumentRow[]> {
      const isTheirs = and(eq(t.ownerId, ownerId), isNull(t.preparedBy));
      return db.select().from(t).where(isTheirs).orderBy(asc(t.createdAt), asc(t.id));
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
            .where(and(eq(t.ownerId, ownerId), inArray(t.id, chunk), isKnown))),
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

    /** What a caseworker prepared for a case and has not sent, oldest first. */
    async prepared(db: Reader, { staffId, caseId }: Preparing): Promise<DocumentRow[]> {
      return db
        .select()
        .from(t)
        .where(and(eq(t.preparedBy, staffId), eq(t.preparedFor, caseId)))
        .orderBy(asc(t.createdAt), asc(t.id));
    },

    /** What all that a caseworker has not sent weighs; refused documents hold no file, and count until they go. */
    async preparedUsage(db: Reader, staffId: StaffId): Promise<{ bytes: number; documents: number }> {
      const [row] = await db
        .select({ bytes: sum(t.bytes), documents: count() })
        .from(t)
        .where(eq(t.preparedBy, staffId));
      return { bytes: Number(row?.bytes ?? 0), documents: row?.documents ?? 0 };
    },

    /** Lets its owner have a checked document that was prepared so; false when it is not prepared so (any more). */
    async provide(
      tx: Writer,
      id: DocumentId,
      { staffId, caseId }: Preparing,
      createdAt: Instant,
    ): Promise<boolean> {
      const isReady = and(eq(t.id, id), eq(t.state, 'available'));
      const provided = await tx
        .update(t)
        .set({ preparedBy: null, preparedFor: null, createdAt })
        .where(and(isReady, eq(t.preparedBy, staffId), eq(t.preparedFor, caseId)))
        .returning({ id: t.id });
      return provided.length > 0;
    },

    /** False when it is sent by now, or gone. */
    async removePrepared(tx: Writer, id: DocumentId): Promise<boolean> {
      const isUnsent = and(eq(t.id, id), isNotNull(t.preparedBy));
      return (await tx.delete(t).where(isUnsent).returning({ id: t.id })).length > 0;
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
      return db.$count(t, and(eq(t.ownerId, ownerId), isKnown));
    },

    async remove(tx: Writer, id: DocumentId): Promise<void> {
      await tx.delete(t).where(eq(t.id, id));
    },
  };
}

export type VaultStore = ReturnType<typeof createVaultStore>;
