import {
  cleanupOutdatedCaches,
  matchPrecache,
  PrecacheController,
  type PrecacheEntry,
  precacheAndRoute,
} from 'workbox-precaching';
import { fillFromArchive } from './archive.ts';

declare const self: ServiceWorkerGlobalScope;

/**
 * The shell's hashed files and one shell page a language, fetched at install: one by one, while the archive overtakes
 * whoever does that. Nothing guesses addresses:
 * `/` must not become `/index.html` from a cache.
 */
export function precacheShell(manifest: (string | PrecacheEntry)[]): void {
  const { cacheName } = new PrecacheController().strategy;
  const hashed = manifest.flatMap((entry) =>
    typeof entry !== 'string' && entry.revision === null
      ? [new URL(entry.url, self.location.origin).pathname]
      : [],
  );
  self.addEventListener('install', (event) => {
    event.waitUntil(fillFromArchive(cacheName, hashed).catch(() => undefined));
  });
  cleanupOutdatedCaches();
  precacheAndRoute(manifest, {
    cleanURLs: false,
    directoryIndex: '',
    ignoreURLParametersMatching: [],
  });
}

/** The shell page of a language; `undefined` while the install is not complete. */
export function precachedShell(path: string): Promise<Response | undefined> {
  return matchPrecache(path);
}
