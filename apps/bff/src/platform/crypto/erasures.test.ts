import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Store } from '../db/store.ts';
import { testClock } from '../testing/clock.ts';
import { openTestKeys } from '../testing/keys.ts';
import { describeOnBothDialects } from '../testing/stores.ts';
import { settleErasures } from './erasures.ts';
import { KeyGone } from './keys.ts';

const clock = testClock();

describeOnBothDialects('the list of erasures', (open) => {
  async function erikaErased(store: Store, erasuresFile: string) {
    const keys = await openTestKeys(store);
    const { platformKeys } = store.tables;
    await store.transaction(async (tx) => {
      await keys.create(tx, 'erika');
      await keys.create(tx, 'max');
    });
    const [before] = await store.read.select().from(platformKeys).where(eq(platformKeys.owner, 'erika'));
    await store.transaction((tx) => keys.destroy(tx, 'erika'));
    const settle = () => settleErasures({ store, erasuresFile, clock });
    /** What a restored backup does to the row. */
    const bringBack = () =>
      store.transaction(async (tx) => {
        await tx
          .update(platformKeys)
          .set({ wrapped: before?.wrapped ?? null, destroyedAt: null })
          .where(eq(platformKeys.owner, 'erika'));
      });
    return { keys, settle, bringBack };
  }

  it('takes a key away again that a backup brought back, and no other', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jena-erasures-'));
    const file = join(folder, 'keys', 'erased.txt');
    const store = await open();
    const { keys, settle, bringBack } = await erikaErased(store, file);
    expect(await settle()).toBe(0);
    await bringBack();
    expect(await settle()).toBe(1);
    await expect(keys.of(store.read, 'erika')).rejects.toBeInstanceOf(KeyGone);
    await expect(keys.of(store.read, 'max')).resolves.toBeDefined();
    expect(await settle()).toBe(0);
    expect(readFileSync(file, 'utf8')).not.toContain('erika');
    rmSync(folder, { recursive: true });
  });

  it('survives a line that a crash cut off', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jena-erasures-'));
    const file = join(folder, 'erased.txt');
    const store = await open();
    const { settle, bringBack } = await erikaErased(store, file);
    writeFileSync(file, '0123456789');
    await settle();
    appendFileSync(file, 'abc');
    await bringBack();
    expect(await settle()).toBe(1);
    rmSync(folder, { recursive: true });
  });
});
