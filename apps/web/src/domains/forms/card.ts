import { prefill } from '@jena/shared/forms';
import { queryClient, trpc } from '../../lib/trpc.ts';
import type { DraftSession } from './draft-session.ts';
import type { FormData } from './form-data.ts';

/**
 * Answers what the online ID card said at the last login, or what is known of whom the person represents, and the person
 * has not answered yet. Without a network, or when the card was never read, the person simply types.
 */
export async function prefillFromCard(session: DraftSession, data: FormData): Promise<void> {
  try {
    const { onBehalfOf } = session.read().draft;
    const known = onBehalfOf
      ? await queryClient.fetchQuery(trpc.mandates.party.queryOptions({ mandateId: onBehalfOf.mandateId }))
      : (await queryClient.fetchQuery(trpc.account.profile.queryOptions())).card;
    const { answers, origins, onBehalfOf: still } = session.read().draft;
    if (!known || still?.mandateId !== onBehalfOf?.mandateId) return;
    session.fill(prefill(data.form, answers, known, origins, onBehalfOf ? 'party' : 'card'));
  } catch {
    // A convenience that is missing now, nothing that the person has to know of.
  }
}
