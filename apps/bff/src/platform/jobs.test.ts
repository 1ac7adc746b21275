import { type Instant, toInstant } from '@jena/shared/kernel';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Store } from './db/store.ts';
import { createJobRunner, type JobHandlers, maxAttempts, retryDelay } from './job-runner.ts';
import {
  countJobs,
  forgetDoneJobs,
  GiveUp,
  jobHandler,
  listDeadJobs,
  type NewJob,
  planJob,
  retryDeadJob,
} from './jobs.ts';
import { createLog } from './log.ts';
import { testClock } from './testing/clock.ts';
import { describeOnBothDialects, openTestSqlite } from './testing/stores.ts';

const log = createLog('silent');

function setUp(store: Store, handlers: JobHandlers) {
  const clock = testClock();
  const runner = createJobRunner({ store, handlers, clock, log, random: () => 1, pollMs: 20 });
  const plan = (job: Omit<NewJob, 'at'>) =>
    store.transaction((tx) => planJob(tx, store.tables, { ...job, at: toInstant(clock.now()) }));
  return { clock, runner, plan };
}

describeOnBothDialects('jobs', (open) => {
  it('run after the commit, with what was planned', async () => {
    const seen: unknown[] = [];
    const { runner, plan } = setUp(await open(), { 'test.note': async (payload) => void seen.push(payload) });
    await plan({ kind: 'test.note', payload: { n: 1 } });
    expect(await runner.drain()).toBe(1);
    expect(await runner.drain()).toBe(0);
    expect(seen).toEqual([{ n: 1 }]);
  });

  it('never run when the transaction that planned them rolls back', async () => {
    const store = await open();
    const handler = vi.fn(async () => undefined);
    const { runner, clock } = setUp(store, { 'test.note': handler });
    const failing = store.transaction(async (tx) => {
      await planJob(tx, store.tables, { kind: 'test.note', payload: {}, at: toInstant(clock.now()) });
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await runner.drain()).toBe(0);
  });

  it('are planned once for one key', async () => {
    const { runner, plan } = setUp(await open(), { 'test.note': async () => undefined });
    await plan({ kind: 'test.note', key: 'same', payload: {} });
    await plan({ kind: 'test.note', key: 'same', payload: {} });
    expect(await runner.drain()).toBe(1);
  });

  it('wait until they are due', async () => {
    const { runner, plan, clock } = setUp(await open(), { 'test.note': async () => undefined });
    await plan({ kind: 'test.note', payload: {}, runAt: '2026-11-23T10:00:00.000Z' as Instant });
    expect(await runner.drain()).toBe(0);
    clock.set('2026-11-23T10:00:00.000Z');
    expect(await runner.drain()).toBe(1);
  });

  it('are tried again with growing pauses, then lie among the dead letters until an operator retries', async () => {
    const store = await open();
    let broken = true;
    const { runner, plan, clock } = setUp(store, {
      'test.flaky': async () => {
        if (broken) throw new TypeError('Erika Mustermann could not be reached');
      },
    });
    await plan({ kind: 'test.flaky', payload: {} });
    for (let attempt = 1; attempt <= maxAttempts; attempt++) {
      expect(await runner.drain()).toBe(1);
      expect(await runner.drain()).toBe(0);
      clock.advance(retryDelay(attempt, 1));
    }
    expect(await countJobs(store.read, store.tables)).toEqual({ waiting: 0, running: 0, dead: 1 });
    const [dead] = await listDeadJobs(store.read, store.tables);
    expect(dead).toMatchObject({ kind: 'test.flaky', attempts: maxAttempts, lastError: 'TypeError' });
    broken = false;
    const retry = () =>
      store.transaction((tx) => retryDeadJob(tx, store.tables, dead?.id ?? ('' as never), clock.now()));
    expect(await retry()).toBe(true);
    expect(await retry()).toBe(false);
    expect(await runner.drain()).toBe(1);
    expect(await countJobs(store.read, store.tables)).toEqual({ waiting: 0, running: 0, dead: 0 });
  });

  it('give up at once when told so, when the payload does not fit, and when nobody handles their kind', async () => {
    const store = await open();
    const { runner, plan } = setUp(store, {
      'test.hopeless': async () => {
        throw new GiveUp('gone');
      },
      'test.typed': jobHandler(z.object({ n: z.number() }), async () => undefined),
    });
    await plan({ kind: 'test.hopeless', payload: {} });
    await plan({ kind: 'test.typed', payload: { n: 'one' } });
    await plan({ kind: 'test.unknown', payload: {} });
    expect(await runner.drain()).toBe(3);
    expect((await countJobs(store.read, store.tables)).dead).toBe(3);
  });

  it('are taken over when a runner died with them', async () => {
    const store = await open();
    const { runner, plan, clock } = setUp(store, { 'test.note': async () => undefined });
    await plan({ kind: 'test.note', payload: {} });
    await store.transaction(async (tx) => {
      await tx
        .update(store.tables.platformJobs)
        .set({ state: 'running', attempts: 1, lockedUntil: '2026-11-23T09:10:00.000Z' as Instant });
    });
    expect(await runner.drain()).toBe(0);
    clock.advance(11 * 60_000);
    expect(await runner.drain()).toBe(1);
  });

  it('are forgotten some time after they are done', async () => {
    const store = await open();
    const { runner, plan } = setUp(store, { 'test.note': async () => undefined });
    await plan({ kind: 'test.note', payload: {} });
    await runner.drain();
    await store.transaction((tx) => forgetDoneJobs(tx, store.tables, '2026-12-24T00:00:00.000Z' as Instant));
    expect(await store.read.$count(store.tables.platformJobs)).toBe(0);
  });

  it('start as soon as a commit plans them, and stopping waits for the one that runs', async () => {
    let finish: () => void = () => undefined;
    let done = false;
    const started = Promise.withResolvers<void>();
    const { runner, plan } = setUp(await open(), {
      'test.slow': async () => {
        started.resolve();
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        done = true;
      },
    });
    await runner.start();
    await plan({ kind: 'test.slow', payload: {} });
    await started.promise;
    const stopping = runner.stop();
    setTimeout(finish, 10);
    await stopping;
    expect(done).toBe(true);
  });
});

describe('jobs of the one process on SQLite', () => {
  const died = (attempts: number) => ({
    state: 'running' as const,
    attempts,
    lockedUntil: '2099-01-01T00:00:00.000Z' as Instant,
  });

  it('that a killed process left are taken up by the next start, not after their lease', async () => {
    const store = await openTestSqlite();
    const ran = Promise.withResolvers<void>();
    const { runner, plan } = setUp(store, { 'test.note': async () => ran.resolve() });
    await plan({ kind: 'test.note', payload: {} });
    await store.transaction(async (tx) => void (await tx.update(store.tables.platformJobs).set(died(1))));
    await runner.start();
    await ran.promise;
    await runner.stop();
    await store.close();
  });

  it('are given up when the process died with them each time', async () => {
    const store = await openTestSqlite();
    const { runner, plan } = setUp(store, { 'test.deadly': async () => undefined });
    await plan({ kind: 'test.deadly', payload: {} });
    const dying = died(maxAttempts);
    await store.transaction(async (tx) => void (await tx.update(store.tables.platformJobs).set(dying)));
    await runner.start();
    await runner.stop();
    expect(await countJobs(store.read, store.tables)).toEqual({ waiting: 0, running: 0, dead: 1 });
    await store.close();
  });
});

it('spreads retries and caps their pauses at an hour', () => {
  expect(retryDelay(1, 0)).toBe(1_000);
  expect(retryDelay(1, 1)).toBe(2_000);
  expect(retryDelay(3, 1)).toBe(8_000);
  expect(retryDelay(40, 1)).toBe(3_600_000);
});
