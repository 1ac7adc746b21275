import type { Me } from '@jena/shared/identity';
import { newId } from '@jena/shared/kernel';
import { personalCache } from '../offline/cache.ts';
import { errorCode } from './errors.ts';
import { rememberLoggedIn, wasLoggedIn } from './hint.ts';
import { setLive } from './live.ts';
import { outbox } from './outbox.ts';
import { push } from './push.ts';
import { client, keepOnPhone, queryClient, trpc } from './trpc.ts';

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
  } else if (wasLoggedIn()) await outbox.expired();
  queryClient.setQueryData(trpc.identity.me.queryKey(), me);
  // Without it a reload offline would ask the person to log in before showing what lies here anyway.
  await keepOnPhone(trpc.identity.me.queryKey());
  remember(me.kind === 'citizen');
  return me;
}

/**
 * Logs out here: the server forgets device and session, the phone the key of everything personal. Unsent things stay,
 * unseen. Throws when the server cannot be reached: then the person is still logged in, and sees that.
 */
export async function logout(): Promise<void> {
  // Whoever holds the phone next must not read of this person's cases; but a push service that hangs keeps nobody here.
  await push.disable().catch(() => undefined);
  await client.identity.logout.mutate({ idempotencyKey: newId<'idempotency'>() }).catch((error: unknown) => {
    // The session was over already; what is left is to forget it here.
    if (errorCode(error) !== 'identity.login_required') throw error;
  });
  await personalCache.destroy();
  await outbox.logout();
  queryClient.clear();
  remember(false);
  setLive({ casesToDo: 0, unread: 0 });
}
