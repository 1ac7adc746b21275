import type { CaseId } from '@jena/shared/kernel';
import { and, eq } from 'drizzle-orm';
import type { Reader } from '../../platform/db/access.ts';
import type { CaseTables } from './cases.tables.ts';

/** What public figures need to know of a case: its service, its beginning, its first decision, and how many papers people brought in themselves. */
export function createCountedStore({ cases, caseDocuments, caseDecisions }: CaseTables) {
  return {
    async caseOf(db: Reader, id: CaseId) {
      const [found] = await db
        .select({
          serviceSlug: cases.serviceSlug,
          submittedAt: cases.submittedAt,
          firstDecidedAt: caseDecisions.decidedAt,
        })
        .from(cases)
        .leftJoin(caseDecisions, and(eq(caseDecisions.caseId, cases.id), eq(caseDecisions.number, 1)))
        .where(eq(cases.id, id));
      if (found === undefined) return undefined;
      const brought = and(eq(caseDocuments.caseId, id), eq(caseDocuments.issuedByCity, false));
      return { ...found, papers: await db.$count(caseDocuments, brought) };
    },
  };
}
