import { queryClient, trpc } from '../lib/client.ts';

/** Asks anew who is logged in, and what waits for a second person. */
export const sessionsChanged = () =>
  void queryClient.invalidateQueries({ queryKey: trpc.identity.openSessions.queryKey() });
