import { beforeEach, expect, it, vi } from 'vitest';

const mark = vi.fn();
const load = vi.fn(async () => [] as unknown[]);

beforeEach(() => {
  vi.resetModules();
  vi.resetAllMocks();
  vi.stubGlobal('document', { documentElement: { classList: { add: mark } }, fonts: { load } });
});

const ownFont = () => import('./own-font.ts');

it('is used from the page after its arrival on', async () => {
  const { fetchOwnFont, showOwnFont } = await ownFont();
  showOwnFont();
  await fetchOwnFont();
  expect(mark).not.toHaveBeenCalled();
  showOwnFont();
  expect(mark).toHaveBeenCalledWith('own-font');
});

it('stays away when a part of it does not come', async () => {
  load.mockRejectedValueOnce(new DOMException('no network', 'NetworkError'));
  const { fetchOwnFont, showOwnFont } = await ownFont();
  await expect(fetchOwnFont()).rejects.toThrow();
  showOwnFont();
  expect(mark).not.toHaveBeenCalled();
});

it.each([
  [{ serviceWorker: { controller: {} } }, 1],
  [{ serviceWorker: { controller: null } }, 0],
  // Where workers are forbidden, e.g. in private windows.
  [{}, 0],
])('is there with the first paint only behind the service worker: %j', async (navigator, times) => {
  const { ownFontScript } = await ownFont();
  vi.stubGlobal('navigator', navigator);
  new Function(ownFontScript)();
  expect(mark).toHaveBeenCalledTimes(times);
});
