import type { AppRouter } from '@jena/bff/router';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink, httpLink, splitLink } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { errorCode } from '../../lib/errors.ts';

const door = { url: '/trpc', headers: { 'x-jena-client': '1', 'x-jena-door': 'staff' } };

/**
 * Calls at the staff door; the citizen's session of the same browser is never used here. A search names people, and a
 * name must not stand in an address.
 */
export const client = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: ({ path }) => path === 'cases.staff.search',
      true: httpLink({ ...door, methodOverride: 'POST' }),
      false: httpBatchLink({ ...door, maxURLLength: 2000 }),
    }),
  ],
});

/** A refused call means that the session is over: ask again who is there, and the screen covers itself. */
function noticeSignOut(error: unknown): void {
  if (errorCode(error) === 'identity.staff_login_required') void queryClient.invalidateQueries(whoFilter());
}

/** Answers live in memory only: nothing about a person stays on the device. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSignOut }),
  mutationCache: new MutationCache({ onError: noticeSignOut }),
  defaultOptions: {
    queries: { staleTime: 5_000, gcTime: 5 * 60_000, retry: 1, refetchOnWindowFocus: 'always' },
    mutations: { networkMode: 'always', retry: 0 },
  },
});

/** Options for `useQuery` and filters for what a change makes old. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient });

const whoFilter = () => trpc.identity.staffMe.pathFilter();

/** What every act on a case makes old: the lists, and the case itself. */
export function caseChanged(): void {
  void queryClient.invalidateQueries(trpc.cases.staff.pathFilter());
}
