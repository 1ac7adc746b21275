import { useInfiniteQuery } from '@tanstack/react-query';
import { client, trpc } from '../lib/client.ts';
import { useDesk } from '../lib/desk.ts';
import type { QueueList } from '../queue/use-queue.ts';
import { isNothing, useAsked } from './asked.ts';

/** What a search found, page by page. Asked once: each search leaves a line about who searched. */
export function useSearch(isOpen: boolean): Omit<QueueList, 'counts' | 'live'> {
  const { awake } = useDesk();
  const asked = useAsked();
  const idle = isNothing(asked);
  const query = useInfiniteQuery({
    queryKey: [...trpc.cases.staff.search.pathKey(), asked],
    queryFn: ({ pageParam, signal }) =>
      client.cases.staff.search.query({ ...asked, after: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: isOpen && awake && !idle,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  return {
    rows: query.data?.pages.flatMap((page) => page.rows) ?? [],
    loading: query.isPending && !idle,
    error: query.error,
    again: () => void query.refetch(),
    updatedAt: query.dataUpdatedAt,
    more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    loadingMore: query.isFetchingNextPage,
  };
}
