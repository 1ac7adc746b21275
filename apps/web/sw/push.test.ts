import { describe, expect, test, vi } from 'vitest';
import { noticeOf, onNotificationClick, onPush, shown, targetOf } from './push.ts';

const origin = 'https://jena.example';
const payload = {
  web_push: 8030,
  notification: {
    title: 'Neuer Schritt in Ihrem Vorgang',
    body: 'Öffnen Sie die App.',
    navigate: '/vorgaenge/abc',
    lang: 'de',
    tag: 'case-abc',
    actions: [{ action: 'off', title: 'Abstellen', navigate: '/konto/mitteilungen' }],
  },
} as const;

function phone(pages: { url: string }[] = []) {
  const clients = pages.map((page) => ({
    ...page,
    focus: vi.fn(async () => undefined),
    postMessage: vi.fn(),
  }));
  const scope = {
    location: { origin },
    registration: { showNotification: vi.fn(async () => undefined) },
    clients: { matchAll: async () => clients, openWindow: vi.fn(async () => null) },
  };
  return { scope: scope as unknown as ServiceWorkerGlobalScope, parts: scope, clients };
}

async function push(scope: ServiceWorkerGlobalScope, json: () => unknown): Promise<void> {
  let work: Promise<unknown> = Promise.resolve();
  onPush(scope, { data: { json }, waitUntil: (given: Promise<unknown>) => (work = given) } as never);
  await work;
}

async function click(scope: ServiceWorkerGlobalScope, action = ''): Promise<void> {
  let work: Promise<unknown> = Promise.resolve();
  const notification = { data: shown(payload.notification as never).options.data, close: vi.fn() };
  onNotificationClick(scope, {
    notification,
    action,
    waitUntil: (given: Promise<unknown>) => (work = given),
  } as never);
  await work;
  expect(notification.close).toHaveBeenCalled();
}

describe('a push', () => {
  test('is shown as it is written, with its buttons', async () => {
    const { scope, parts } = phone();
    await push(scope, () => payload);
    expect(parts.registration.showNotification).toHaveBeenCalledWith(
      payload.notification.title,
      expect.objectContaining({
        body: 'Öffnen Sie die App.',
        tag: 'case-abc',
        actions: [{ action: 'off', title: 'Abstellen' }],
      }),
    );
  });

  test.each([
    ['no JSON', () => JSON.parse('x')],
    ['another format', () => ({ title: 'x' })],
    ['no target', () => ({ web_push: 8030, notification: { title: 'x' } })],
  ])('with %s still shows something general', async (_name, json) => {
    const { scope, parts } = phone();
    await push(scope, json);
    expect(parts.registration.showNotification).toHaveBeenCalledWith('Neue Nachricht', expect.anything());
  });

  test('reads only the declarative format', () => {
    expect(noticeOf(payload)?.navigate).toBe('/vorgaenge/abc');
    expect(noticeOf(null)).toBeUndefined();
  });
});

describe('a tap on a notification', () => {
  test('opens its page when no window is open', async () => {
    const { scope, parts } = phone();
    await click(scope);
    expect(parts.clients.openWindow).toHaveBeenCalledWith(`${origin}/vorgaenge/abc`);
  });

  test('leads an open window there without reloading it', async () => {
    const { scope, parts, clients } = phone([{ url: `${origin}/amt` }, { url: `${origin}/dienste` }]);
    await click(scope);
    expect(parts.clients.openWindow).not.toHaveBeenCalled();
    expect(clients[0]?.focus).not.toHaveBeenCalled();
    expect(clients[1]?.postMessage).toHaveBeenCalledWith({
      type: 'navigate',
      href: `${origin}/vorgaenge/abc`,
    });
  });

  test('on a button leads where the button says', async () => {
    const { scope, parts } = phone();
    await click(scope, 'off');
    expect(parts.clients.openWindow).toHaveBeenCalledWith(`${origin}/konto/mitteilungen`);
  });

  test.each(['https://evil.example/', '//evil.example', 'javascript:alert(1)'])(
    'never leads to %s',
    (navigate) => {
      expect(targetOf({ navigate }, '', origin)).toBe(`${origin}/postfach`);
    },
  );
});
