import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../../lib/trpc.ts';

/** The person's documents, also without a network; while one is being checked it asks again soon. */
export function useVault() {
  return useQuery({
    ...trpc.vault.mine.queryOptions({}),
    refetchInterval: ({ state }) =>
      state.data?.some((document) => document.state === 'checking' && !document.held) ? 3_000 : 60_000,
  });
}
