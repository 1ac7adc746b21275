import { createECDH } from 'node:crypto';
import webPush from 'web-push';

export type VapidKeys = { publicKey: string; privateKey: string };

/** A new pair of keys (P-256, base64url). Browsers subscribe with the public one: a new pair means subscribing anew. */
export function createVapidKeys(): VapidKeys {
  return webPush.generateVAPIDKeys();
}

/** Throws when the two keys do not belong together: better at the start than with the first push. */
export function checkVapidKeys({ publicKey, privateKey }: VapidKeys): void {
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(privateKey, 'base64url');
  if (ecdh.getPublicKey('base64url') !== publicKey.replace(/=+$/, '')) {
    throw new Error('the two VAPID keys do not belong together');
  }
}

/** Signed anew after an hour; each is good for twelve (RFC 8292 §2 allows 24). */
const keptMs = 60 * 60_000;
const goodSeconds = 12 * 60 * 60;
/** Push services have few names; somebody who makes up more shall not fill the memory. */
const mostKept = 200;

/**
 * Gives the `Authorization` header for an endpoint. One signature serves all messages to a push service for an hour:
 * it says who sends, not what.
 * @param now milliseconds
 */
export function createVapidHeaders(
  { publicKey, privateKey, subject }: VapidKeys & { subject: string },
  now: () => number = Date.now,
): (endpoint: string) => string {
  const kept = new Map<string, { header: string; until: number }>();
  return (endpoint) => {
    const audience = new URL(endpoint).origin;
    const at = now();
    const known = kept.get(audience);
    if (known !== undefined && known.until > at) return known.header;
    const { Authorization: header } = webPush.getVapidHeaders(
      audience,
      subject,
      publicKey,
      privateKey,
      'aes128gcm',
      Math.floor(at / 1000) + goodSeconds,
    );
    if (kept.size >= mostKept) kept.clear();
    kept.set(audience, { header, until: at + keptMs });
    return header;
  };
}
