import { useInfiniteQuery } from '@tanstack/react-query';
import { client, trpc } from '../lib/client.ts';
import { useDesk } from '../lib/desk.ts';
import type { Queue } from '../lib/places.ts';

/** New work shows up by itself; 15 seconds are quick enough for people and kind to the server. */
const pollMs = 15_000;

/** One work queue, page by page, with the counts of all of them. */
export function useQueue(queue: Queue) {
  const { awake, staff } = useDesk();
  const query = useInfiniteQuery({
    queryKey: [...trpc.cases.staff.queue.pathKey(), queue],
    queryFn: ({ pageParam, signal }) =>
      client.cases.staff.queue.query({ queue, after: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: awake && staff.roles.includes('caseworker'),
    refetchInterval: pollMs,
  });
  return {
    rows: query.data?.pages.flatMap((page) => page.rows) ?? [],
    counts: query.data?.pages[0]?.counts,
    loading: query.isPending,
    error: query.error,
    again: () => void query.refetch(),
    updatedAt: query.dataUpdatedAt,
    more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    loadingMore: query.isFetchingNextPage,
  };
}

export type QueueList = ReturnType<typeof useQueue>;
