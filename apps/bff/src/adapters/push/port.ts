/** A browser's push subscription (W3C Push API), as `PushSubscription.toJSON()` gives it. */
export type PushSubscriptionKeys = { readonly p256dh: string; readonly auth: string };
export type PushSubscription = { readonly endpoint: string; readonly keys: PushSubscriptionKeys };

export type PushOptions = {
  /** Seconds for which the push service keeps the message. */
  ttl: number;
  /** A newer message of the same topic replaces an undelivered one: at most 32 characters of [A-Za-z0-9_-]. */
  topic?: string;
  urgency: 'very-low' | 'low' | 'normal' | 'high';
};

/**
 * `sent`: the push service accepted it (that is not yet delivery). `gone`: delete the subscription.
 * `retryAfterSeconds`: busy or unreachable, try again. `rejected`: our fault (key, size, address); alarm, keep the subscription.
 */
export type PushOutcome = 'sent' | 'gone' | 'rejected' | { readonly retryAfterSeconds: number };

/** Web push: RFC 8030, encrypted by RFC 8291, authenticated by RFC 8292. Never throws for what a push service answers. */
export type PushPort = {
  /** The public VAPID key, base64url; browsers subscribe with it (`applicationServerKey`). */
  readonly publicKey: string;
  /** True when the endpoint is https and its host is on the list; ask before storing a subscription (ASVS 1.3.6). */
  accepts(endpoint: string): boolean;
  /** `payload` is UTF-8 text of at most 3993 bytes. */
  send(subscription: PushSubscription, payload: string, options: PushOptions): Promise<PushOutcome>;
};

export type PushConfig = {
  /** base64url, as `createVapidKeys` makes them. */
  vapid: {
    publicKey: string;
    privateKey: string /** `mailto:` or https address of the operator. */;
    subject: string;
  };
  /** Host names that may be called; `*.push.apple.com` allows subdomains. A port, where not 443, belongs to the name. */
  allowedHosts: readonly string[];
  /** PEM of a further authority, e.g. of the sandbox. */
  extraCa?: string;
  timeoutMs: number;
  /** In production, the sandbox's authority is refused, and so are names that lead to this machine. */
  production: boolean;
};
