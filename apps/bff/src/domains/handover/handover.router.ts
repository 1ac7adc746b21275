import {
  handoverViewSchema,
  retryTransferInput,
  transferNotFound,
  transferStates,
} from '@jena/shared/handover';
import { toInstant } from '@jena/shared/kernel';
import { z } from 'zod';
import { router, staffMutation, staffQuery } from '../../platform/trpc.ts';
import type { HandoverDeps } from './handover.deps.ts';
import { planTry } from './handover.plan.ts';

/** What operators see and do about cases on their way to other systems. */
export const createHandoverRouter = (deps: HandoverDeps) =>
  router({
    overview: staffQuery('operator', { audit: 'none' })
      .input(z.object({}).optional())
      .output(handoverViewSchema)
      .query(async ({ ctx: { store } }) => {
        const [counts, open] = await Promise.all([
          deps.transfers.counts(store.read),
          deps.transfers.open(store.read),
        ]);
        const counted = transferStates.map((state) => [state, counts.get(state) ?? 0] as const);
        return {
          isConfigured: deps.port.isConfigured,
          counts: Object.fromEntries(counted) as Record<(typeof transferStates)[number], number>,
          open: open.map(
            ({ id, reference, service, destination, state, trouble, attempts, since, nextAt }) => ({
              id,
              reference,
              service,
              destination,
              state,
              trouble,
              attempts,
              since,
              nextAt,
            }),
          ),
        };
      }),

    /** A fresh start now: of what waits, and of what gave up. What was announced or sent is not sent twice. */
    retry: staffMutation('operator', { audit: 'handover.retried' })
      .input(retryTransferInput)
      .output(z.object({}))
      .mutation(async ({ ctx: { tx }, input }) => {
        const row = await deps.transfers.byId(tx, input.transferId);
        const now = toInstant(deps.clock.now());
        if (!row || row.state === 'accepted' || row.state === 'dropped') throw transferNotFound();
        // A try that is planned already finds that it was overtaken.
        const attempts = row.attempts + 1;
        const state = row.state === 'submitted' ? ('submitted' as const) : ('waiting' as const);
        // What the other system rejected is closed there: it gets a new submission.
        const anew = row.state === 'rejected' ? { submissionId: null, remoteCaseId: null, tags: null } : {};
        const again = { ...anew, state, trouble: null, attempts, since: now, nextAt: now, settledAt: null };
        if (!(await deps.transfers.change(tx, row, again))) throw transferNotFound();
        await planTry(deps, tx, { id: row.id, attempt: attempts + 1, runAt: now });
        return {};
      }),
  });
