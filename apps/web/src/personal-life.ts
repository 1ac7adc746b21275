import type { Language } from '@jena/shared/kernel';
import { readCounts } from './lib/counts.ts';
import { drafts } from './lib/drafts.ts';
import { keepOwn } from './lib/keep-own.ts';
import { setLive } from './lib/live.ts';
import { outbox } from './lib/outbox.ts';
import { push } from './lib/push.ts';
import { checkSession } from './lib/session.ts';
import { watchSession } from './lib/session-watch.ts';
import { queryClient } from './lib/trpc.ts';
import { follow } from './lib/under-way.ts';
import { watchSync } from './offline/outbox.hooks.ts';

const refreshEvery = 60_000;

/** What goes on while someone is logged in or has something to send: session, outbox, counts, push. */
export async function startPersonalLife(language: Language) {
  watchSync(({ waiting }) => setLive({ waiting }));
  outbox.start();
  const me = await follow(checkSession());
  if (me?.kind === 'citizen') watchSession(me);
  // Who logs in comes back by a new start; without a network it is not known yet who is here.
  if (me?.kind !== 'anonymous') drafts.start();
  const login = me?.kind === 'citizen' ? { session: me.sessionId, account: me.accountId } : undefined;
  const resyncPush = () => void push.resync(language, login).catch(() => undefined);
  if (login) resyncPush();

  const refresh = () => {
    void queryClient.invalidateQueries();
    void readCounts();
  };
  await follow(readCounts());
  // Followed, so that a logout waits for it and no question comes after the session.
  if (login) void follow(keepOwn());
  setInterval(() => {
    if (document.visibilityState === 'visible') void readCounts();
  }, refreshEvery);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void readCounts();
  });
  return { refresh, resyncPush };
}
