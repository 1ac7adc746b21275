import { prefill } from '@jena/shared/forms';
import { prefillFacts, vaultFacts } from '@jena/shared/forms/earlier';
import { newest, trpc } from '../../lib/trpc.ts';
import type { DraftSession } from './draft-session.ts';
import { contextOf, type FormData } from './form-data.ts';

/**
 * Answers what is known and the person has not answered yet: by the online ID card or BundID, or of whom they
 * represent, then by what they added to their profile. Without a network, or when nothing is known, the person types.
 */
export async function prefillFromCard(session: DraftSession, data: FormData): Promise<void> {
  try {
    const { onBehalfOf } = session.read().draft;
    const known = onBehalfOf
      ? await newest(trpc.mandates.party.queryOptions({ mandateId: onBehalfOf.mandateId }))
      : (await newest(trpc.account.profile.queryOptions())).card;
    const contact = await contactFacts();
    const { answers, origins, onBehalfOf: still } = session.read().draft;
    if (still?.mandateId !== onBehalfOf?.mandateId) return;
    const own = known && 'origin' in known && known.origin ? 'bundid' : 'card';
    const source = onBehalfOf ? 'party' : own;
    const first = known ? prefill(data.form, answers, known, origins, source) : { answers, origins };
    session.fill(prefill(data.form, first.answers, contact, first.origins, 'profile'));
    // What documents and earlier applications say is the person's own; it answers nothing for others.
    if (!onBehalfOf) await prefillFromBefore(session, data);
  } catch {
    // A convenience that is missing now, nothing that the person has to know of.
  }
}

/** How the person is reached, as they said; nothing when that cannot be asked. */
async function contactFacts() {
  const added = await newest(trpc.account.added.queryOptions({})).catch(() => ({
    email: null,
    phone: null,
  }));
  return { email: added.email?.address ?? null, phone: added.phone?.number ?? null };
}

/** Answers the rest from documents in the vault, then from what the person said in earlier applications. */
async function prefillFromBefore(session: DraftSession, data: FormData): Promise<void> {
  const [documents, earlier] = await Promise.all([
    newest(trpc.vault.mine.queryOptions({})).catch(() => []),
    newest(trpc.cases.earlierAnswers.queryOptions({})).catch(() => ({})),
  ]);
  const { answers, origins, stamps, files, onBehalfOf } = session.read().draft;
  if (onBehalfOf) return;
  const given = { context: contextOf(data, files), touched: new Set(Object.keys(stamps ?? {})) };
  const first = prefillFacts(data.form, { answers, origins }, vaultFacts(documents), 'vault', given);
  session.fill(prefillFacts(data.form, first, earlier, 'earlier', given));
}
