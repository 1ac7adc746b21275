import type { AccountId, MandateId } from '@jena/shared/kernel';
import { mandateKinds, mandateRoles, mandateStates, vouchers } from '@jena/shared/mandates';
import type { Kit } from '../../platform/db/kit.ts';

/** Who may act for whom, and those represented who have an account but no login: children and businesses. */
export const mandateTables = (k: Kit) => {
  const mandateParties = k.table(
    'mandates_party',
    {
      accountId: k.id<AccountId>('account_id'),
      kind: k.choice('kind', ['child', 'business']).notNull(),
      /** Sealed with the party's own key: names, birth. */
      facts: k.bytes('facts').notNull(),
      /** Keyed hash of what a provider calls this business (docs/decisions/0053); null where none vouched for it. */
      firmHash: k.text('firm_hash'),
      createdAt: k.instant('created_at').notNull(),
    },
    (t) => [k.uniqueIndex('mandates_party_firm').on(t.firmHash)],
  );

  const mandates = k.table(
    'mandates_mandate',
    {
      id: k.id<MandateId>('id'),
      kind: k.choice('kind', mandateKinds).notNull(),
      state: k.choice('state', mandateStates).notNull(),
      /** The account for which somebody may act. */
      representedId: k.text<AccountId>('represented_id').notNull(),
      /** Who may act, or is asked to; nobody yet while it is only offered. */
      holderId: k.text<AccountId>('holder_id'),
      role: k.choice('role', mandateRoles),
      /** The owner's mandate by which an employee's was granted: it counts only while that one does. */
      grantedBy: k.text<MandateId>('granted_by'),
      /** Sealed with the represented account's key: what the giver wrote, to tell invitations apart. */
      label: k.bytes('label'),
      /** Keyed hash of the invitation's code; goes when it is taken. */
      codeHash: k.text('code_hash'),
      /** Until when it can be taken and answered; null once it was accepted. */
      codeEndsAt: k.instant('code_ends_at'),
      /** Slugs of services; null for all. */
      services: k.json<string[]>('services'),
      fromDay: k.day('from_day').notNull(),
      untilDay: k.day('until_day'),
      /** Who vouches for it, for as long as `untilDay` says. */
      vouchedBy: k.choice('vouched_by', vouchers),
      /** When an office had looked at the proof, or a provider vouched for it. */
      confirmedAt: k.instant('confirmed_at'),
      createdAt: k.instant('created_at').notNull(),
      updatedAt: k.instant('updated_at').notNull(),
    },
    (t) => [
      k.index('mandates_mandate_holder').on(t.holderId, t.state),
      k.uniqueIndex('mandates_mandate_code').on(t.codeHash),
      k.index('mandates_mandate_represented').on(t.representedId, t.state),
    ],
  );

  return { mandateParties, mandates };
};

export type MandateTables = ReturnType<typeof mandateTables>;
