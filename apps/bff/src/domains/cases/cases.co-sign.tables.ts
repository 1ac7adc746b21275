import { coSignStates } from '@jena/shared/cases';
import type { AccountId, CaseId, CoSignId } from '@jena/shared/kernel';
import type { Kit } from '../../platform/db/kit.ts';

/** Signatures by second persons. Names and reasons are sealed with the key of whose case it is. */
export const coSignTables = (k: Kit) => ({
  caseCoSigns: k.table(
    'cases_co_sign',
    {
      id: k.id<CoSignId>('id'),
      caseId: k.text<CaseId>('case_id').notNull(),
      ownerId: k.text<AccountId>('owner_id').notNull(),
      state: k.choice('state', coSignStates).notNull(),
      /** Keyed hash of the link's code; goes when somebody has opened it. */
      codeHash: k.text('code_hash'),
      endsAt: k.instant('ends_at').notNull(),
      signerId: k.text<AccountId>('signer_id'),
      /** Sealed: how the second person's card calls them. */
      signer: k.text('signer'),
      /** Sealed: why they refused. */
      reason: k.text('reason'),
      /** SHA-256 of the answers and documents that were read and signed. */
      signedHash: k.text('signed_hash'),
      requestedAt: k.instant('requested_at').notNull(),
      answeredAt: k.instant('answered_at'),
    },
    (t) => [
      k.uniqueIndex('cases_co_sign_code').on(t.codeHash),
      k.index('cases_co_sign_signer').on(t.signerId, t.state),
      k.index('cases_co_sign_case').on(t.caseId, t.requestedAt),
    ],
  ),
});

export type CoSignTables = ReturnType<typeof coSignTables>;
