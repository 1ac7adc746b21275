import { type CitizenActor, type DraftId, newId } from '@jena/shared/kernel';
import { draftBody } from '../domains/forms/forms.testing.ts';
import { newKey, type Product } from '../testing/product.ts';
import type { Call, Town } from './authorisation.testing.ts';

const owner = (town: Town) => town.owner;
const key = () => ({ idempotencyKey: newKey() });
const draft = (draftId: DraftId, base: number) => ({
  ...key(),
  draftId,
  base,
  serviceSlug: 'hund-anmelden',
  formVersion: 1,
  mandateId: null,
  body: draftBody(),
});

/** A form that the person has begun. */
export async function beginDraft({ as }: Pick<Product, 'as'>, who: CitizenActor): Promise<DraftId> {
  const draftId = newId<'draft'>();
  await as(who).forms.saveDraft(draft(draftId, 0));
  return draftId;
}

/** The right calls about half-filled forms. */
export const draftCalls: Readonly<Record<string, Call>> = {
  'forms.drafts': { by: owner, input: () => ({}) },
  'forms.draft': { by: owner, input: ({ ids }) => ({ draftId: ids.draftId }) },
  'forms.saveDraft': { by: owner, input: ({ ids }) => draft(ids.draftId, 1) },
  'forms.closeDraft': {
    by: owner,
    input: ({ ids }) => ({ ...key(), draftId: ids.draftId, why: 'deleted' }),
  },
};
