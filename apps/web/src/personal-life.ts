import type { Language } from '@jena/shared/kernel';
import { getLive, setLive } from './lib/live.ts';
import { outbox } from './lib/outbox.ts';
import { push } from './lib/push.ts';
import { checkSession } from './lib/session.ts';
import { client, queryClient } from './lib/trpc.ts';
import { watchSync } from './offline/outbox.hooks.ts';

const refreshEvery = 60_000;

/** What goes on while someone is logged in or has something to send: session, outbox, counts, push. */
export async function startPersonalLife(language: Language) {
  watchSync(({ waiting }) => setLive({ waiting }));
  outbox.start();
  const me = await checkSession();
  const session = me?.kind === 'citizen' ? me.sessionId : undefined;
  const resyncPush = () => void push.resync(language, session).catch(() => undefined);
  if (session) resyncPush();

  const refresh = () => {
    void queryClient.invalidateQueries();
    void readCounts();
  };
  await readCounts();
  setInterval(() => {
    if (document.visibilityState === 'visible') void readCounts();
  }, refreshEvery);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void readCounts();
  });
  return { refresh, resyncPush };
}

/** Badges: unread messages, cases that need the person. Without login or network they stay as they are. */
async function readCounts(): Promise<void> {
  if (!getLive().loggedIn) return;
  try {
    const [{ unread }, { cases }] = await Promise.all([
      client.notifications.unreadCount.query({}),
      client.cases.mine.query(),
    ]);
    setLive({ unread, casesToDo: cases.filter((row) => row.waitsForCitizen).length });
  } catch {
    // The session ended, or there is no network.
  }
}
