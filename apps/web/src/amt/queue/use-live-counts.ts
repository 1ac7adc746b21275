import type { QueueCounts } from '@jena/shared/cases';
import { useEffect, useState } from 'react';
import { queryClient, trpc } from '../lib/client.ts';
import { useDesk } from '../lib/desk.ts';

const address = '/streams/queues';

/**
 * The counts of all queues as the server tells them; undefined while no stream is open. The browser itself comes back
 * after a break. One tab of a session listens: one that lost the stream to another asks for it when it is looked at.
 */
export function useLiveCounts(): { counts: QueueCounts | undefined } {
  const { awake, staff } = useDesk();
  const [counts, setCounts] = useState<QueueCounts>();
  const listens = awake && staff.roles.includes('caseworker') && 'EventSource' in globalThis;
  useEffect(() => {
    if (!listens) return;
    let source: EventSource | undefined;
    const stop = () => {
      source?.close();
      source = undefined;
      setCounts(undefined);
    };
    const start = () => {
      if (source || document.visibilityState === 'hidden') return;
      source = new EventSource(address);
      source.addEventListener('counts', ({ data }: MessageEvent<string>) => {
        setCounts(JSON.parse(data) as QueueCounts);
        // Numbers changed, so did the rows.
        void queryClient.invalidateQueries(trpc.cases.staff.queue.pathFilter());
      });
      source.addEventListener('elsewhere', stop);
      source.addEventListener('over', () => {
        stop();
        void queryClient.invalidateQueries(trpc.identity.staffMe.pathFilter());
      });
      source.addEventListener('error', () => setCounts(undefined));
    };
    start();
    window.addEventListener('focus', start);
    document.addEventListener('visibilitychange', start);
    return () => {
      window.removeEventListener('focus', start);
      document.removeEventListener('visibilitychange', start);
      stop();
    };
  }, [listens]);
  return { counts };
}
