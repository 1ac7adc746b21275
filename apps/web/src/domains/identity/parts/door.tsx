import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { trpc } from '../../../lib/trpc.ts';
import './door.css';

/**
 * A way in that not every city has. Its room is kept while the server is asked: what stands below must not move under a
 * finger that is about to tap. Without a network nobody answers, and there is no way in to keep room for.
 */
export function Door({ name, children }: { name: 'bundId' | 'muk'; children: ReactNode }) {
  const doors = useQuery(trpc.identity.doors.queryOptions());
  const asking = doors.isPending && doors.fetchStatus !== 'paused';
  if (!asking && !doors.data?.[name]) return null;
  return <div className={asking ? 'door-asking' : undefined}>{children}</div>;
}
