import { queryClient, trpc } from '../lib/client.ts';

/** Asks anew what rules do and what waits for a second person. */
export const rulesChanged = () =>
  void queryClient.invalidateQueries({ queryKey: trpc.automation.overview.queryKey() });
