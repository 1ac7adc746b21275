import type { ComponentType } from 'react';
import { queryClient, trpc } from '../../lib/trpc.ts';
import type { ForWhomProps } from './parts/for-whom.tsx';

/** The choice „Für wen?“ of a service, for a person who may act for others in it; undefined for everybody else. */
export async function forWhom(
  service: ForWhomProps['service'],
): Promise<ComponentType<ForWhomProps> | undefined> {
  const { held } = await queryClient.fetchQuery(trpc.mandates.mine.queryOptions());
  if (held.length === 0) return undefined;
  const { ForWhom, usable } = await import('./parts/for-whom.tsx');
  return usable(held, service).length > 0 ? ForWhom : undefined;
}
