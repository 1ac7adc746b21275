/** What the worker says to pages; `offline/register.ts` and the outbox listen. */
export type PageMessage =
  | { type: 'flush' }
  | { type: 'pushed' }
  | { type: 'push-changed' }
  | { type: 'killed' }
  | { type: 'navigate'; href: string };

export async function tellPages(scope: ServiceWorkerGlobalScope, message: PageMessage): Promise<number> {
  const pages = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  for (const page of pages) page.postMessage(message);
  return pages.length;
}

/** What pages say to the worker: only that the person accepted the update. */
export function onMessage(scope: ServiceWorkerGlobalScope, event: ExtendableMessageEvent): void {
  const data = event.data as { type?: unknown } | null;
  if (data?.type === 'SKIP_WAITING') event.waitUntil(scope.skipWaiting());
}
