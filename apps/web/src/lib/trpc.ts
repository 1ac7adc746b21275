import type { AppRouter } from '@jena/bff/router';
import { experimental_createQueryPersister, PERSISTER_KEY_PREFIX } from '@tanstack/query-persist-client-core';
import {
  type FetchQueryOptions,
  hashKey,
  notifyManager,
  QueryClient,
  type QueryKey,
} from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink, httpLink, splitLink } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { personalCache } from '../offline/cache.ts';
import { quietly } from './activity.ts';
import { heed } from './network.ts';
import { admitted, follow } from './under-way.ts';

/** The header proves that a page of this origin asks, not a form on another site. */
const door = { url: '/trpc', headers: () => ({ 'x-jena-client': '1', ...quietly() }) };

/** Given with a call that ends the session: everything else waits for its answer, see `leave`. */
export const leaving = { context: { leaves: true } };

/** Calls of the server's procedures. */
export const client = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: ({ context }) => context['leaves'] === true,
      true: httpLink(door),
      false: httpBatchLink({
        ...door,
        async fetch(input, init) {
          await admitted();
          return follow(heed(fetch(input, init as RequestInit)));
        },
        maxURLLength: 2000,
      }),
    }),
  ],
});

/** Answers stay readable without a network for a month; a new shape of the data makes the old unreadable. */
const persister = experimental_createQueryPersister({
  storage: personalCache.storage,
  maxAge: 30 * 24 * 3_600_000,
  buster: '4',
  refetchOnRestore: false,
});

/** What was restored is asked for anew. The persister's own way leaves a failure without a network unhandled. */
const restoring: typeof persister.persisterFn = async (queryFn, context, query) => {
  let asked = false;
  const data = await persister.persisterFn(
    (given: typeof context) => {
      asked = true;
      return queryFn(given);
    },
    context,
    query,
  );
  if (!asked) notifyManager.schedule(() => query.isStale() && void query.fetch().catch(() => undefined));
  return data;
};

/**
 * Whoever opens a page sees what the phone has, and at the same time it is asked for anew: they may have just been told
 * that something changed, seconds after the phone last asked.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 0,
      gcTime: 24 * 3_600_000,
      retry: 1,
      networkMode: 'offlineFirst',
      persister: restoring,
    },
    mutations: { networkMode: 'always' },
  },
});

/**
 * What the server says now; what the phone has where no answer comes.
 * @throws the failure of the call when the phone has nothing
 */
export async function newest<Data, Failure, Key extends QueryKey>(
  options: FetchQueryOptions<Data, Failure, Data, Key>,
): Promise<Data> {
  return queryClient.fetchQuery({ ...options, retry: false }).catch((error: unknown) => {
    const known = queryClient.getQueryData<Data>(options.queryKey);
    if (known === undefined) throw error;
    return known;
  });
}

/** Keeps an answer on the phone that came by another way than a query, e.g. at the start of the app. */
export async function keepOnPhone(queryKey: QueryKey): Promise<void> {
  // A cache that cannot be written is only a cache that is missing.
  await persister.persistQueryByKey(queryKey, queryClient).catch(() => undefined);
}

/** Takes an answer off the phone that the person may no longer see. */
export async function forgetOnPhone(queryKey: QueryKey): Promise<void> {
  await personalCache.storage.removeItem(`${PERSISTER_KEY_PREFIX}-${hashKey(queryKey)}`);
}

/** Options for `useQuery` and `useMutation`: `useQuery(trpc.cases.mine.queryOptions())`. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient });
