import type { AccountId, DraftId, MandateId } from '@jena/shared/kernel';
import type { Kit } from '../../platform/db/kit.ts';

/** Half-filled forms of people who are logged in. All that was written is sealed with the writer's key. */
export const formTables = (k: Kit) => ({
  formDrafts: k.table(
    'forms_draft',
    {
      id: k.id<DraftId>('id'),
      ownerId: k.text<AccountId>('owner_id').notNull(),
      /** For whom it is filled in, and by which mandate; null for oneself. */
      partyId: k.text<AccountId>('party_id'),
      mandateId: k.text<MandateId>('mandate_id'),
      serviceSlug: k.text('service_slug').notNull(),
      formVersion: k.int('form_version').notNull(),
      /** Closed ones are kept without what was in them, so that other devices let theirs go. */
      state: k.choice('state', ['open', 'submitted', 'deleted', 'expired']).notNull(),
      /** Owner, service and party of an open draft: there is one of each. */
      place: k.text('place'),
      /** Counts the writes: who writes says which one they had read. */
      revision: k.int('revision').notNull(),
      body: k.bytes('body'),
      createdAt: k.instant('created_at').notNull(),
      updatedAt: k.instant('updated_at').notNull(),
      /** When it is forgotten unless somebody goes on with it. */
      endsAt: k.instant('ends_at').notNull(),
    },
    (t) => [
      k.uniqueIndex('forms_draft_place').on(t.place),
      k.index('forms_draft_owner').on(t.ownerId, t.updatedAt),
      k.index('forms_draft_party').on(t.partyId),
      k.index('forms_draft_ends').on(t.endsAt),
    ],
  ),
});

export type FormTables = ReturnType<typeof formTables>;
