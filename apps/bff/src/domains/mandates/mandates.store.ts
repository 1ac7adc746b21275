import type { AccountId, Instant, MandateId } from '@jena/shared/kernel';
import type { MandateState } from '@jena/shared/mandates';
import { and, asc, eq, inArray, or, sql } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/db/access.ts';
import { prepared } from '../../platform/db/prepared.ts';
import type { MandateTables } from './mandates.tables.ts';

export type MandateRow = MandateTables['mandates']['$inferSelect'];
export type PartyRow = MandateTables['mandateParties']['$inferSelect'];

/** What an event may change of a mandate besides its state. */
export type MandateChange = Partial<
  Pick<MandateRow, 'confirmedAt' | 'holderId' | 'codeHash' | 'codeEndsAt' | 'untilDay'>
>;

/** States in which a mandate may count, if its days allow it. */
const granted: MandateState[] = ['declared', 'active'];

/** Reads and writes of the mandates domain. Each function takes the connection it works on. */
export function createMandatesStore({ mandates: t, mandateParties: parties }: MandateTables) {
  // Both are asked with every list and every step of a case.
  const heldBy = prepared((db) =>
    db
      .select()
      .from(t)
      .where(and(eq(t.holderId, sql.placeholder('accountId')), inArray(t.state, granted)))
      .orderBy(asc(t.createdAt), asc(t.id)),
  );
  const givenFor = prepared((db) =>
    db
      .select()
      .from(t)
      .where(and(eq(t.representedId, sql.placeholder('accountId')), inArray(t.state, granted)))
      .orderBy(asc(t.createdAt), asc(t.id)),
  );

  return {
    async addParty(tx: Writer, row: MandateTables['mandateParties']['$inferInsert']): Promise<void> {
      await tx.insert(parties).values(row);
    },

    async party(db: Reader, accountId: AccountId): Promise<PartyRow | undefined> {
      const [row] = await db.select().from(parties).where(eq(parties.accountId, accountId));
      return row;
    },

    async partyByFirm(db: Reader, firmHash: string): Promise<PartyRow | undefined> {
      const [row] = await db.select().from(parties).where(eq(parties.firmHash, firmHash));
      return row;
    },

    async tellParty(tx: Writer, accountId: AccountId, facts: Buffer): Promise<void> {
      await tx.update(parties).set({ facts }).where(eq(parties.accountId, accountId));
    },

    async addMandate(tx: Writer, row: MandateTables['mandates']['$inferInsert']): Promise<void> {
      await tx.insert(t).values(row);
    },

    async byCode(db: Reader, codeHash: string): Promise<MandateRow | undefined> {
      const [row] = await db.select().from(t).where(eq(t.codeHash, codeHash));
      return row;
    },

    /** Forgets all mandates of an account, those it gave and those it holds, and what was said about it. */
    async eraseAccount(tx: Writer, accountId: AccountId): Promise<void> {
      await tx.delete(t).where(or(eq(t.representedId, accountId), eq(t.holderId, accountId)));
      await tx.delete(parties).where(eq(parties.accountId, accountId));
    },

    /** What was given for an account, invitations that wait or were refused too; ended ones are left out. */
    async outstandingFor(db: Reader, accountId: AccountId): Promise<MandateRow[]> {
      return db
        .select()
        .from(t)
        .where(
          and(eq(t.representedId, accountId), inArray(t.state, [...granted, 'offered', 'taken', 'refused'])),
        )
        .orderBy(asc(t.createdAt), asc(t.id));
    },

    async byId(db: Reader, id: MandateId): Promise<MandateRow | undefined> {
      const [row] = await db.select().from(t).where(eq(t.id, id));
      return row;
    },

    /** What a person was granted, whatever its days are, the oldest first. */
    async heldBy(db: Reader, accountId: AccountId): Promise<MandateRow[]> {
      return heldBy(db, { accountId });
    },

    /** What a person has read and not answered yet. */
    async toAnswer(db: Reader, accountId: AccountId): Promise<MandateRow[]> {
      return db
        .select()
        .from(t)
        .where(and(eq(t.holderId, accountId), eq(t.state, 'taken')))
        .orderBy(asc(t.createdAt), asc(t.id));
    },

    /** By which mandates others may act for this account, whatever their days are. */
    async givenFor(db: Reader, accountId: AccountId): Promise<MandateRow[]> {
      return givenFor(db, { accountId });
    },

    /** Moves a mandate that is still in the state in which it was read. False when somebody was quicker. */
    async move(
      tx: Writer,
      { id, state }: Pick<MandateRow, 'id' | 'state'>,
      to: MandateChange & { state: MandateState; updatedAt: Instant },
    ): Promise<boolean> {
      const moved = await tx
        .update(t)
        .set(to)
        .where(and(eq(t.id, id), eq(t.state, state)))
        .returning({ id: t.id });
      return moved.length > 0;
    },
  };
}

export type MandatesStore = ReturnType<typeof createMandatesStore>;
