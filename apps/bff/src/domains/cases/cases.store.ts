import { type CaseState, laneOf } from '@jena/shared/cases';
import type { AccountId, CaseId, Day, DocumentId, EvidenceRequestId, Instant } from '@jena/shared/kernel';
import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/db/access.ts';
import { insertRow, prepared } from '../../platform/db/prepared.ts';
import type { CoSignTables } from './cases.co-sign.tables.ts';
import { decisionsStore } from './cases.decisions.store.ts';
import { messagesStore } from './cases.messages.store.ts';
import type { CaseTables } from './cases.tables.ts';

export type CaseRow = CaseTables['cases']['$inferSelect'];
/** What a list shows of a case. */
export type CaseHeading = Pick<
  CaseRow,
  | 'id'
  | 'reference'
  | 'serviceSlug'
  | 'bundleId'
  | 'bundleSlug'
  | 'mandateId'
  | 'state'
  | 'submittedAt'
  | 'updatedAt'
>;
export type EvidenceRequestRow = CaseTables['caseEvidenceRequests']['$inferSelect'];
export type CaseDocumentRow = CaseTables['caseDocuments']['$inferSelect'];
/** A case as it is written; where it lies on the desk follows from it. */
export type NewCase = Omit<CaseTables['cases']['$inferInsert'], 'lane' | 'hand'>;

/**
 * What a change means for the desk: lane and hand follow, and nothing is due any more once a case is put away. What was
 * taken back before it was signed never comes to the office.
 */
function onDesk(state: CaseState, { state: next, caseworkerId }: Partial<CaseRow>): Partial<CaseRow> {
  const lane = next && (laneOf[state] === 'unsigned' && next === 'withdrawn' ? 'unsigned' : laneOf[next]);
  return {
    ...(lane ? { lane } : {}),
    ...(lane === 'done' ? { dueDay: null } : {}),
    ...(caseworkerId === undefined ? {} : { hand: caseworkerId ?? '' }),
  };
}

