import type { AccountId, DraftId, Instant } from '@jena/shared/kernel';
import { and, asc, count, desc, eq, lt, ne, or } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { FormTables } from './forms.tables.ts';

export type DraftRow = FormTables['formDrafts']['$inferSelect'];
/** What a list says of a draft; nothing sealed. */
export type DraftHeading = Omit<DraftRow, 'body'>;

const sweepAtOnce = 500;

/** Reads and writes of drafts. Each function takes the connection it works on. */
export function createFormsStore({ formDrafts: t }: FormTables) {
  const { body: _body, ...heading } = {
    id: t.id,
    ownerId: t.ownerId,
    partyId: t.partyId,
    mandateId: t.mandateId,
    serviceSlug: t.serviceSlug,
    formVersion: t.formVersion,
    state: t.state,
    place: t.place,
    revision: t.revision,
    body: t.body,
    createdAt: t.createdAt,
    updatedAt: t.updatedAt,
    endsAt: t.endsAt,
  };

  return {
    /** False when there is one at this place, or with this id, already. */
    async add(tx: Writer, row: FormTables['formDrafts']['$inferInsert']): Promise<boolean> {
      const added = await tx.insert(t).values(row).onConflictDoNothing().returning({ id: t.id });
      return added.length > 0;
    },

    async byId(db: Reader, id: DraftId): Promise<DraftRow | undefined> {
      const [row] = await db.select().from(t).where(eq(t.id, id));
      return row;
    },

    /** A person's drafts, closed ones too, the newest first. */
    async ofOwner(db: Reader, ownerId: AccountId): Promise<DraftHeading[]> {
      return db.select(heading).from(t).where(eq(t.ownerId, ownerId)).orderBy(desc(t.updatedAt), asc(t.id));
    },

    async countOpen(db: Reader, ownerId: AccountId): Promise<number> {
      const [row] = await db
        .select({ rows: count() })
        .from(t)
        .where(and(eq(t.ownerId, ownerId), eq(t.state, 'open')));
      return row?.rows ?? 0;
    },

    /** Writes on a draft that is still as it was read. False when another device was quicker. */
    async change(
      tx: Writer,
      { id, revision }: Pick<DraftRow, 'id' | 'revision'>,
      to: Partial<Omit<DraftRow, 'id' | 'ownerId'>>,
    ): Promise<boolean> {
      const changed = await tx
        .update(t)
        .set(to)
        .where(and(eq(t.id, id), eq(t.revision, revision), eq(t.state, 'open')))
        .returning({ id: t.id });
      return changed.length > 0;
    },

    /** Open drafts that nobody went on with; some at a time. */
    async endedBefore(db: Reader, at: Instant): Promise<DraftHeading[]> {
      return db
        .select(heading)
        .from(t)
        .where(and(eq(t.state, 'open'), lt(t.endsAt, at)))
        .orderBy(asc(t.id))
        .limit(sweepAtOnce);
    },

    /** Forgets closed ones of which every device has heard by now. */
    async forgetClosed(tx: Writer, before: Instant): Promise<void> {
      await tx.delete(t).where(and(ne(t.state, 'open'), lt(t.updatedAt, before)));
    },

    /** Forgets what an account wrote, and what others wrote for it. */
    async erase(tx: Writer, accountId: AccountId): Promise<void> {
      await tx.delete(t).where(or(eq(t.ownerId, accountId), eq(t.partyId, accountId)));
    },
  };
}

export type FormsStore = ReturnType<typeof createFormsStore>;
