import type { AppRouter } from '@jena/bff/router';
import { experimental_createQueryPersister } from '@tanstack/query-persist-client-core';
import { QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { personalCache } from '../offline/cache.ts';

/** Calls of the server's procedures. The header proves that a page of this origin asks, not a form on another site. */
export const client = createTRPCClient<AppRouter>({
  links: [httpBatchLink({ url: '/trpc', headers: { 'x-jena-client': '1' }, maxURLLength: 2000 })],
});

/** Answers stay readable without a network for a month; a new shape of the data makes the old unreadable. */
const persister = experimental_createQueryPersister({
  storage: personalCache.storage,
  maxAge: 30 * 24 * 3_600_000,
  buster: '1',
});

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      gcTime: 24 * 3_600_000,
      retry: 1,
      networkMode: 'offlineFirst',
      persister: persister.persisterFn,
    },
    mutations: { networkMode: 'always' },
  },
});

/** Options for `useQuery` and `useMutation`: `useQuery(trpc.cases.mine.queryOptions())`. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient });
