import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Store } from '../db/store.ts';
import { testClock } from '../testing/clock.ts';
import { describeOnBothDialects } from '../testing/stores.ts';
import { KeyGone, openKeys } from './keys.ts';
import { loadRootKeys, newRootKeyLine, parseRootKeys } from './root-keys.ts';
import { openJson, SealBroken, sealJson } from './sealing.ts';

const first = newRootKeyLine('root-1');
const second = newRootKeyLine('root-2');
const open2 = (store: Store, text = first) =>
  openKeys({ store, rootKeys: parseRootKeys(text), clock: testClock() });

describeOnBothDialects('keys', (open) => {
  it('open what was sealed before a restart', async () => {
    const store = await open();
    const before = await open2(store);
    const key = await store.transaction((tx) => before.create(tx, 'erika'));
    const sealed = sealJson(key, 'p', 'Ludwig-Weimar-Gasse');
    const index = before.blindIndex('identity.pseudonym', 'abc');
    const after = await open2(store);
    expect(openJson(await after.of(store.read, 'erika'), 'p', sealed)).toBe('Ludwig-Weimar-Gasse');
    expect(after.blindIndex('identity.pseudonym', 'abc')).toBe(index);
    expect(after.blindIndex('account.email', 'abc')).not.toBe(index);
  });

  it('are made once for each owner, and differ', async () => {
    const store = await open();
    const keys = await open2(store);
    const [one, again, other] = await store.transaction(async (tx) => [
      await keys.create(tx, 'erika'),
      await keys.create(tx, 'erika'),
      await keys.create(tx, 'max'),
    ]);
    expect(again?.equals(one as never)).toBe(true);
    expect(other?.equals(one as never)).toBe(false);
  });

  it('are gone for good once destroyed', async () => {
    const store = await open();
    const keys = await open2(store);
    await store.transaction((tx) => keys.create(tx, 'erika'));
    await keys.of(store.read, 'erika');
    await store.transaction((tx) => keys.destroy(tx, 'erika'));
    await expect(keys.of(store.read, 'erika')).rejects.toBeInstanceOf(KeyGone);
    await expect(store.transaction((tx) => keys.create(tx, 'erika'))).rejects.toBeInstanceOf(KeyGone);
    await expect(keys.of(store.read, 'nobody')).rejects.toBeInstanceOf(KeyGone);
  });

  it('wrap a document’s key for that document alone', async () => {
    const store = await open();
    const keys = await open2(store);
    const owner = await store.transaction((tx) => keys.create(tx, 'erika'));
    const { key, wrapped } = keys.newDocumentKey(owner, 'doc-1');
    expect(keys.documentKey(owner, 'doc-1', wrapped).equals(key)).toBe(true);
    expect(() => keys.documentKey(owner, 'doc-2', wrapped)).toThrow(SealBroken);
  });

  it('move to a new root key, after which the old one can go', async () => {
    const store = await open();
    const before = await open2(store);
    const key = await store.transaction((tx) => before.create(tx, 'erika'));
    const both = await open2(store, `${second}\n${first}`);
    expect(await both.rewrap()).toBe(2);
    const after = await open2(store, second);
    expect((await after.of(store.read, 'erika')).equals(key)).toBe(true);
  });

  it('stay closed under a foreign root key', async () => {
    const store = await open();
    await open2(store);
    await expect(open2(store, second)).rejects.toThrow('root-1 is missing');
    await expect(open2(store, newRootKeyLine('root-1'))).rejects.toBeInstanceOf(SealBroken);
  });
});

it('makes the root key file once, for its owner alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jena-key-'));
  const file = join(folder, 'keys', 'root.key');
  const made = loadRootKeys({ file });
  const again = loadRootKeys({ file });
  expect([made.made, again.made]).toEqual([true, false]);
  const { wrapped } = made.rootKeys.wrap('p', Buffer.from('secret'));
  expect(again.rootKeys.unwrap('root-1', 'p', wrapped).toString()).toBe('secret');
  expect(statSync(file).mode & 0o777).toBe(0o400);
  rmSync(folder, { recursive: true });
});

it('does not start with a root key that is missing or too short', () => {
  expect(() => parseRootKeys('')).toThrow('no root key');
  expect(() => parseRootKeys('root-1:c2hvcnQ=')).toThrow('32 bytes');
});
