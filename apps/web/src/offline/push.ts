import { type AccountId, type IdempotencyKey, type Language, newId } from '@jena/shared/kernel';
import { isPersonal, type Topic } from '@jena/shared/notifications';
import { installState } from './install.ts';
import {
  clearWish,
  forgetResting,
  readWish,
  restingTopics,
  restWish,
  type Wish,
  writeWish,
} from './push-wish.ts';

export type PushKeys = { endpoint: string; keys: { p256dh: string; auth: string } };

export type PushDeps = {
  /** `notifications.pushKey`: the VAPID public key, base64url. */
  publicKey: () => Promise<string>;
  /** `notifications.subscribe`. */
  subscribe: (input: {
    idempotencyKey: IdempotencyKey;
    subscription: PushKeys;
    language: Language;
    topics: Topic[];
  }) => Promise<unknown>;
  /** `notifications.unsubscribe`. */
  unsubscribe: (input: { idempotencyKey: IdempotencyKey; endpoint: string }) => Promise<unknown>;
};

/** `install_first`: iOS gives push to home-screen apps only. `denied`: only the browser's settings can change that. */
export type PushState = 'unsupported' | 'install_first' | 'off' | 'on' | 'denied';

export type Login = { session: string; account: AccountId };

async function manager(): Promise<PushManager | undefined> {
  const registration = await globalThis.navigator?.serviceWorker?.getRegistration();
  return registration?.pushManager;
}

/** What the settings page shows; asks nobody for anything. */
export async function pushState(isInstallable: () => boolean = isIosBrowser): Promise<PushState> {
  if (!('PushManager' in globalThis) || !('Notification' in globalThis)) {
    return isInstallable() ? 'install_first' : 'unsupported';
  }
  if (Notification.permission === 'denied') return 'denied';
  const subscription = await (await manager())?.getSubscription();
  return subscription && readWish() ? 'on' : 'off';
}

/** The endpoint of this device, by which the server knows its settings. */
export async function pushEndpoint(): Promise<string | undefined> {
  return (await (await manager())?.getSubscription())?.endpoint;
}

export function createPush(deps: PushDeps) {
  async function send(subscription: PushSubscription, wish: Omit<Wish, 'endpoint'>): Promise<void> {
    await deps.subscribe({
      idempotencyKey: newId<'idempotency'>(),
      subscription: keysOf(subscription),
      language: wish.language,
      topics: wish.topics,
    });
    writeWish({ ...wish, endpoint: subscription.endpoint });
  }

  /** The server hears it first, so that nothing more is sent to this device. */
  async function silence(forget: () => void): Promise<void> {
    const subscription = await (await manager())?.getSubscription();
    const endpoint = subscription?.endpoint ?? readWish()?.endpoint;
    if (endpoint) await deps.unsubscribe({ idempotencyKey: newId<'idempotency'>(), endpoint });
    forget();
    await subscription?.unsubscribe();
  }

  async function rest(): Promise<void> {
    const wish = readWish();
    const subscription = await (await manager())?.getSubscription();
    const everybodys = wish?.topics.filter((topic) => !isPersonal(topic)) ?? [];
    if (wish && subscription && everybodys.length > 0) {
      await send(subscription, { language: wish.language, topics: everybodys });
      restWish(wish);
      return;
    }
    await silence(() => {
      if (wish) restWish(wish);
      clearWish();
    });
  }

  return {
    /**
     * Call straight from a tap: the browser asks for permission only then. Also changes topics of a device that is on.
     * @param account who is logged in: the wish is theirs
     */
    async enable(language: Language, topics: Topic[], account?: AccountId): Promise<PushState> {
      const permission = await Notification.requestPermission();
      if (permission !== 'granted') return permission === 'denied' ? 'denied' : 'off';
      const pushManager = await manager();
      if (!pushManager) return 'unsupported';
      await send(await subscribeWith(pushManager, await deps.publicKey()), { language, topics, account });
      if (account) forgetResting(account);
      return 'on';
    },

    /** Switches this device off, on the server first, so that nothing more is sent to it. */
    async disable(account?: AccountId): Promise<void> {
      await silence(() => {
        clearWish();
        if (account) forgetResting(account);
      });
    },

    /**
     * At a logout: the device hears nothing personal any more; when this person logs in here again it takes up what they
     * wished. What anybody may have without a login goes on: Hanfried's greeting names nobody.
     */
    rest,

    /**
     * At a start while logged in, and when the worker says that the subscription changed: iOS drops subscriptions
     * without a word, browsers renew them. The person's wish stands, so the device subscribes again and tells the server.
     * The server learns the new address before it forgets the old: whatever breaks between, one of them works.
     * What another person wished, who did not log out, rests from now on: a shared phone tells nobody of the others.
     * @param login that begins or goes on: once for each, the server is told whose device this is
     */
    async resync(language: Language, login?: Login): Promise<void> {
      const owner = readWish()?.account;
      if (login && owner && owner !== login.account) await rest();
      const wish = readWish();
      const topics = wished(wish, login);
      const pushManager = await manager();
      if (topics.length === 0 || !pushManager || Notification.permission !== 'granted') return;
      const existing = await pushManager.getSubscription();
      const isBound = login === undefined || login.session === wish?.session;
      if (existing && existing.endpoint === wish?.endpoint && language === wish.language && isBound) return;
      const subscription = existing ?? (await subscribeWith(pushManager, await deps.publicKey()));
      await send(subscription, { session: wish?.session, account: owner, ...login, language, topics });
      if (login) forgetResting(login.account);
      if (wish && subscription.endpoint !== wish.endpoint) {
        await deps.unsubscribe({ idempotencyKey: newId<'idempotency'>(), endpoint: wish.endpoint });
      }
    },
  };
}

/** A subscription belongs to one VAPID key (RFC 8292): after the city changed it, the old one is worth nothing. */
async function subscribeWith(pushManager: PushManager, publicKey: string): Promise<PushSubscription> {
  const applicationServerKey = fromBase64Url(publicKey);
  const existing = await pushManager.getSubscription();
  if (existing && sameBytes(existing.options.applicationServerKey, applicationServerKey)) return existing;
  await existing?.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
}

function keysOf(subscription: PushSubscription): PushKeys {
  const { endpoint, keys } = subscription.toJSON();
  const { p256dh, auth } = keys ?? {};
  if (!endpoint || !p256dh || !auth) throw new TypeError('a push subscription without keys');
  return { endpoint, keys: { p256dh, auth } };
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function sameBytes(one: ArrayBuffer | null, other: Uint8Array): boolean {
  if (one?.byteLength !== other.length) return false;
  const bytes = new Uint8Array(one);
  return other.every((byte, index) => byte === bytes[index]);
}

/** What holds on this device, with what its person had when they last logged out here. */
function wished(wish: Wish | undefined, login: Login | undefined): Topic[] {
  return [...new Set([...(wish?.topics ?? []), ...(login ? restingTopics(login.account) : [])])];
}

/** iPhone or iPad in a browser tab: push comes with the home screen (iOS 16.4). */
function isIosBrowser(): boolean {
  return installState() === 'ios';
}
