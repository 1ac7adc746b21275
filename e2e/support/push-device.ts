import { request } from 'node:https';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { openDelivery } from './push-delivery.ts';
import { sandboxFile, type World } from './world.ts';

type Subscription = { id: string; endpoint: string; keys: { p256dh: string; auth: string } };
type Message = { sequence: number; payload: string; topic: string | null };
export type ShownNotification = { title: string; body: string; actions: string[] };

/**
 * The push side of a phone. Chromium can only subscribe at its maker's service, so the subscription comes from the
 * sandbox's push service; what that service received and decrypted goes to the service worker through DevTools.
 */
export class PushDevice {
  private readonly page: Page;
  private readonly world: Pick<World, 'sandbox'>;
  private subscription: Subscription | undefined;
  private read = 0;

  constructor(page: Page, world: Pick<World, 'sandbox'>) {
    this.page = page;
    this.world = world;
  }

  /** Before the first page: from then on the page's PushManager subscribes at the sandbox. */
  async prepare(context: BrowserContext): Promise<void> {
    await context.exposeFunction('subscribeAtSandbox', async (applicationServerKey: string) => {
      this.subscription ??= await this.ask<Subscription>('POST', '/subscriptions', { applicationServerKey });
      return this.subscription;
    });
    await context.exposeFunction('subscriptionAtSandbox', () => this.subscription ?? null);
    await context.exposeFunction('unsubscribeAtSandbox', () => {
      this.subscription = undefined;
    });
    await context.addInitScript(takeOverPushManager);
  }

  /**
   * The next message that the product pushed to this phone, or the next with these words: of messages about the same
   * topic that nobody received yet, a push service keeps only the last.
   */
  async receives(words = ''): Promise<Message> {
    let found: Message | undefined;
    await expect
      .poll(
        async () => {
          found = (await this.unread()).find((message) => message.payload.includes(words));
          return found !== undefined;
        },
        { timeout: 20_000, message: `a push of the product: ${words}` },
      )
      .toBe(true);
    if (!found) throw new Error('no message');
    this.read = found.sequence;
    return found;
  }

  /** How many messages came that nobody received yet. */
  async waiting(): Promise<number> {
    return (await this.unread()).length;
  }

  private async unread(): Promise<Message[]> {
    const id = this.subscription?.id;
    if (id === undefined) return [];
    const path = `/subscriptions/${id}/messages?after=${this.read}`;
    return (await this.ask<{ messages: Message[] }>('GET', path)).messages;
  }

  /** Hands the message to the service worker and says what the phone shows of it. */
  async shows(message: Message): Promise<ShownNotification> {
    await this.clearsLockScreen();
    const delivery = await openDelivery(this.page);
    let shown: ShownNotification | undefined;
    try {
      // The browser says „taken“ before the worker has started, and drops the message without a word when that start
      // fails. So, like a push service without an acknowledgement, this one comes again; the tag makes it one notification.
      await expect(async () => {
        await delivery.delivers(message.payload);
        await expect
          .poll(
            async () => {
              shown = (await this.notifications()).at(-1);
              return shown !== undefined;
            },
            { timeout: 8_000, message: `a notification; the browser knows ${delivery.knows()}` },
          )
          .toBe(true);
      }).toPass({ timeout: 40_000 });
    } finally {
      await delivery.ends();
    }
    if (!shown) throw new Error('no notification');
    return shown;
  }

  /** What lay there before is no answer to the message that comes now. */
  private async clearsLockScreen(): Promise<void> {
    await this.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      for (const one of await registration.getNotifications()) one.close();
    });
    await expect.poll(() => this.notifications().then((all) => all.length)).toBe(0);
  }

  /** What lies on the lock screen. */
  notifications(): Promise<ShownNotification[]> {
    return this.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const shown = await registration.getNotifications();
      return shown.map((one) => ({
        title: one.title,
        body: one.body,
        actions: ((one as { actions?: { title: string }[] }).actions ?? []).map((action) => action.title),
      }));
    });
  }

  /** Taps the notification, or one of its buttons. */
  async taps(action = ''): Promise<void> {
    const origin = new URL(this.page.url()).origin;
    const worker = this.page
      .context()
      .serviceWorkers()
      .find((one) => one.url().startsWith(origin));
    if (!worker) throw new Error('no service worker');
    await worker.evaluate(tapNotification, action);
  }

  private ask<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
    const { push, ca } = this.world.sandbox;
    return new Promise((done, fail) => {
      const call = request(
        push.url + path,
        { method, ca: sandboxFile(ca), headers: { 'content-type': 'application/json' } },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () => done(JSON.parse(Buffer.concat(parts).toString()) as T));
        },
      );
      call.on('error', fail);
      call.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
}

/** Runs in every page. */
function takeOverPushManager(): void {
  if (!('PushManager' in globalThis)) return;
  type Given = { endpoint: string; keys: Record<string, string> };
  const sandbox = globalThis as unknown as {
    subscribeAtSandbox: (key: string) => Promise<Given>;
    subscriptionAtSandbox: () => Promise<Given | null>;
    unsubscribeAtSandbox: () => Promise<void>;
  };
  const bytes = (text: string) =>
    Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))
      .buffer;
  const base64url = (key: BufferSource | string) => {
    if (typeof key === 'string') return key;
    const raw = ArrayBuffer.isView(key) ? new Uint8Array(key.buffer) : new Uint8Array(key);
    return btoa(String.fromCharCode(...raw))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '');
  };
  const subscription = (given: Given) => ({
    endpoint: given.endpoint,
    expirationTime: null,
    toJSON: () => ({ endpoint: given.endpoint, expirationTime: null, keys: given.keys }),
    getKey: (name: string) => bytes(given.keys[name] ?? ''),
    unsubscribe: async () => {
      await sandbox.unsubscribeAtSandbox();
      return true;
    },
  });
  Object.assign(PushManager.prototype, {
    subscribe: async ({ applicationServerKey }: { applicationServerKey: BufferSource | string }) =>
      subscription(await sandbox.subscribeAtSandbox(base64url(applicationServerKey))),
    getSubscription: async () => {
      const known = await sandbox.subscriptionAtSandbox();
      return known && subscription(known);
    },
  });
}

/** Runs in the service worker. A real tap may bring a window to the front; a tap of a test must be given that right. */
async function tapNotification(action: string): Promise<void> {
  const scope = globalThis as unknown as {
    registration: ServiceWorkerRegistration;
    dispatchEvent: (event: Event) => boolean;
    NotificationEvent: new (type: string, init: { notification: Notification; action: string }) => Event;
    WindowClient: { prototype: { focus: () => Promise<unknown> } };
  };
  scope.WindowClient.prototype.focus = async function focus() {
    return this;
  };
  const notification = (await scope.registration.getNotifications()).at(-1);
  if (!notification) throw new Error('nothing to tap');
  const event = new scope.NotificationEvent('notificationclick', { notification, action });
  let work: Promise<unknown> = Promise.resolve();
  Object.defineProperty(event, 'waitUntil', { value: (given: Promise<unknown>) => (work = given) });
  scope.dispatchEvent(event);
  await work;
}
