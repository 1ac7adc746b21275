import type { Me } from '@jena/shared/identity';
import { newId } from '@jena/shared/kernel';
import { personalCache } from '../offline/cache.ts';
import { rememberLoggedIn } from './hint.ts';
import { setLive } from './live.ts';
import { outbox } from './outbox.ts';
import { client, queryClient, trpc } from './trpc.ts';

function remember(loggedIn: boolean): void {
  rememberLoggedIn(loggedIn);
  setLive({ loggedIn });
}

/** Asks who is logged in and opens what belongs to that person on this phone. Without a network nothing changes. */
export async function checkSession(): Promise<Me | undefined> {
  const me = await client.identity.me.query().catch(() => undefined);
  if (!me) return undefined;
  if (me.kind === 'citizen') {
    await personalCache.open(me.accountId);
    await outbox.login(me.accountId);
  }
  queryClient.setQueryData(trpc.identity.me.queryKey(), me);
  remember(me.kind === 'citizen');
  return me;
}

/** Logs out here: the server forgets the session, the phone the key of everything personal. Unsent things stay, unseen. */
export async function logout(): Promise<void> {
  await client.identity.logout.mutate({ idempotencyKey: newId<'idempotency'>() });
  await personalCache.destroy();
  await outbox.logout();
  queryClient.clear();
  remember(false);
  setLive({ casesToDo: 0, unread: 0 });
}
