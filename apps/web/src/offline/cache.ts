import type { AccountId } from '@jena/shared/kernel';
import type { AsyncStorage } from '@tanstack/query-persist-client-core';
import type { DBSchema } from 'idb';
import { defineDatabase } from './database.ts';
import { newKey, type Sealed, seal, unseal } from './sealed.ts';

type KeyRow = { account: AccountId; key: CryptoKey };

interface CacheSchema extends DBSchema {
  entries: { key: string; value: Sealed };
  keys: { key: 'current'; value: KeyRow };
}

const database = defineDatabase<CacheSchema>('jena-cache', [
  (db) => {
    db.createObjectStore('entries');
    db.createObjectStore('keys');
  },
]);

let known: Promise<KeyRow | undefined> | undefined;

function currentKey(): Promise<KeyRow | undefined> {
  known ??= database.run((db) => db.get('keys', 'current')).catch(() => undefined);
  return known;
}

async function open({ key }: KeyRow, name: string, sealed: Sealed): Promise<string | undefined> {
  const plain = await unseal(key, name, sealed);
  // `undefined`: sealed with a key that a logout destroyed.
  return plain && new TextDecoder().decode(plain);
}

/**
 * Personal query results on this phone, readable only with a key that the browser never hands out
 * and that a logout destroys. Without a key (nobody logged in) it stores nothing. Fits
 * `experimental_createQueryPersister({ storage: personalCache.storage })`; a cache that fails reads as empty.
 */
export const personalCache = {
  /** After a login and at a start while logged in. Another account's cache is destroyed first. */
  async open(account: AccountId): Promise<void> {
    const existing = await currentKey();
    if (existing?.account === account) return;
    if (existing) await personalCache.destroy();
    const row = { account, key: await newKey() };
    await database.run((db) => db.put('keys', row, 'current'));
    known = Promise.resolve(row);
  },

  /** At a logout: the key goes first, so that what is left is noise even if clearing fails. */
  async destroy(): Promise<void> {
    known = Promise.resolve(undefined);
    await database.run((db) => db.delete('keys', 'current'));
    await database.run((db) => db.clear('entries'));
  },

  storage: {
    async getItem(name) {
      const [key, sealed] = await Promise.all([currentKey(), database.run((db) => db.get('entries', name))]);
      return key && sealed ? open(key, name, sealed) : undefined;
    },
    async setItem(name, value) {
      const key = await currentKey();
      if (!key) return;
      const sealed = await seal(key.key, name, new TextEncoder().encode(value));
      // The key may have been destroyed while sealing: then nothing is left behind.
      if ((await currentKey()) !== key) return;
      await database.run((db) => db.put('entries', sealed, name));
    },
    async removeItem(name) {
      await database.run((db) => db.delete('entries', name));
    },
    async entries() {
      const key = await currentKey();
      if (!key) return [];
      const sealed = await database.run(async (db) => {
        const transaction = db.transaction('entries');
        const [names, values] = await Promise.all([
          transaction.store.getAllKeys(),
          transaction.store.getAll(),
        ]);
        return names.map((name, index) => [name, values[index]] as const);
      });
      const opened: [string, string][] = [];
      for (const [name, value] of sealed) {
        const text = value && (await open(key, name, value));
        if (text !== undefined) opened.push([name, text]);
      }
      return opened;
    },
  } satisfies AsyncStorage<string>,

  /** Forgets the connection and the key in memory, as a reload does; the database stays. */
  async close(): Promise<void> {
    known = undefined;
    await database.close();
  },
};
