import type { Instant } from '@jena/shared/kernel';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeOnBothDialects } from '../testing/stores.ts';
import { TransactionOver, type Writer } from './access.ts';
import { isUniqueViolation, likeLiteral } from './sql.ts';
import type { Store } from './store.ts';

const at = '2026-11-23T09:00:00.000Z' as Instant;
const reply = (key: string, data: unknown = null) => ({
  actor: 'citizen:a',
  key,
  path: 'cases.submit',
  inputHash: 'x',
  reply: { data },
  at,
});
const insert = (tx: Writer, store: Store, key: string, data?: unknown) =>
  tx.insert(store.tables.platformReplies).values(reply(key, data));

describeOnBothDialects('the store', (open) => {
  it('shows what a transaction wrote once it is committed', async () => {
    const store = await open();
    await store.transaction((tx) =>
      insert(tx, store, 'k', { umlaut: 'Jüngling', count: 3 }).then(() => undefined),
    );
    const rows = await store.read.select().from(store.tables.platformReplies);
    expect(rows).toEqual([reply('k', { umlaut: 'Jüngling', count: 3 })]);
  });

  it('keeps nothing of a transaction that throws, and goes on working', async () => {
    const store = await open();
    const failing = store.transaction(async (tx) => {
      await insert(tx, store, 'lost');
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    await store.transaction((tx) => insert(tx, store, 'kept').then(() => undefined));
    const rows = await store.read
      .select({ key: store.tables.platformReplies.key })
      .from(store.tables.platformReplies);
    expect(rows).toEqual([{ key: 'kept' }]);
  });

  it('keeps transactions apart that are asked for at the same time', async () => {
    const store = await open();
    const { platformJobs } = store.tables;
    await store.transaction(async (tx) => {
      await tx.insert(platformJobs).values({
        id: 'counter' as never,
        kind: 'test.count',
        payload: {},
        state: 'waiting',
        runAt: at,
        attempts: 0,
        plannedAt: at,
      });
    });
    const bump = () =>
      store.transaction(async (tx) => {
        const [row] = await tx
          .update(platformJobs)
          .set({ lastError: 'x' })
          .returning({ attempts: platformJobs.attempts });
        await new Promise((resolve) => setTimeout(resolve, 2));
        await tx.update(platformJobs).set({ attempts: (row?.attempts ?? 0) + 1 });
      });
    await Promise.all(Array.from({ length: 8 }, bump));
    const [row] = await store.read.select({ attempts: platformJobs.attempts }).from(platformJobs);
    expect(row?.attempts).toBe(8);
  });

  it('fails one of several transactions that were asked for at once, and keeps the others', async () => {
    const store = await open();
    const { platformReplies } = store.tables;
    const all = await Promise.allSettled(
      ['a', 'b', 'c'].map((key) =>
        store.transaction(async (tx) => {
          await insert(tx, store, key);
          if (key === 'b') throw new Error('not this one');
          return key;
        }),
      ),
    );
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const rows = await store.read
      .select({ key: platformReplies.key })
      .from(platformReplies)
      .orderBy(platformReplies.key);
    expect(rows).toEqual([{ key: 'a' }, { key: 'c' }]);
  });

  it('fails loudly when a writer is used after its transaction', async () => {
    const store = await open();
    let kept: Writer | undefined;
    await store.transaction(async (tx) => {
      kept = tx;
    });
    const late = async () => kept?.select().from(store.tables.platformReplies);
    const error = await late().catch((caught: unknown) => caught);
    const chain = [error, (error as Error).cause];
    expect(chain.some((link) => link instanceof TransactionOver)).toBe(true);
  });

  it('keeps a forgotten query of one transaction out of the next', async () => {
    const store = await open();
    let goOn = () => {};
    const later = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let forgotten: Promise<unknown> | undefined;
    await store.transaction(async (tx) => {
      forgotten = later.then(() => insert(tx, store, 'forgotten')).catch((caught: unknown) => caught);
    });
    await store.transaction(async (tx) => {
      await insert(tx, store, 'kept');
      goOn();
      const error = await forgotten;
      expect([error, (error as Error).cause].some((link) => link instanceof TransactionOver)).toBe(true);
    });
    const rows = await store.read
      .select({ key: store.tables.platformReplies.key })
      .from(store.tables.platformReplies);
    expect(rows).toEqual([{ key: 'kept' }]);
  });

  it('refuses a transaction inside a transaction instead of waiting for ever', async () => {
    const store = await open();
    const nested = store.transaction(() => store.transaction(async () => 1));
    await expect(nested).rejects.toThrow('inside a transaction');
  });

  it('tells a unique violation from other failures', async () => {
    const store = await open();
    await store.transaction((tx) => insert(tx, store, 'k').then(() => undefined));
    const twice = store.transaction((tx) => insert(tx, store, 'k').then(() => undefined));
    expect(isUniqueViolation(await twice.catch((error: unknown) => error))).toBe(true);
    expect(isUniqueViolation(new Error('other'))).toBe(false);
  });

  it('takes wildcards in a search text literally', async () => {
    const store = await open();
    const { platformReplies } = store.tables;
    await store.transaction(async (tx) => {
      for (const key of ['100%', '1000', 'a_b', 'axb']) await insert(tx, store, key);
    });
    const find = async (text: string) => {
      const rows = await store.read
        .select({ key: platformReplies.key })
        .from(platformReplies)
        .where(likeLiteral(platformReplies.key, text));
      return rows.map((row) => row.key);
    };
    expect(await find('0%')).toEqual(['100%']);
    expect(await find('a_b')).toEqual(['a_b']);
  });

  it('runs prepared reads with changing values', async () => {
    const store = await open();
    const { platformReplies } = store.tables;
    await store.transaction(async (tx) => {
      await insert(tx, store, 'one', 1);
      await insert(tx, store, 'two', 2);
    });
    const { sql } = await import('drizzle-orm');
    const byKey = store.read
      .select({ reply: platformReplies.reply })
      .from(platformReplies)
      .where(eq(platformReplies.key, sql.placeholder('key')))
      .prepare('test_reply_by_key');
    expect(await byKey.execute({ key: 'two' })).toEqual([{ reply: { data: 2 } }]);
    expect(await byKey.execute({ key: 'one' })).toEqual([{ reply: { data: 1 } }]);
  });

  it('tells listeners about commits, not about rollbacks', async () => {
    const store = await open();
    const heard: boolean[] = [];
    store.onCommit(({ changesPublicData }) => heard.push(changesPublicData));
    await store.transaction(async () => undefined);
    await store.transaction(async () => undefined, { changesPublicData: false });
    await store.transaction(() => Promise.reject(new Error('no'))).catch(() => undefined);
    expect(heard).toEqual([true, false]);
  });
});
