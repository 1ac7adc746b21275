import { useInfiniteQuery } from '@tanstack/react-query';
import { client, trpc } from '../lib/client.ts';
import { useDesk } from '../lib/desk.ts';
import { askFor, type KeptQueue } from '../lib/places.ts';
import { useLiveCounts } from './use-live-counts.ts';

/** Numbers come by themselves (use-live-counts.ts); rows and, where no stream is, numbers are asked for. */
const pollMs = 15_000;

/** One work queue, page by page, with the counts of all of them. */
export function useQueue(queue: KeptQueue) {
  const { awake, staff } = useDesk();
  const live = useLiveCounts();
  const query = useInfiniteQuery({
    queryKey: [...trpc.cases.staff.queue.pathKey(), queue],
    queryFn: ({ pageParam, signal }) =>
      client.cases.staff.queue.query({ ...askFor(queue), after: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: awake && staff.roles.includes('caseworker'),
    refetchInterval: pollMs,
  });
  return {
    rows: query.data?.pages.flatMap((page) => page.rows) ?? [],
    counts: live.counts ?? query.data?.pages[0]?.counts,
    live: live.counts !== undefined,
    loading: query.isPending,
    error: query.error,
    again: () => void query.refetch(),
    updatedAt: query.dataUpdatedAt,
    more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    loadingMore: query.isFetchingNextPage,
  };
}

export type QueueList = ReturnType<typeof useQueue>;
