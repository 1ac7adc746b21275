import type { CoSignId } from '@jena/shared/kernel';
import { coSignId, toInstant } from '@jena/shared/kernel';
import type { MessageType } from '@jena/shared/notifications';
import { z } from 'zod';
import type { Writer } from '../../platform/db/access.ts';
import { type JobHandler, jobHandler } from '../../platform/jobs.ts';
import type { CasesDeps } from './cases.deps.ts';
import { move } from './cases.events.ts';

const payloadSchema = z.object({ coSignId });

/** Days after a link for a second signature was made: a reminder, and its end. */
export const coSignJobs = (deps: CasesDeps): Record<string, JobHandler> => ({
  'cases.remind_co_sign': jobHandler(payloadSchema, async ({ coSignId: id }, { store }) => {
    await store.transaction((tx) => remind(deps, tx, id));
  }),

  'cases.end_co_sign': jobHandler(payloadSchema, async ({ coSignId: id }, { store, actor }) => {
    await store.transaction(async (tx) => {
      const open = await stillOpen(deps, tx, id);
      if (!open) return;
      if (!(await deps.coSigns.move(tx, open.row, { state: 'expired', codeHash: null }))) return;
      await move(deps, tx, { row: open.found, type: 'co_sign_expired', actor });
    });
  }),
});

async function stillOpen(deps: CasesDeps, tx: Writer, id: CoSignId) {
  const row = await deps.coSigns.byId(tx, id);
  const found = row && (await deps.cases.byId(tx, row.caseId));
  const waits = row?.state === 'waiting' || row?.state === 'taken';
  return row && waits && found?.state === 'awaiting_signature' ? { row, found } : undefined;
}

/**
 * Tells whoever hears of the case that a signature is missing; once each, however often the job runs. Who has opened the
 * link is not told: they have no page of this case that a message could lead to.
 */
async function remind(deps: CasesDeps, tx: Writer, id: CoSignId): Promise<void> {
  const open = await stillOpen(deps, tx, id);
  if (!open) return;
  const { row, found } = open;
  const about = {
    type: 'co_sign_waits' satisfies MessageType as MessageType,
    caseId: found.id,
    caseReference: found.reference,
    serviceSlug: found.serviceSlug,
    at: toInstant(deps.clock.now()),
  };
  for (const accountId of await deps.mandates.toldOf(tx, found))
    await deps.notify(tx, { ...about, accountId, key: `cases:${row.id}:reminder:${accountId}` });
}
