/** With fewer files missing, as after most updates, they are asked for one by one. */
const fewest = 40;

const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};
/** Headers of the archive that say something of the archive alone. */
const ofTheArchive = ['content-encoding', 'content-length', 'etag', 'last-modified'];

/**
 * Puts the scripts and styles that are missing into the cache, from one file that holds them all (`build/archive.ts`): at
 * the first visit on a bad network the way to an app that opens without one is then a few round trips, not three
 * hundred. Their names hold a hash of their content, so none can be of another version. What goes wrong here is left
 * to whoever asks for each file alone.
 * @param paths absolute, e.g. `/assets/app-1234abcd.js`
 */
export async function fillFromArchive(cacheName: string, paths: readonly string[]): Promise<void> {
  const cache = await caches.open(cacheName);
  const there = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  const missing = paths.filter((path) => !there.has(path));
  if (missing.length < fewest) return;
  const answer = await fetch('/archive.json');
  if (!answer.ok) return;
  const texts = (await answer.json()) as Record<string, string>;
  // What protects the archive, a policy for one, protects what came in it.
  const headers = new Headers(answer.headers);
  for (const name of ofTheArchive) headers.delete(name);
  await Promise.all(
    missing.map(async (path) => {
      const text = texts[path];
      const type = types[path.split('.').at(-1) ?? ''];
      if (text === undefined || type === undefined) return;
      const own = new Headers(headers);
      own.set('content-type', type);
      await cache.put(path, new Response(text, { headers: own }));
    }),
  );
}
