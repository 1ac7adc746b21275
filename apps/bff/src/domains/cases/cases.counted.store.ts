import type { CaseId } from '@jena/shared/kernel';
import { and, count, eq, inArray } from 'drizzle-orm';
import type { Reader } from '../../platform/db/access.ts';
import type { CaseTables } from './cases.tables.ts';

/** What public figures need to know of cases: the service, the beginning, the first decision, and how many papers people brought in themselves. */
export function createCountedStore({ cases, caseDocuments, caseDecisions }: CaseTables) {
  return {
    /** Of many at once; those that are not there any more are left out. */
    async casesOf(db: Reader, ids: readonly CaseId[]) {
      if (ids.length === 0) return new Map();
      const found = await db
        .select({
          id: cases.id,
          serviceSlug: cases.serviceSlug,
          submittedAt: cases.submittedAt,
          firstDecidedAt: caseDecisions.decidedAt,
        })
        .from(cases)
        .leftJoin(caseDecisions, and(eq(caseDecisions.caseId, cases.id), eq(caseDecisions.number, 1)))
        .where(inArray(cases.id, [...ids]));
      const brought = await db
        .select({ id: caseDocuments.caseId, papers: count() })
        .from(caseDocuments)
        .where(and(inArray(caseDocuments.caseId, [...ids]), eq(caseDocuments.issuedByCity, false)))
        .groupBy(caseDocuments.caseId);
      const papers = new Map(brought.map((row) => [row.id, row.papers]));
      return new Map(found.map(({ id, ...row }) => [id, { ...row, papers: papers.get(id) ?? 0 }]));
    },
  };
}
