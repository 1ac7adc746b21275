import type { Writer } from '../../platform/db/access.ts';
import { planJob } from '../../platform/jobs.ts';
import type { CaseHappened } from '../cases/index.ts';
import type { HandoverDeps } from './handover.deps.ts';
import { createHandoverStore } from './handover.store.ts';

export { handoverJobs } from './handover.jobs.ts';
export { createHandoverRouter } from './handover.router.ts';

/** Approved cases of some services go on to other systems. */
export function createHandoverDomain({
  tables,
  routes,
  port,
}: Pick<HandoverDeps, 'tables' | 'routes' | 'port'>) {
  return {
    transfers: createHandoverStore(tables),

    /** Plans the hand-over with the approval itself, so that neither is without the other. */
    async happened(tx: Writer, { caseId, serviceSlug, type, at, sequence }: CaseHappened): Promise<void> {
      const route = type === 'approved' ? routes.get(serviceSlug) : undefined;
      if (!route || !port.knows(route.destination)) return;
      await planJob(tx, tables, {
        kind: 'handover.begin',
        payload: { caseId },
        at,
        key: `${caseId}:${sequence}`,
      });
    },
  };
}
