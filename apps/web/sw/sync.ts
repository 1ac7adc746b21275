import { tellPages } from './messages.ts';

/** The network is back (Background Sync, Chromium only): open pages send what waits. Closed ones do it when they start. */
export function onSync(scope: ServiceWorkerGlobalScope, event: ExtendableEvent & { tag?: string }): void {
  if (event.tag === 'jena-outbox') event.waitUntil(tellPages(scope, { type: 'flush' }));
}
