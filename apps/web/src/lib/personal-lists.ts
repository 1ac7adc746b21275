import type { InboxBox } from '@jena/shared/notifications';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { client, trpc } from './trpc.ts';

/** Lists that come in pages: their pages ask for them, and the phone keeps the first page for later. */
export const personalLists = {
  inbox: (box: InboxBox) =>
    infiniteQueryOptions({
      queryKey: [...trpc.notifications.inbox.queryKey(), 'pages', box],
      queryFn: ({ pageParam }) => client.notifications.inbox.query({ box, after: pageParam }),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.next,
    }),
  accessLog: () =>
    infiniteQueryOptions({
      queryKey: [...trpc.account.accessLog.queryKey(), 'pages'],
      queryFn: ({ pageParam }) => client.account.accessLog.query({ after: pageParam }),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.next,
    }),
};
