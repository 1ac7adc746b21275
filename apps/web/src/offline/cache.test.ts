import { openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import { personalCache } from './cache.ts';
import { contentStore } from './content-store.ts';
import { account, emptyPhone, restartPhone } from './testing.ts';

beforeEach(emptyPhone);
const { storage } = personalCache;

describe('personal results on the phone', () => {
  test('are there after a restart while the login lasts', async () => {
    await personalCache.open(account(1));
    await storage.setItem('cases', '["JENA-7K2M"]');
    await restartPhone();
    expect(await storage.getItem('cases')).toBe('["JENA-7K2M"]');
    expect(await storage.entries()).toEqual([['cases', '["JENA-7K2M"]']]);
  });

  test('lie on the disk unreadable, and their key cannot be taken out', async () => {
    await personalCache.open(account(1));
    await storage.setItem('cases', 'Erika Muster');
    const disk = await openDB('jena-cache');
    const raw = await disk.get('entries', 'cases');
    expect(new TextDecoder().decode(raw.data)).not.toContain('Erika');
    const { key } = await disk.get('keys', 'current');
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
    disk.close();
  });

  test('are noise once a logout destroyed the key, even where entries survived', async () => {
    await personalCache.open(account(1));
    await storage.setItem('cases', 'mine');
    const disk = await openDB('jena-cache');
    const survivor = await disk.get('entries', 'cases');
    await personalCache.destroy();
    await disk.put('entries', survivor, 'cases');
    disk.close();
    expect(await storage.getItem('cases')).toBeUndefined();
    await personalCache.open(account(1));
    expect(await storage.getItem('cases')).toBeUndefined();
  });

  test('are not written after a logout, however late an answer comes', async () => {
    await personalCache.open(account(1));
    await personalCache.destroy();
    await storage.setItem('cases', 'late');
    await personalCache.open(account(1));
    expect(await storage.entries()).toEqual([]);
  });

  test('of one account are gone when another logs in', async () => {
    await personalCache.open(account(1));
    await storage.setItem('cases', 'mine');
    await personalCache.open(account(2));
    expect(await storage.getItem('cases')).toBeUndefined();
  });

  test('cannot be passed off under another name', async () => {
    await personalCache.open(account(1));
    await storage.setItem('a', 'text');
    const disk = await openDB('jena-cache');
    await disk.put('entries', await disk.get('entries', 'a'), 'b');
    disk.close();
    expect(await storage.getItem('b')).toBeUndefined();
  });
});

describe('public content on the phone', () => {
  test('keeps what the new version needs and drops the rest', async () => {
    await contentStore.put('/content/a.json', { n: 1 });
    await contentStore.put('/content/b.json', { n: 2 });
    await contentStore.keep(['/content/b.json']);
    await restartPhone();
    expect(await contentStore.get('/content/a.json')).toBeUndefined();
    expect(await contentStore.get('/content/b.json')).toEqual({ n: 2 });
  });
});
