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