/** Reads and writes of the cases domain. Each function takes the connection it works on. */
export function createCasesStore(t: CaseTables & CoSignTables) {
  const ofOwner = prepared((db) =>
    db
      .select({
        id: t.cases.id,
        reference: t.cases.reference,
        serviceSlug: t.cases.serviceSlug,
        bundleId: t.cases.bundleId,
        bundleSlug: t.cases.bundleSlug,
        mandateId: t.cases.mandateId,
        state: t.cases.state,
        submittedAt: t.cases.submittedAt,
        updatedAt: t.cases.updatedAt,
      })
      .from(t.cases)
      .where(eq(t.cases.ownerId, sql.placeholder('ownerId')))
      .orderBy(desc(t.cases.updatedAt), asc(t.cases.id)),
  );

  const withReference = prepared((db) =>
    db
      .select({ id: t.cases.id })
      .from(t.cases)
      .where(eq(t.cases.reference, sql.placeholder('reference'))),
  );

  return {
    ...messagesStore(t),
    ...decisionsStore(t),

    async addCase(tx: Writer, row: NewCase): Promise<void> {
      await insertRow(tx, t.cases, {
        ...row,
        lane: laneOf[row.state],
        hand: row.caseworkerId ?? '',
      });
    },

    /** Whether a case has this reference already. */
    async hasReference(db: Reader, reference: string): Promise<boolean> {
      return (await withReference(db, { reference })).length > 0;
    },

    /**
     * Makes other transactions that ask for the same case wait until this one is over: an update that changes nothing,
     * since row locks are not to be had on both dialects.
     */
    async holdCase(tx: Writer, { id, reference }: Pick<CaseRow, 'id' | 'reference'>): Promise<void> {
      await tx.update(t.cases).set({ reference }).where(eq(t.cases.id, id));
    },

    /**
     * Changes a case that is still as it was read: same state, same hands. False when somebody was quicker;
     * two transactions of PostgreSQL may have read the same row.
     */
    async moveCase(
      tx: Writer,
      { id, state, caseworkerId }: Pick<CaseRow, 'id' | 'state' | 'caseworkerId'>,
      change: Partial<Omit<CaseRow, 'id' | 'ownerId' | 'lane' | 'hand'>>,
    ): Promise<boolean> {
      const hands =
        caseworkerId === null ? isNull(t.cases.caseworkerId) : eq(t.cases.caseworkerId, caseworkerId);
      const moved = await tx
        .update(t.cases)
        .set({ ...change, ...onDesk(state, change) })
        .where(and(eq(t.cases.id, id), eq(t.cases.state, state), hands))
        .returning({ id: t.cases.id });
      return moved.length > 0;
    },

    async byId(db: Reader, id: CaseId): Promise<CaseRow | undefined> {
      const [row] = await db.select().from(t.cases).where(eq(t.cases.id, id));
      return row;
    },

    /** A person's cases, the one that moved last first; without what is sealed in them. */
    async ofOwner(db: Reader, ownerId: AccountId): Promise<CaseHeading[]> {
      return ofOwner(db, { ownerId });
    },

    /** A person's cases with all that is in them. */
    async wholeOfOwner(db: Reader, ownerId: AccountId): Promise<CaseRow[]> {
      return db.select().from(t.cases).where(eq(t.cases.ownerId, ownerId)).orderBy(asc(t.cases.id));
    },

    /** Decided cases of a service that somebody had in hand, the newest first. */
    async decidedOf(db: Reader, serviceSlug: string, limit: number): Promise<CaseRow[]> {
      const decided: CaseState[] = ['approved', 'rejected', 'delivered'];
      return db
        .select()
        .from(t.cases)
        .where(
          and(
            eq(t.cases.serviceSlug, serviceSlug),
            inArray(t.cases.state, decided),
            isNotNull(t.cases.caseworkerId),
          ),
        )
        .orderBy(desc(t.cases.submittedAt), asc(t.cases.id))
        .limit(limit);
    },

    /** Cases that were kept long enough. */
    async keptBefore(db: Reader, day: Day): Promise<CaseRow[]> {
      return db.select().from(t.cases).where(lt(t.cases.keptUntil, day)).orderBy(asc(t.cases.id)).limit(500);
    },

    /** Gives a case to another owner, with what is sealed in it. */
    async giveCase(
      tx: Writer,
      id: CaseId,
      change: Pick<CaseRow, 'ownerId' | 'mandateId' | 'answers' | 'applicant' | 'keptUntil'>,
    ): Promise<void> {
      await tx.update(t.cases).set(change).where(eq(t.cases.id, id));
    },

    async changeReason(tx: Writer, id: EvidenceRequestId, reason: string): Promise<void> {
      await tx.update(t.caseEvidenceRequests).set({ reason }).where(eq(t.caseEvidenceRequests.id, id));
    },

    /** What a person gave to cases that stay is another's from now on; gives those documents. */
    async passOn(tx: Writer, { from, heir }: { from: AccountId; heir: AccountId }): Promise<DocumentId[]> {
      const { cases, caseDocuments: d } = t;
      await tx.update(cases).set({ submittedBy: heir, mandateId: null }).where(eq(cases.submittedBy, from));
      const given = await tx
        .update(d)
        .set({ ownerId: heir })
        .where(eq(d.ownerId, from))
        .returning({ documentId: d.documentId });
      return [...new Set(given.map(({ documentId }) => documentId))];
    },

    async changePurpose(tx: Writer, caseId: CaseId, documentId: DocumentId, purpose: string): Promise<void> {
      const { caseDocuments: d } = t;
      await tx
        .update(d)
        .set({ purpose })
        .where(and(eq(d.caseId, caseId), eq(d.documentId, documentId)));
    },

    async removeCase(tx: Writer, id: CaseId): Promise<void> {
      await tx.delete(t.caseCoSigns).where(eq(t.caseCoSigns.caseId, id));
      await tx.delete(t.caseDocuments).where(eq(t.caseDocuments.caseId, id));
      await tx.delete(t.caseMessages).where(eq(t.caseMessages.caseId, id));
      await tx.delete(t.caseDecisions).where(eq(t.caseDecisions.caseId, id));
      await tx.delete(t.caseEvidenceRequests).where(eq(t.caseEvidenceRequests.caseId, id));
      await tx.delete(t.cases).where(eq(t.cases.id, id));
    },

    async addDocuments(tx: Writer, rows: CaseTables['caseDocuments']['$inferInsert'][]): Promise<void> {
      if (rows.length > 0) await tx.insert(t.caseDocuments).values(rows).onConflictDoNothing();
    },

    async documents(db: Reader, caseId: CaseId): Promise<CaseDocumentRow[]> {
      return db
        .select()
        .from(t.caseDocuments)
        .where(eq(t.caseDocuments.caseId, caseId))
        .orderBy(asc(t.caseDocuments.addedAt), asc(t.caseDocuments.documentId));
    },

    async removeDocument(tx: Writer, caseId: CaseId, documentId: DocumentId): Promise<void> {
      const { caseDocuments: d } = t;
      await tx.delete(d).where(and(eq(d.caseId, caseId), eq(d.documentId, documentId)));
    },

    /** The cases that a document was given to, with how it was given; the newest first. */
    async linksOf(db: Reader, documentId: DocumentId): Promise<{ row: CaseRow; link: CaseDocumentRow }[]> {
      return db
        .select({ row: t.cases, link: t.caseDocuments })
        .from(t.caseDocuments)
        .innerJoin(t.cases, eq(t.caseDocuments.caseId, t.cases.id))
        .where(eq(t.caseDocuments.documentId, documentId))
        .orderBy(desc(t.caseDocuments.addedAt), asc(t.cases.id));
    },

    /** Cases that a document was given to, with whose document it is; decides who may open it. */
    async casesWithDocument(
      db: Reader,
      documentId: DocumentId,
    ): Promise<{ found: CaseRow; documentOwner: AccountId }[]> {
      return db
        .select({ found: t.cases, documentOwner: t.caseDocuments.ownerId })
        .from(t.caseDocuments)
        .innerJoin(t.cases, eq(t.caseDocuments.caseId, t.cases.id))
        .where(eq(t.caseDocuments.documentId, documentId));
    },

    async addEvidenceRequest(
      tx: Writer,
      row: CaseTables['caseEvidenceRequests']['$inferInsert'],
    ): Promise<void> {
      await tx.insert(t.caseEvidenceRequests).values(row);
    },

    async evidenceRequests(db: Reader, caseId: CaseId): Promise<EvidenceRequestRow[]> {
      return db
        .select()
        .from(t.caseEvidenceRequests)
        .where(eq(t.caseEvidenceRequests.caseId, caseId))
        .orderBy(asc(t.caseEvidenceRequests.requestedAt), asc(t.caseEvidenceRequests.id));
    },

    async answerEvidenceRequest(tx: Writer, id: EvidenceRequestId, answeredAt: Instant): Promise<void> {
      await tx.update(t.caseEvidenceRequests).set({ answeredAt }).where(eq(t.caseEvidenceRequests.id, id));
    },
  };
}

export type CasesStore = ReturnType<typeof createCasesStore>;
