import { newId } from '@jena/shared/kernel';
import type { VaultDocument } from '@jena/shared/vault';
import { client, queryClient, trpc } from '../../../lib/trpc.ts';

/** Switches the reminders of one document on or off; what else is said about it stays. */
export async function setRemind({ id, name, details }: VaultDocument, remind: boolean): Promise<void> {
  await client.vault.describe.mutate({
    idempotencyKey: newId<'idempotency'>(),
    documentId: id,
    name,
    details: { ...details, remind },
  });
  await queryClient.invalidateQueries({ queryKey: trpc.vault.pathKey() });
}
