import type { AccountId } from '@jena/shared/kernel';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPush, pushState } from './push.ts';

const key = btoa('k'.repeat(65)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
const erika = 'erika' as AccountId;
const jonas = 'jonas' as AccountId;
const loginOf = (account: AccountId, session: string) => ({ account, session });
const keyBytes = new TextEncoder().encode('k'.repeat(65)).buffer;

/** A browser's push service: gives a new endpoint with each subscription. */
function browser({ permission = 'granted', answer = 'granted' } = {}) {
  let number = 0;
  const device = { subscription: null as ReturnType<typeof subscription> | null };
  function subscription(applicationServerKey: ArrayBuffer) {
    number += 1;
    const endpoint = `https://push.example/${number}`;
    return {
      endpoint,
      options: { applicationServerKey },
      toJSON: () => ({ endpoint, keys: { p256dh: 'p', auth: 'a' } }),
      unsubscribe: vi.fn(async () => {
        device.subscription = null;
        return true;
      }),
    };
  }
  const pushManager = {
    getSubscription: async () => device.subscription,
    subscribe: vi.fn(async ({ applicationServerKey }: { applicationServerKey: Uint8Array<ArrayBuffer> }) => {
      device.subscription = subscription(applicationServerKey.buffer);
      return device.subscription;
    }),
  };
  const stored = new Map<string, string>();
  const requestPermission = vi.fn(async () => answer);
  vi.stubGlobal('navigator', {
    serviceWorker: { getRegistration: async () => ({ pushManager }) },
    userAgent: '',
  });
  vi.stubGlobal('Notification', { permission, requestPermission });
  vi.stubGlobal('PushManager', class {});
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => stored.set(name, value),
    removeItem: (name: string) => stored.delete(name),
  });
  const server = { subscribe: vi.fn(async () => ({})), unsubscribe: vi.fn(async () => ({})) };
  const push = createPush({ publicKey: async () => key, ...server });
  return { device, pushManager, requestPermission, server, push, oldSubscription: subscription };
}

beforeEach(() => vi.unstubAllGlobals());
afterEach(() => vi.unstubAllGlobals());

describe('push on this device', () => {
  test('asks for permission only when switched on, and tells the server', async () => {
    const { push, requestPermission, server } = browser();
    expect(await pushState()).toBe('off');
    expect(requestPermission).not.toHaveBeenCalled();
    expect(await push.enable('de', ['cases'])).toBe('on');
    expect(server.subscribe).toHaveBeenCalledWith(
      expect.objectContaining({
        subscription: { endpoint: 'https://push.example/1', keys: { p256dh: 'p', auth: 'a' } },
        topics: ['cases'],
        language: 'de',
      }),
    );
    expect(await pushState()).toBe('on');
  });

  test('a „no“ is a „no“: nothing is subscribed', async () => {
    const { push, pushManager } = browser({ permission: 'default', answer: 'denied' });
    expect(await push.enable('de', ['cases'])).toBe('denied');
    expect(pushManager.subscribe).not.toHaveBeenCalled();
  });

  test('switched off, the server knows it first', async () => {
    const { push, server, device } = browser();
    await push.enable('de', ['cases']);
    server.unsubscribe.mockRejectedValueOnce(new TypeError('offline'));
    await expect(push.disable()).rejects.toThrow('offline');
    expect(device.subscription).not.toBeNull();
    await push.disable();
    expect(device.subscription).toBeNull();
    expect(await pushState()).toBe('off');
  });

  test('that iOS dropped without a word is subscribed again at the next start', async () => {
    const { push, server, device } = browser();
    await push.enable('en', ['cases', 'assistant']);
    device.subscription = null;
    await push.resync('en');
    expect(server.unsubscribe).toHaveBeenCalledWith(
      expect.objectContaining({ endpoint: 'https://push.example/1' }),
    );
    expect(server.subscribe).toHaveBeenLastCalledWith(
      expect.objectContaining({
        subscription: expect.objectContaining({ endpoint: 'https://push.example/2' }),
        topics: ['cases', 'assistant'],
      }),
    );
  });

  test('that moved is known at its new address before the old one is forgotten', async () => {
    const { push, server, device } = browser();
    await push.enable('de', ['cases']);
    device.subscription = null;
    server.subscribe.mockRejectedValueOnce(new TypeError('offline'));
    await expect(push.resync('de')).rejects.toThrow('offline');
    expect(server.unsubscribe).not.toHaveBeenCalled();
    await push.resync('de');
    expect(server.subscribe.mock.invocationCallOrder.at(-1)).toBeLessThan(
      server.unsubscribe.mock.invocationCallOrder[0] ?? 0,
    );
    await push.resync('de');
    expect(server.unsubscribe).toHaveBeenCalledOnce();
  });

  test('is bound to whoever logs in: the server is told once for each login', async () => {
    const { push, server } = browser();
    await push.enable('de', ['cases'], erika);
    await push.resync('de', loginOf(erika, 'first'));
    await push.resync('de', loginOf(erika, 'first'));
    await push.resync('de');
    expect(server.subscribe).toHaveBeenCalledTimes(2);
    await push.resync('de', loginOf(erika, 'second'));
    expect(server.subscribe).toHaveBeenCalledTimes(3);
    expect(server.unsubscribe).not.toHaveBeenCalled();
  });

  test('that did not change says nothing to the server', async () => {
    const { push, server } = browser();
    await push.enable('de', ['cases']);
    await push.resync('de');
    expect(server.subscribe).toHaveBeenCalledOnce();
  });

  test('that nobody wished for is not made at a start', async () => {
    const { push, pushManager } = browser();
    await push.resync('de');
    expect(pushManager.subscribe).not.toHaveBeenCalled();
  });

  test('of an old server key is replaced', async () => {
    const { push, device, oldSubscription, pushManager } = browser();
    device.subscription = oldSubscription(new ArrayBuffer(65));
    await push.enable('de', ['cases']);
    expect(pushManager.subscribe).toHaveBeenCalledOnce();
    expect(new Uint8Array(device.subscription?.options.applicationServerKey ?? new ArrayBuffer(0))).toEqual(
      new Uint8Array(keyBytes),
    );
  });
});

