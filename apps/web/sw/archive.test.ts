import { afterEach, expect, test, vi } from 'vitest';
import { fillFromArchive } from './archive.ts';

afterEach(() => vi.unstubAllGlobals());

const paths = Array.from({ length: 60 }, (_, index) => `/assets/part-${index}.${index % 2 ? 'css' : 'js'}`);
const archive = Object.fromEntries(paths.map((path) => [path, `/* ${path} */`]));

function phone(there: string[], answer: () => Promise<Response>) {
  const cached = new Map<string, Response | undefined>(there.map((path) => [path, undefined]));
  const fetch = vi.fn(answer);
  vi.stubGlobal('fetch', fetch);
  vi.stubGlobal('caches', {
    open: async () => ({
      keys: async () => [...cached.keys()].map((path) => ({ url: `https://jena.example${path}` })),
      put: async (path: string, response: Response) => void cached.set(path, response),
    }),
  });
  return { cached, fetch };
}

const whole = async () =>
  Response.json(archive, { headers: { 'content-security-policy': "default-src 'self'", etag: '"1"' } });

test('a new phone gets all scripts and styles with one question, protected as they are at the server', async () => {
  const { cached, fetch } = phone(['/index.html'], whole);
  await fillFromArchive('precache', paths);
  expect(fetch).toHaveBeenCalledTimes(1);
  expect(cached.size).toBe(61);
  const style = cached.get('/assets/part-1.css');
  expect(await style?.text()).toBe('/* /assets/part-1.css */');
  expect(style?.headers.get('content-type')).toBe('text/css; charset=utf-8');
  expect(style?.headers.get('content-security-policy')).toBe("default-src 'self'");
  expect(style?.headers.get('etag')).toBeNull();
  expect(cached.get('/assets/part-0.js')?.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
});

test('after an update that changed little nothing is asked for, and nothing that is there is written again', async () => {
  const few = phone(paths.slice(0, 50), whole);
  await fillFromArchive('precache', paths);
  expect(few.fetch).not.toHaveBeenCalled();
  const some = phone(paths.slice(0, 10), whole);
  await fillFromArchive('precache', paths);
  expect(some.cached.get(paths[0] ?? '')).toBeUndefined();
  expect(some.cached.get(paths[59] ?? '')).toBeDefined();
});

test('a file that the archive does not hold, and an archive that does not come, are left to others', async () => {
  const { cached } = phone([], async () => Response.json({ [paths[0] ?? '']: 'x' }));
  await fillFromArchive('precache', paths);
  expect([...cached.keys()]).toEqual([paths[0]]);
  const none = phone([], async () => new Response('', { status: 404 }));
  await fillFromArchive('precache', paths);
  expect(none.cached.size).toBe(0);
});
