import 'fake-indexeddb/auto';
import { type AccountId, idFromBytes, newId } from '@jena/shared/kernel';
import { IDBFactory } from 'fake-indexeddb';
import { personalCache } from './cache.ts';
import { contentStore } from './content-store.ts';
import type { Draft } from './drafts.ts';
import { outboxDatabase } from './outbox.db.ts';

/** A phone fresh from the shop: for `beforeEach`. */
export async function emptyPhone(): Promise<void> {
  await restartPhone();
  globalThis.indexedDB = new IDBFactory();
}

/** Everything in memory is gone, everything on disk stays. */
export async function restartPhone(): Promise<void> {
  await Promise.all([outboxDatabase.close(), contentStore.close(), personalCache.close()]);
}

/** A stable account id for a name, e.g. `account(1)`. */
export function account(number: number): AccountId {
  return idFromBytes<'account'>(new Uint8Array(16).fill(number));
}

/** A draft with sensible answers; give only what the test is about. */
export function aDraft(given: Partial<Draft> = {}): Draft {
  return {
    id: newId<'draft'>(),
    serviceSlug: 'wohnsitz-anmelden',
    formVersion: 1,
    fingerprint: { version: 1, language: 'de', fields: {} },
    answers: { familyName: 'Muster' },
    origins: { familyName: 'person' },
    files: {},
    page: 'person',
    updatedAt: '2026-11-23T10:00:00.000Z',
    language: 'de',
    ...given,
  };
}

/** Repeatable chance (mulberry32), so that a failing run can be run again. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
