import { verifyAccessLog } from '@jena/shared/account';
import { type AccountId, type Instant, newId } from '@jena/shared/kernel';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { accessHead, readAccess } from './access-chain.ts';
import type { Store } from './db/store.ts';
import { appendEvent } from './events.ts';
import { citizenActor, staffActor } from './testing/context.ts';
import { describeOnBothDialects } from './testing/stores.ts';

const at = '2026-11-23T09:00:00.000Z' as Instant;
const { accountId: person } = citizenActor();
const caseworker = staffActor('caseworker');

const look = (store: Store, subject: AccountId = person, fails = false) =>
  store.transaction(async (tx) => {
    await appendEvent(tx, store.tables, {
      stream: 'cases:1',
      type: 'cases.viewed',
      actor: caseworker,
      at,
      data: { reference: 'J-1' },
      subject,
    });
    if (fails) throw new Error('changed my mind');
  });

async function logOf(store: Store, subject: AccountId = person) {
  const before = Number.MAX_SAFE_INTEGER;
  const entries = (await readAccess(store.read, store.tables, { subject, before, limit: 500 })).reverse();
  return { subject, entries, head: await accessHead(store.read, store.tables, subject) };
}

describeOnBothDialects('the chain of acts about a person', (open) => {
  it('is one line without gaps, also when many act at once and some of them fail', async () => {
    const store = await open();
    const other = newId<'account'>();
    const tries = Array.from({ length: 40 }, (_, n) => [
      look(store, person, n % 5 === 0),
      look(store, n % 2 === 0 ? other : person),
    ]).flat();
    await Promise.allSettled(tries);
    for (const [subject, count] of [
      [person, 52],
      [other, 20],
    ] as const) {
      const log = await logOf(store, subject);
      expect(log.entries.map((entry) => entry.number)).toEqual(
        Array.from({ length: count }, (_, n) => n + 1),
      );
      expect(await verifyAccessLog(log)).toEqual({ intact: true, isComplete: true });
    }
  });

  it('shows what somebody changed or deleted in the database', async () => {
    const store = await open();
    const { platformAccess } = store.tables;
    for (let n = 0; n < 3; n++) await look(store);
    await store.transaction(async (tx) => {
      await tx.update(platformAccess).set({ officeId: 'standesamt' }).where(eq(platformAccess.number, 2));
    });
    expect(await verifyAccessLog(await logOf(store))).toEqual({ intact: false, at: 2, why: 'content' });
    await store.transaction(async (tx) => {
      await tx.delete(platformAccess).where(eq(platformAccess.number, 2));
    });
    expect(await verifyAccessLog(await logOf(store))).toEqual({ intact: false, at: 3, why: 'order' });
    await store.transaction(async (tx) => {
      await tx.delete(platformAccess).where(eq(platformAccess.number, 3));
    });
    expect(await verifyAccessLog(await logOf(store))).toEqual({ intact: false, at: null, why: 'end' });
  });
});
