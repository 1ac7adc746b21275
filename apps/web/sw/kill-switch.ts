import { tellPages } from './messages.ts';

/** A file that the city puts beside the app when a release of this worker went wrong: `{"kill": true}`. */
export const killUrl = '/sw-kill.json';
const diary = 'jena-kill-switch';
const day = 86_400_000;

let lastCheck: number | undefined;

/** Asks once a day; a worker starts many times an hour, so the time of the last question is kept in a cache of its own. */
export async function checkKillSwitchDaily(scope: ServiceWorkerGlobalScope, now: number): Promise<void> {
  if (lastCheck === undefined) {
    const note = await scope.caches.match(killUrl, { cacheName: diary });
    lastCheck = Number((await note?.text()) ?? 0);
  }
  if (now - lastCheck >= day) await checkKillSwitch(scope, now);
}

/**
 * Takes this worker and its caches away when the city says so. Drafts, captured files and the outbox are in IndexedDB
 * and stay; the app goes on as an ordinary web page.
 */
export async function checkKillSwitch(scope: ServiceWorkerGlobalScope, now: number): Promise<boolean> {
  const answer = await askForOrder();
  if (answer === 'silence') return false;
  lastCheck = now;
  if (answer === 'stay') {
    const cache = await scope.caches.open(diary);
    await cache.put(killUrl, new Response(String(now)));
    return false;
  }
  for (const name of await scope.caches.keys()) await scope.caches.delete(name);
  await scope.registration.unregister();
  await tellPages(scope, { type: 'killed' });
  return true;
}

async function askForOrder(): Promise<'kill' | 'stay' | 'silence'> {
  let response: Response;
  try {
    response = await fetch(killUrl, { cache: 'no-store' });
  } catch {
    return 'silence';
  }
  if (!response.ok) return 'stay';
  // Where the app's own page comes back instead of the file, there is no order.
  const answer: unknown = await response.json().catch(() => undefined);
  const kill = typeof answer === 'object' && answer !== null && 'kill' in answer && answer.kill === true;
  return kill ? 'kill' : 'stay';
}
