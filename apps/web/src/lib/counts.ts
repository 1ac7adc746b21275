import { getLive, setLive } from './live.ts';
import { client, queryClient, trpc } from './trpc.ts';

/** Badges: unread messages, cases that need the person. Without login or network they stay as they are. */
export async function readCounts(): Promise<void> {
  if (!getLive().loggedIn) return;
  try {
    const [{ unread }, { cases }] = await Promise.all([
      client.notifications.unreadCount.query({}),
      client.cases.mine.query(),
    ]);
    // A list that stands open must not contradict its badge.
    if (unread !== getLive().unread)
      void queryClient.invalidateQueries({ queryKey: trpc.notifications.inbox.queryKey() });
    setLive({ unread, casesToDo: cases.filter((row) => row.waitsForCitizen).length });
  } catch {
    // The session ended, or there is no network.
  }
}
