import type { DocumentId, StaffActor } from '@jena/shared/kernel';
import type { Reader } from '../../platform/db/access.ts';
import { maySee } from './cases.policy.ts';
import { type CasesStore, createCasesStore } from './cases.store.ts';
import type { CaseTables } from './cases.tables.ts';

export type { CasesDeps, Seal } from './cases.deps.ts';
export { casesPart } from './cases.export.ts';
export { caseJobs } from './cases.jobs.ts';
export { casesAtLeaving, leaveCases } from './cases.leave.ts';
export { createCasesRouter } from './cases.router.ts';

/** The domain's half of the composition: everything but the other domains. */
export function createCasesDomain(tables: CaseTables) {
  const cases: CasesStore = createCasesStore(tables);
  return {
    cases,
    /** True when a case has the document, so that it cannot be taken away. */
    async isUsed(db: Reader, documentId: DocumentId) {
      return (await cases.casesWithDocument(db, documentId)).length > 0;
    },
    /** Which case lets this staff member open a document: one of their office that it was given to. */
    async mayStaffRead(db: Reader, staff: StaffActor, documentId: DocumentId) {
      const found = (await cases.casesWithDocument(db, documentId)).find((row) => maySee(staff, row));
      return found
        ? { allowed: true as const, caseReference: found.reference, ownerId: found.ownerId }
        : { allowed: false as const };
    },
  };
}
