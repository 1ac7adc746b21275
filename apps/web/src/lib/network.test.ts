import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { getLive, setLive } from './live.ts';
import { heed, watchNetwork } from './network.ts';

const lost = () => Promise.reject(new TypeError('Failed to fetch'));
const sign = vi.fn<() => Promise<unknown>>();
const phone = { onLine: true };
const heard: string[] = [];
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  const window = new EventTarget();
  for (const kind of ['online', 'offline']) window.addEventListener(kind, () => heard.push(kind));
  vi.stubGlobal('window', window);
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  vi.stubGlobal('navigator', phone);
  vi.stubGlobal('fetch', sign);
  phone.onLine = true;
  sign.mockReset();
  stop = watchNetwork();
});

afterEach(() => {
  stop();
  setLive({ online: true });
  heard.length = 0;
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(0);

test('what the phone says is believed at once', async () => {
  phone.onLine = false;
  window.dispatchEvent(new Event('offline'));
  expect(getLive().online).toBe(false);
  phone.onLine = true;
  window.dispatchEvent(new Event('online'));
  expect(getLive().online).toBe(true);
  expect(sign).not.toHaveBeenCalled();
});

test('one call that fails is no lost network when the server gives a sign of life', async () => {
  sign.mockResolvedValue(new Response('out of order', { status: 503 }));
  await expect(heed(lost())).rejects.toThrow('Failed to fetch');
  await settle();
  expect(sign).toHaveBeenCalledTimes(1);
  expect(getLive().online).toBe(true);
  expect(heard).toEqual([]);
});

test('a network that carries nothing is noticed, told to all who wait for it, and looked for until it is back', async () => {
  sign.mockImplementation(lost);
  await expect(heed(lost())).rejects.toThrow('Failed to fetch');
  await settle();
  expect(getLive().online).toBe(false);
  expect(heard).toEqual(['offline']);
  await vi.advanceTimersByTimeAsync(7_000);
  expect(sign).toHaveBeenCalledTimes(3);
  expect(getLive().online).toBe(false);
  sign.mockResolvedValue(new Response('ok'));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(getLive().online).toBe(true);
  expect(heard).toEqual(['offline', 'online']);
});

test('an app that nobody sees does not go on looking, and looks at once when it comes to the front', async () => {
  sign.mockImplementation(lost);
  await expect(heed(lost())).rejects.toThrow('Failed to fetch');
  Object.assign(document, { visibilityState: 'hidden' });
  await vi.advanceTimersByTimeAsync(60_000);
  const looked = sign.mock.calls.length;
  expect(looked).toBeLessThan(3);
  sign.mockResolvedValue(new Response('ok'));
  Object.assign(document, { visibilityState: 'visible' });
  document.dispatchEvent(new Event('visibilitychange'));
  await settle();
  expect(sign).toHaveBeenCalledTimes(looked + 1);
  expect(getLive().online).toBe(true);
});

test('a call that nobody answers makes one look, and is itself left alone', async () => {
  sign.mockImplementation(lost);
  const { promise, resolve } = Promise.withResolvers<string>();
  const call = heed(promise);
  await vi.advanceTimersByTimeAsync(7_900);
  expect(sign).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  expect(getLive().online).toBe(false);
  resolve('late');
  expect(await call).toBe('late');
  expect(getLive().online).toBe(true);
});

test('who leaves a page ends its calls: that says nothing about the network', async () => {
  await expect(heed(Promise.reject(new DOMException('left', 'AbortError')))).rejects.toThrow('left');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sign).not.toHaveBeenCalled();
  expect(getLive().online).toBe(true);
});
