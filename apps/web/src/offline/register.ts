import { trustedScriptUrl } from './trusted.ts';

/** What the page does with the worker's news. The worker's side is `sw/messages.ts`. */
export type WorkerNews = {
  /** A new version waits. Offer it; `apply` switches over and reloads. */
  onUpdate: (apply: () => void) => void;
  /** A tapped notification wants this window to show a page. */
  onNavigate: (href: string) => void;
  /** A push arrived while the app is open: refresh what it may be about. */
  onPushed?: () => void;
  /** The browser renewed its push subscription: tell the server. */
  onPushChanged?: () => void;
};

/**
 * So long the old worker may take to let go, in milliseconds. Chromium lets one live on for half a minute and more that
 * a request woke up in the very moment it was leaving; pages come from the network first, so a reload is new all the same.
 */
export const patience = 3_000;

let holds = 0;
let reloadWaits = false;

function reload(): void {
  if (holds > 0) reloadWaits = true;
  else location.reload();
}

/**
 * Keeps this window from reloading while a form is open, even if the person accepts the update in another window.
 * Returns the release; the reload that waited happens then.
 */
export function holdUpdates(): () => void {
  holds += 1;
  let released = false;
  return () => {
    if (released) return;
    released = true;
    holds -= 1;
    if (holds === 0 && reloadWaits) reload();
  };
}

/** Registers the service worker and listens to it. Call after the first paint; returns how to stop. */
export async function registerServiceWorker(news: WorkerNews, url = '/sw.js'): Promise<() => void> {
  const container = globalThis.navigator?.serviceWorker;
  if (!container) return () => undefined;
  const stop = new AbortController();
  const { signal } = stop;
  container.addEventListener('message', (event) => hear(event, news), { signal });
  container.startMessages();
  try {
    const registration = await container.register(trustedScriptUrl(url), { updateViaCache: 'none' });
    watch(container, registration, news.onUpdate, signal);
  } catch {
    // Private mode, or a policy forbids workers: the app works as a web page.
  }
  return () => stop.abort();
}

function watch(
  container: ServiceWorkerContainer,
  registration: ServiceWorkerRegistration,
  onUpdate: WorkerNews['onUpdate'],
  signal: AbortSignal,
): void {
  // The very first worker also changes the controller when it claims pages; nothing is to be reloaded then.
  let replaces = container.controller !== null;
  // Who says yes in front of an open form wants the new version now: the answers are on the phone.
  let acceptedHere = false;
  container.addEventListener(
    'controllerchange',
    () => {
      if (replaces && acceptedHere) location.reload();
      else if (replaces) reload();
      replaces = true;
    },
    { signal },
  );
  const offer = (worker: ServiceWorker) =>
    onUpdate(() => {
      // Another window switched over already, and this one only waited for its form.
      if (reloadWaits) return location.reload();
      acceptedHere = true;
      worker.postMessage({ type: 'SKIP_WAITING' });
      setTimeout(() => location.reload(), patience);
    });
  if (registration.waiting && container.controller) offer(registration.waiting);
  registration.addEventListener(
    'updatefound',
    () => {
      const coming = registration.installing;
      coming?.addEventListener('statechange', () => {
        if (coming.state === 'installed' && container.controller) offer(coming);
      });
    },
    { signal },
  );
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') registration.update().catch(() => undefined);
    },
    { signal },
  );
}

function hear(event: MessageEvent<unknown>, news: WorkerNews): void {
  const message = event.data as { type?: unknown; href?: unknown } | null;
  switch (message?.type) {
    case 'navigate':
      if (typeof message.href === 'string') news.onNavigate(message.href);
      return;
    case 'pushed':
      news.onPushed?.();
      return;
    case 'push-changed':
      news.onPushChanged?.();
      return;
  }
}
