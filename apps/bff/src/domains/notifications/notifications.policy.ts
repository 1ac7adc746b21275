import { createHash, ECDH, timingSafeEqual } from 'node:crypto';
import type { Actor } from '@jena/shared/kernel';
import { isPersonal, type Topic } from '@jena/shared/notifications';

/** Devices of one person that are told; the oldest make room. */
export const devicesPerAccount = 10;

/** Seconds for which a push service keeps a message about a case: the inbox has it for ever. */
export const caseTtlSeconds = 2 * 24 * 60 * 60;

/** After so long an unread message is told by e-mail too: a fallback where the push was overlooked. */
export const mailAfterHours = 24;

/** A device that nothing reached for so long is given up. */
export const failingDays = 30;

/** Changes of subscriptions per address; a person needs two or three. */
export const subscribeLimit = { most: 20, windowSeconds: 10 * 60 } as const;

/** An endpoint is a secret address: it is looked up by its hash, the same that `deviceOf` gives. */
export function endpointHash(endpoint: string): string {
  return createHash('sha256').update(endpoint).digest('base64url');
}

/** True when the keys are what RFC 8291 asks for: a point on P-256 and a secret of 16 bytes. */
export function areUsableKeys({ p256dh, auth }: { p256dh: string; auth: string }): boolean {
  if (Buffer.from(auth, 'base64url').length !== 16) return false;
  const point = Buffer.from(p256dh, 'base64url');
  if (point.length !== 65 || point[0] !== 4) return false;
  try {
    ECDH.convertKey(point, 'prime256v1');
    return true;
  } catch {
    return false;
  }
}

type Known = { auth: string; topics: readonly Topic[] };

/** Endpoint and secret are made together: who knows the endpoint but not its secret does not hold the device. */
export function holdsDevice(known: Pick<Known, 'auth'>, auth: string): boolean {
  const [left, right] = [Buffer.from(known.auth, 'base64url'), Buffer.from(auth, 'base64url')];
  return left.length === right.length && timingSafeEqual(left, right);
}

/**
 * Pushes about what is a person's own need a login; the greeting does not. A device whose session has ended keeps what was on,
 * so that its person can switch off single topics without logging in.
 */
export function mayChooseTopics(actor: Actor, topics: readonly Topic[], known: Known | undefined): boolean {
  const personal = topics.filter(isPersonal);
  return actor.kind === 'citizen' || personal.every((topic) => known?.topics.includes(topic) === true);
}

/** A device is shown to whoever holds it, but not to a person logged in who is not the one it is bound to. */
export function maySeeDevice(actor: Actor, device: { accountId: string | null }): boolean {
  return actor.kind !== 'citizen' || device.accountId === null || device.accountId === actor.accountId;
}