describe('push on a phone that several people use', () => {
  test('rests after a logout, for whoever comes next', async () => {
    const { push, server, device } = browser();
    await push.enable('de', ['cases'], erika);
    await push.rest();
    expect(server.unsubscribe).toHaveBeenCalledWith(
      expect.objectContaining({ endpoint: 'https://push.example/1' }),
    );
    expect(device.subscription).toBeNull();
    expect(await pushState()).toBe('off');
    await push.resync('de');
    await push.resync('de', loginOf(jonas, 'his'));
    expect(server.subscribe).toHaveBeenCalledOnce();
    expect(device.subscription).toBeNull();
  });

  test('goes on with the greeting alone after a logout, which names nobody', async () => {
    const { push, server, device } = browser();
    await push.enable('de', ['cases', 'assistant'], erika);
    await push.rest();
    expect(server.subscribe).toHaveBeenLastCalledWith(
      expect.objectContaining({
        subscription: expect.objectContaining({ endpoint: 'https://push.example/1' }),
        topics: ['assistant'],
      }),
    );
    expect(server.unsubscribe).not.toHaveBeenCalled();
    expect(device.subscription).not.toBeNull();
    await push.resync('de');
    expect(server.subscribe).toHaveBeenCalledTimes(2);
    await push.resync('de', loginOf(erika, 'hers'));
    expect(server.subscribe).toHaveBeenLastCalledWith(
      expect.objectContaining({ topics: ['assistant', 'cases'] }),
    );
  });

  test('keeps all of it when the server does not hear of the logout', async () => {
    const { push, server, device } = browser();
    await push.enable('de', ['cases', 'assistant'], erika);
    server.subscribe.mockRejectedValueOnce(new TypeError('offline'));
    await expect(push.rest()).rejects.toThrow('offline');
    expect(device.subscription).not.toBeNull();
    await push.rest();
    expect(server.subscribe).toHaveBeenLastCalledWith(expect.objectContaining({ topics: ['assistant'] }));
  });

  test('is taken up again where its person logs in again, with what they wished', async () => {
    const { push, server } = browser();
    await push.enable('de', ['cases', 'documents'], erika);
    await push.rest();
    await push.resync('de', loginOf(jonas, 'his'));
    await push.resync('en', loginOf(erika, 'hers'));
    expect(server.subscribe).toHaveBeenLastCalledWith(
      expect.objectContaining({
        subscription: expect.objectContaining({ endpoint: 'https://push.example/2' }),
        language: 'en',
        topics: ['cases', 'documents'],
      }),
    );
    expect(await pushState()).toBe('on');
    await push.resync('en', loginOf(erika, 'hers'));
    expect(server.subscribe).toHaveBeenCalledTimes(2);
  });

  test('waits for its person when the server cannot be reached at the first start', async () => {
    const { push, server } = browser();
    await push.enable('de', ['cases'], erika);
    await push.rest();
    server.subscribe.mockRejectedValueOnce(new TypeError('offline'));
    await expect(push.resync('de', loginOf(erika, 'hers'))).rejects.toThrow('offline');
    await push.resync('de', loginOf(erika, 'hers'));
    expect(await pushState()).toBe('on');
  });

  test('rests when another person logs in where nobody logged out', async () => {
    const { push, server, device } = browser();
    await push.enable('de', ['cases'], erika);
    await push.resync('de', loginOf(jonas, 'his'));
    expect(server.unsubscribe).toHaveBeenCalledOnce();
    expect(device.subscription).toBeNull();
    await push.resync('de', loginOf(erika, 'hers'));
    expect(server.subscribe).toHaveBeenLastCalledWith(expect.objectContaining({ topics: ['cases'] }));
    expect(device.subscription).not.toBeNull();
  });

  test('each person has their own', async () => {
    const { push, server } = browser();
    await push.enable('de', ['cases'], erika);
    await push.rest();
    await push.enable('de', ['documents'], jonas);
    await push.rest();
    await push.resync('de', loginOf(erika, 'hers'));
    expect(server.subscribe).toHaveBeenLastCalledWith(expect.objectContaining({ topics: ['cases'] }));
    await push.rest();
    await push.resync('de', loginOf(jonas, 'his'));
    expect(server.subscribe).toHaveBeenLastCalledWith(expect.objectContaining({ topics: ['documents'] }));
  });

  test('that was switched off stays off at the next login', async () => {
    const { push, server } = browser();
    await push.enable('de', ['cases'], erika);
    await push.rest();
    await push.disable(erika);
    await push.resync('de', loginOf(erika, 'hers'));
    expect(server.subscribe).toHaveBeenCalledOnce();
  });
});
