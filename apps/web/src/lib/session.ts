import type { Me } from '@jena/shared/identity';
import { type IdempotencyKey, newId } from '@jena/shared/kernel';
import { personalCache } from '../offline/cache.ts';
import { announce } from '../offline/changes.ts';
import { errorCode } from './errors.ts';
import { expectsLogin, rememberLoggedIn, wasLoggedIn } from './hint.ts';
import { forgetTab } from './in-tab.ts';
import { setLive } from './live.ts';
import { outbox } from './outbox.ts';
import { push } from './push.ts';
import { client, keepOnPhone, leaving, queryClient, trpc } from './trpc.ts';
import { leave } from './under-way.ts';

function remember(loggedIn: boolean): void {
  rememberLoggedIn(loggedIn);
  setLive({ loggedIn });
}

/** Without keeping it, a reload offline would ask the person to log in before showing what lies here anyway. */
async function know(me: Me): Promise<void> {
  const key = trpc.identity.me.queryKey();
  queryClient.setQueryData(key, me.kind === 'citizen' ? me : { kind: 'anonymous' });
  await keepOnPhone(key);
}

/** Asks who is logged in and opens what belongs to that person on this phone. Without a network nothing changes. */
export async function checkSession(): Promise<Me | undefined> {
  const me = await client.identity.me.query().catch(() => undefined);
  if (!me) return undefined;
  if (me.kind === 'anonymous') {
    const wasHere = await leaveSession(me);
    if (wasHere && me.ended) setLive({ sessionEnd: { kind: 'over', why: 'elsewhere' } });
  } else {
    await personalCache.open(me.accountId);
    await outbox.login(me.accountId, { byCard: me.levelOfAssurance === 'high' });
    await know(me);
    remember(true);
  }
  return me;
}

/**
 * The session is over. When time did it, the person goes on seeing what waits for them. When it was ended from another
 * device, this phone may be in wrong hands: everything personal becomes unreadable, as by a logout.
 * @returns whether somebody was logged in here until now
 */
export async function leaveSession(me: Extract<Me, { kind: 'anonymous' }>): Promise<boolean> {
  const wasHere = wasLoggedIn() && !expectsLogin();
  if (me.ended) await forgetHere();
  else if (wasHere) await outbox.expired();
  await know({ kind: 'anonymous' });
  if (!expectsLogin()) remember(false);
  return wasHere;
}

async function forgetHere(): Promise<void> {
  forgetTab();
  await personalCache.destroy();
  await outbox.logout();
  queryClient.clear();
  setLive({ casesToDo: 0, unread: 0 });
}

/**
 * Logs out here: the server forgets device and session, the phone the key of everything personal. Unsent things stay,
 * unseen. Throws when the server cannot be reached: then the person is still logged in, and sees that.
 */
export async function logout(): Promise<void> {
  await endHere((key, options) => client.identity.logout.mutate(key, options));
}

/** The same on all devices of this person. */
export async function logoutEverywhere(): Promise<void> {
  await endHere((key, options) => client.identity.logoutEverywhere.mutate(key, options));
}

/**
 * Ends the session at the server in the way given, then forgets what is personal here. The call that ends it takes the
 * options: every other call waits for its answer.
 */
export async function endHere(
  end: (key: { idempotencyKey: IdempotencyKey }, options: typeof leaving) => Promise<unknown>,
): Promise<void> {
  // Whoever holds the phone next must not read of this person's cases; but a push service that hangs keeps nobody here.
  await push.rest().catch(() => undefined);
  await leave(async () => {
    await end({ idempotencyKey: newId<'idempotency'>() }, leaving).catch((error: unknown) => {
      // The session was over already; what is left is to forget it here.
      if (errorCode(error) !== 'identity.login_required') throw error;
    });
    // Whoever asks for this person's things asks again only when it is known here, too, that nobody is logged in.
    await forgetHere();
  });
  remember(false);
  announce('session');
}
