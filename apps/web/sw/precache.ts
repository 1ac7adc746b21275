import {
  cleanupOutdatedCaches,
  matchPrecache,
  type PrecacheEntry,
  precacheAndRoute,
} from 'workbox-precaching';

/**
 * The shell's hashed files and one shell page a language, fetched at install. Nothing guesses addresses:
 * `/` must not become `/index.html` from a cache.
 */
export function precacheShell(manifest: (string | PrecacheEntry)[]): void {
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
