import { newId } from '@jena/shared/kernel';
import { endHere } from '../../../lib/session.ts';
import { client } from '../../../lib/trpc.ts';
import { deleteDraft, listDrafts } from '../../../offline/drafts.ts';
import { listEntries, removeEntry } from '../../../offline/outbox.store.ts';

/** One key for each visit of the page: a second tap, or a try after a lost answer, erases once. */
const idempotencyKey = newId<'idempotency'>();

/**
 * Erases the account, then what this phone has of it.
 * @throws identity.level_too_low when the card was held to the phone too long ago, account.erasure_waits
 */
export async function leaveForGood(): Promise<void> {
  await endHere(async (_key, options) => {
    await client.account.erase.mutate({ idempotencyKey, understood: true }, options);
    for (const { id } of await listEntries()) await removeEntry(id);
    for (const { id } of await listDrafts()) await deleteDraft(id);
  });
}
