import { newId } from '@jena/shared/kernel';
import type { InboxMessage, MarkChange } from '@jena/shared/notifications';
import { setLive } from '../../../lib/live.ts';
import { client, queryClient, trpc } from '../../../lib/trpc.ts';

/** Changes how messages are kept. Rejects without a network: nothing is changed then. */
export async function markMessages(messages: readonly InboxMessage[], change: MarkChange): Promise<void> {
  const { unread } = await client.notifications.mark.mutate({
    idempotencyKey: newId<'idempotency'>(),
    messageIds: messages.map(({ id }) => id),
    change,
  });
  setLive({ unread });
  await queryClient.invalidateQueries({ queryKey: trpc.notifications.pathKey() });
}

/** Opening counts as reading. Without a network the message stays new; nobody is bothered with that. */
export function markOpened(message: InboxMessage): void {
  if (message.readAt === null) void markMessages([message], { read: true }).catch(() => undefined);
}
