import type { PushPayload } from '@jena/shared/notifications';
import { tellPages } from './messages.ts';

type Notice = PushPayload['notification'];

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Reads a Declarative Web Push message. The validator library would be heavier than this whole worker, hence by hand. */
export function noticeOf(payload: unknown): Notice | undefined {
  const { web_push, notification } = (payload ?? {}) as Partial<Record<keyof PushPayload, unknown>>;
  if (web_push !== 8030 || typeof notification !== 'object' || notification === null) return undefined;
  const { title, navigate } = notification as Record<string, unknown>;
  return isText(title) && isText(navigate) ? (notification as Notice) : undefined;
}

/** What is shown when a message cannot be read: a push that shows nothing costs the subscription on iOS. */
const unreadable: Notice = {
  title: 'Neue Nachricht',
  body: 'In Ihrem Postfach der Stadt Jena.',
  navigate: '/postfach',
  lang: 'de',
  tag: 'unreadable',
};

type Action = { action: string; title: string };
type ShownOptions = NotificationOptions & { actions?: Action[]; renotify?: boolean };

/** What the browser shows. Where each button leads travels along as data. */
export function shown(notice: Notice): { title: string; options: ShownOptions } {
  const actions = notice.actions ?? [];
  const targets = Object.fromEntries(actions.map(({ action, navigate }) => [action, navigate]));
  return {
    title: notice.title,
    options: {
      body: notice.body,
      lang: notice.lang,
      tag: notice.tag,
      silent: notice.silent === true,
      icon: '/icons/icon-192.png',
      badge: '/icons/badge-96.png',
      data: { navigate: notice.navigate, actions: targets },
      actions: actions.map(({ action, title }) => ({ action, title })),
    },
  };
}

/** Where a tap leads: only ever into our own pages, whatever the message says. */
export function targetOf(data: unknown, action: string, origin: string): string {
  const { navigate, actions } = (data ?? {}) as { navigate?: unknown; actions?: Record<string, unknown> };
  const wanted = actions?.[action] ?? navigate;
  const url = URL.parse(isText(wanted) ? wanted : '/postfach', origin);
  return url?.origin === origin ? url.href : new URL('/postfach', origin).href;
}

export function onPush(scope: ServiceWorkerGlobalScope, event: PushEvent): void {
  const { title, options } = shown(noticeOf(readJson(event)) ?? unreadable);
  event.waitUntil(
    Promise.all([scope.registration.showNotification(title, options), tellPages(scope, { type: 'pushed' })]),
  );
}

function readJson(event: PushEvent): unknown {
  try {
    return event.data?.json();
  } catch {
    return undefined;
  }
}

export function onNotificationClick(scope: ServiceWorkerGlobalScope, event: NotificationEvent): void {
  event.notification.close();
  const target = targetOf(event.notification.data, event.action, scope.location.origin);
  event.waitUntil(openPage(scope, target));
}

/** An open page is asked to go there itself, because it may hold a half-filled form; without one, a new window opens. */
async function openPage(scope: ServiceWorkerGlobalScope, href: string): Promise<void> {
  const pages = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const page = pages.find((one) => !new URL(one.url).pathname.startsWith('/amt'));
  if (!page) {
    await scope.clients.openWindow(href);
    return;
  }
  await page.focus();
  page.postMessage({ type: 'navigate', href });
}

/** The browser renewed the subscription: subscribe again with the same key; pages tell the server, at the latest at the next start. */
export function onSubscriptionChange(
  scope: ServiceWorkerGlobalScope,
  event: ExtendableEvent & { oldSubscription?: PushSubscription | null },
): void {
  const options = event.oldSubscription?.options;
  const renewed = options
    ? scope.registration.pushManager.subscribe({
        userVisibleOnly: true,
        applicationServerKey: options.applicationServerKey,
      })
    : Promise.resolve(null);
  event.waitUntil(renewed.catch(() => null).then(() => tellPages(scope, { type: 'push-changed' })));
}
