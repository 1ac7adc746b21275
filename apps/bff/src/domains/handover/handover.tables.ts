import { transferStates, transferTroubles } from '@jena/shared/handover';
import type { CaseId, Id } from '@jena/shared/kernel';
import type { AuthenticationTags } from '../../adapters/handover/port.ts';
import type { Kit } from '../../platform/db/kit.ts';

export type TransferId = Id<'transfer'>;

/** Cases on their way to other systems: ids, codes and times. What is sent is read from the case and sealed anew. */
export const handoverTables = (k: Kit) => ({
  handoverTransfers: k.table(
    'handover_transfer',
    {
      id: k.id<TransferId>('id'),
      caseId: k.text<CaseId>('case_id').notNull(),
      reference: k.text('reference').notNull(),
      service: k.text('service').notNull(),
      destination: k.text('destination').notNull(),
      state: k.choice('state', transferStates).notNull(),
      trouble: k.choice('trouble', transferTroubles),
      attempts: k.int('attempts').notNull(),
      /** The delivery service's names; set before anything is sealed, so that a repeated try is the same submission. */
      submissionId: k.text('submission_id'),
      remoteCaseId: k.text('remote_case_id'),
      /** UUID of each paper there, by its id here. */
      attachments: k.json<Record<string, string>>('attachments').notNull(),
      /** What the last try sent, to compare with what arrived. */
      tags: k.json<AuthenticationTags>('tags'),
      since: k.instant('since').notNull(),
      nextAt: k.instant('next_at'),
      settledAt: k.instant('settled_at'),
    },
    (t) => [
      k.uniqueIndex('handover_transfer_case').on(t.caseId, t.destination),
      k.index('handover_transfer_state').on(t.state, t.since),
    ],
  ),
});

export type HandoverTables = ReturnType<typeof handoverTables>;
