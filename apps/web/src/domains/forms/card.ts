import { prefill } from '@jena/shared/forms';
import { queryClient, trpc } from '../../lib/trpc.ts';
import type { DraftSession } from './draft-session.ts';
import type { FormData } from './form-data.ts';

/**
 * Answers what the online ID card said at the last login and the person has not answered yet. Without a network, or
 * when the card was never read, the person simply types.
 */
export async function prefillFromCard(session: DraftSession, data: FormData): Promise<void> {
  try {
    const { card } = await queryClient.fetchQuery(trpc.account.profile.queryOptions());
    const { answers, origins } = session.read().draft;
    if (card) session.fill(prefill(data.form, answers, card, origins));
  } catch {
    // A convenience that is missing now, nothing that the person has to know of.
  }
}
