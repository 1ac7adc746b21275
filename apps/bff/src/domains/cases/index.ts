import { mayHappen } from '@jena/shared/cases';
import type { CaseId, DocumentId, StaffActor } from '@jena/shared/kernel';
import type { Clock } from '../../platform/clock.ts';
import type { Reader } from '../../platform/db/access.ts';
import type { Store } from '../../platform/db/store.ts';
import type { Log } from '../../platform/log.ts';
import { createCoSignStore } from './cases.co-sign.store.ts';
import type { CoSignTables } from './cases.co-sign.tables.ts';
import { createCountedStore } from './cases.counted.store.ts';
import type { CasesDeps } from './cases.deps.ts';
import { createDeskStore } from './cases.desk.store.ts';
import type { DeskTables } from './cases.desk.tables.ts';
import { createDuplicateStore } from './cases.duplicates.store.ts';
import type { DuplicateTables } from './cases.duplicates.tables.ts';
import { handsOf } from './cases.hands.ts';
import { isIn, maySee } from './cases.policy.ts';
import { createQueueStore } from './cases.queues.store.ts';
import { createSearchStore } from './cases.search.store.ts';
import type { SearchTables } from './cases.search.tables.ts';
import { type CasesStore, createCasesStore } from './cases.store.ts';
import { createQueueStreams } from './cases.streams.ts';
import type { CaseTables } from './cases.tables.ts';

export { type AutomaticCases, automaticCases, type OpenedCase } from './cases.automatic.ts';
export type { CaseHappened, CasesDeps, Seal } from './cases.deps.ts';
export { casesPart } from './cases.export.ts';
export { casesRoutes } from './cases.http.ts';
export { caseJobs } from './cases.jobs.ts';
export { casesAtLeaving, leaveCases } from './cases.leave.ts';
export { caseLimiters } from './cases.limits.ts';
export { mayReadInCase } from './cases.reach.ts';
export { createCasesRouter } from './cases.router.ts';

type Tables = CaseTables & CoSignTables & DeskTables & DuplicateTables & SearchTables;

/** The domain's half of the composition: everything but the other domains. */
export function createCasesDomain(tables: Tables, clock: Clock) {
  const cases: CasesStore = createCasesStore(tables);
  const desk = createDeskStore(tables);
  return {
    stores: {
      cases,
      coSigns: createCoSignStore(tables),
      queues: createQueueStore(tables),
      desk,
      duplicates: createDuplicateStore(tables),
      search: createSearchStore(tables),
    },
    /** What public figures are counted from. */
    counted: createCountedStore(tables),
    /** What answers to screens: the procedures' needs, and the streams of counts. */
    serving: (caseDeps: CasesDeps, { store, log }: { store: Store; log: Log }) => ({
      caseDeps,
      queueStreams: createQueueStreams({ cases: caseDeps, store, log }),
    }),
    /** True when a case has the document, so that it cannot be taken away. */
    async isUsed(db: Reader, documentId: DocumentId) {
      return (await cases.casesWithDocument(db, documentId)).length > 0;
    },
    /** Which case lets this staff member open a document: one of their office that it was given to. */
    async mayStaffRead(db: Reader, staff: StaffActor, documentId: DocumentId) {
      const given = await cases.casesWithDocument(db, documentId);
      const seen = given.find(({ found }) => maySee(staff, found));
      return seen
        ? { allowed: true as const, caseReference: seen.found.reference, ownerId: seen.documentOwner }
        : { allowed: false as const };
    },
    /** Whose case it is, when this staff member may write to them in it. */
    async mayPrepare(db: Reader, staff: StaffActor, id: CaseId) {
      const row = await cases.byId(db, id);
      return row && maySee(staff, row) && mayHappen(row.state, 'message_sent') ? row.ownerId : undefined;
    },
    /** By which mandate a case was handed in, when this caseworker has it in hand or stands in for who has. */
    async mandateOfCase(db: Reader, staff: StaffActor, id: CaseId) {
      const row = await cases.byId(db, id);
      if (!row || !maySee(staff, row) || !isIn(await handsOf({ desk, clock }, db, staff), row))
        return undefined;
      return row.mandateId ?? undefined;
    },
  };
}
