import type { Mandate } from '@jena/shared/mandates';
import { QueryObserver } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { newest, queryClient, trpc } from '../../lib/trpc.ts';
import type { ForWhomProps } from './parts/for-whom.tsx';

/**
 * Tells the choice „Für wen?“ of a service, for a person who may act for others in it, and undefined for everybody else;
 * to whom acts for a business alone, that this service is none of it.
 * What the phone remembers is told at once and the server is asked anew: a child that was just added counts, and a
 * mandate that ended does not. Without a network one applies for oneself.
 * @returns how to stop
 */
export function watchForWhom(
  service: ForWhomProps['service'],
  tell: (choice: ComponentType<ForWhomProps> | undefined) => void,
): () => void {
  const observer = new QueryObserver(queryClient, trpc.mandates.mine.queryOptions());
  let latest: readonly Mandate[] = [];
  const stop = observer.subscribe(async ({ data }) => {
    const held = data?.held ?? [];
    latest = held;
    const choice = held.length === 0 ? undefined : await choiceFor(held, service).catch(() => undefined);
    // Whatever came while the choice was loaded has been told, or will be.
    if (latest === held) tell(choice);
  });
  return () => {
    latest = [];
    stop();
  };
}

async function choiceFor(held: readonly Mandate[], service: ForWhomProps['service']) {
  const { ForWhom, usable } = await import('./parts/for-whom.tsx');
  if (usable(held, service).length > 0) return ForWhom;
  // Whom a business's certificate let in applies for that business or not at all.
  const me = await newest(trpc.identity.me.queryOptions());
  const forFirm = me.kind === 'citizen' && me.method === 'muk';
  return forFirm ? (await import('./parts/only-people.tsx')).OnlyPeople : undefined;
}
