import { transferId } from '@jena/shared/handover';
import { caseId, newId, toInstant } from '@jena/shared/kernel';
import { z } from 'zod';
import { type JobHandler, jobHandler } from '../../platform/jobs.ts';
import type { HandoverDeps } from './handover.deps.ts';
import { planTry } from './handover.plan.ts';
import { attachmentNames, handoverStep } from './handover.step.ts';

/** What goes on from an approved case to another system. */
export const handoverJobs = (deps: HandoverDeps): Record<string, JobHandler> => ({
  'handover.begin': jobHandler(z.object({ caseId }), async (payload) => {
    const row = await deps.cases.byId(deps.store.read, payload.caseId);
    const route = row && deps.routes.get(row.serviceSlug);
    if (!row || !route || !deps.port.knows(route.destination)) return;
    const attachments = attachmentNames(await deps.cases.open(deps.store.read, row));
    await deps.store.transaction(
      async (tx) => {
        const id = newId<'transfer'>();
        const since = toInstant(deps.clock.now());
        const { reference, serviceSlug: service } = row;
        const { destination } = route;
        const added = await deps.transfers.add(tx, {
          id,
          caseId: row.id,
          reference,
          service,
          destination,
          state: 'waiting',
          attempts: 0,
          attachments,
          since,
          nextAt: since,
        });
        if (added) await planTry(deps, tx, { id, attempt: 1, runAt: since });
      },
      { changesPublicData: false },
    );
  }),

  'handover.step': jobHandler(
    z.object({ transferId, attempt: z.number() }),
    ({ transferId: id, attempt }, { actor }) => handoverStep(deps, { id, attempt, actor }),
  ),
});
