import { afterEach, describe, expect, test, vi } from 'vitest';
import { checkKillSwitch, checkKillSwitchDaily } from './kill-switch.ts';

afterEach(() => vi.unstubAllGlobals());

function worker(answer: () => Promise<Response>) {
  let diary: string | undefined;
  const fetch = vi.fn(answer);
  vi.stubGlobal('fetch', fetch);
  const parts = {
    caches: {
      keys: async () => ['precache'],
      delete: vi.fn(async () => true),
      open: async () => ({
        put: async (_url: string, response: Response) => {
          diary = await response.text();
        },
      }),
      match: async () => (diary === undefined ? undefined : new Response(diary)),
    },
    registration: { unregister: vi.fn(async () => true) },
    clients: { matchAll: async () => [] },
  };
  return { scope: parts as unknown as ServiceWorkerGlobalScope, parts, fetch };
}

describe('the kill switch', () => {
  test('takes the worker and its caches away, asked past every cache', async () => {
    const { scope, parts, fetch } = worker(async () => Response.json({ kill: true }));
    expect(await checkKillSwitch(scope, 0)).toBe(true);
    expect(fetch).toHaveBeenCalledWith('/sw-kill.json', { cache: 'no-store' });
    expect(parts.caches.delete).toHaveBeenCalledWith('precache');
    expect(parts.registration.unregister).toHaveBeenCalled();
  });

  test.each([
    ['the file is not there', async () => new Response('', { status: 404 })],
    ['there is no network', () => Promise.reject(new TypeError('offline'))],
    ['a page comes instead of the file', async () => new Response('<!doctype html>')],
    ['the order is anything but true', async () => Response.json({ kill: 'true' })],
  ])('does nothing when %s', async (_name, answer) => {
    const { scope, parts } = worker(answer);
    expect(await checkKillSwitch(scope, 0)).toBe(false);
    expect(parts.registration.unregister).not.toHaveBeenCalled();
  });

  test('is asked once a day, and again soon when nobody answered', async () => {
    const hour = 3_600_000;
    let offline = true;
    const { scope, fetch } = worker(async () => {
      if (offline) throw new TypeError('offline');
      return Response.json({ kill: false });
    });
    const later = Date.now() + 100 * 24 * hour;
    await checkKillSwitchDaily(scope, later);
    offline = false;
    await checkKillSwitchDaily(scope, later + hour);
    await checkKillSwitchDaily(scope, later + 2 * hour);
    expect(fetch).toHaveBeenCalledTimes(2);
    await checkKillSwitchDaily(scope, later + 26 * hour);
    expect(fetch).toHaveBeenCalledTimes(3);
  });
});
