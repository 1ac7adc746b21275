import { createECDH, randomBytes } from 'node:crypto';
import { newId, toInstant } from '@jena/shared/kernel';
import { endpointHash } from '../../apps/bff/src/domains/notifications/notifications.policy.ts';
import type { Store } from '../../apps/bff/src/platform/db/store.ts';

export type Device = { endpoint: string; keys: { p256dh: string; auth: string } };

/** How the push service answers every so-many-th device; all others take the message. */
const every = { gone: 1000, busy: 500, failed: 700 } as const;

/** What the device of this number does. */
export function mannerOf(index: number): 'gone' | 'busy' | 'failed' | 'willing' {
  if (index % every.gone === 1) return 'gone';
  if (index % every.busy === 2) return 'busy';
  return index % every.failed === 3 ? 'failed' : 'willing';
}

/** A device with a key of its own, as each browser makes one. */
export function device(port: number, index: number): Device {
  const keys = createECDH('prime256v1');
  return {
    endpoint: `https://localhost:${port}/${mannerOf(index)}/${index}`,
    keys: { p256dh: keys.generateKeys('base64url'), auth: randomBytes(16).toString('base64url') },
  };
}

/** Lets that many devices want Hanfried's greeting. */
export async function subscribeAll(store: Store, port: number, count: number): Promise<void> {
  const createdAt = toInstant(new Date());
  const stretch = 500;
  for (let from = 0; from < count; from += stretch) {
    const rows = Array.from({ length: Math.min(stretch, count - from) }, (_, index) => {
      const { endpoint, keys } = device(port, from + index);
      return {
        id: newId<'pushSubscription'>(),
        endpointHash: endpointHash(endpoint),
        endpoint,
        ...keys,
        accountId: null,
        sessionId: null,
        language: 'de' as const,
        topics: ['assistant' as const],
        createdAt,
      };
    });
    await store.transaction(async (tx) => {
      await tx.insert(store.tables.notificationSubscriptions).values(rows);
    });
  }
}
