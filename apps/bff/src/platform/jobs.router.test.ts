import { anonymous, type IdempotencyKey, newId, type StaffActor, toInstant } from '@jena/shared/kernel';
import type { TRPCError } from '@trpc/server';
import { expect, it } from 'vitest';
import type { Store } from './db/store.ts';
import { readEvents } from './events.ts';
import { createJobRunner } from './job-runner.ts';
import { createOperationsRouter } from './jobs.router.ts';
import { GiveUp, planJob } from './jobs.ts';
import { createLog } from './log.ts';
import { testClock } from './testing/clock.ts';
import { staffActor, testContext } from './testing/context.ts';
import { describeOnBothDialects } from './testing/stores.ts';
import { createCallerFactory } from './trpc.ts';

const callerOf = createCallerFactory(createOperationsRouter());
const operator = staffActor('operator');
const call = (store: Store, actor: StaffActor | typeof anonymous = operator) =>
  callerOf(testContext(store, { actor }));
const key = () => newId<'idempotency'>() as IdempotencyKey;
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: TRPCError) => (error.cause as { code?: string } | undefined)?.code,
  );

/** One job that gave up; `mend` lets it work from now on. */
async function withDeadJob(store: Store) {
  const clock = testClock();
  let broken = true;
  const runner = createJobRunner({
    store,
    clock,
    log: createLog('silent'),
    handlers: {
      'test.write': async () => {
        if (broken) throw new GiveUp('letter to Erika Mustermann');
      },
    },
  });
  await store.transaction((tx) =>
    planJob(tx, store.tables, { kind: 'test.write', payload: { name: 'Erika' }, at: toInstant(clock.now()) }),
  );
  await runner.drain();
  return {
    runner,
    mend() {
      broken = false;
    },
  };
}

describeOnBothDialects('operators', (open) => {
  it('see the jobs that gave up, without what they carry', async () => {
    const store = await open();
    await withDeadJob(store);
    const overview = await call(store).jobs();
    expect(overview.counts).toEqual({ waiting: 0, running: 0, dead: 1 });
    expect(overview.dead).toMatchObject([{ kind: 'test.write', attempts: 1 }]);
    expect(JSON.stringify(overview)).not.toContain('Erika');
  });

  it('give such a job a fresh start, and the act leaves a trace', async () => {
    const store = await open();
    const { runner, mend } = await withDeadJob(store);
    const [dead] = (await call(store).jobs()).dead;
    if (!dead) throw new Error('no dead job');
    mend();
    const input = { idempotencyKey: key(), jobId: dead.id };
    await call(store).retryJob(input);
    await call(store).retryJob(input);
    expect(await runner.drain()).toBe(1);
    expect((await call(store).jobs()).dead).toEqual([]);
    const traces = await readEvents(store.read, store.tables, { stream: 'audit:platform.job_retried' });
    expect(traces.map((trace) => trace.actorId)).toEqual([operator.staffId]);
  });

  it('are told when somebody else was quicker', async () => {
    const store = await open();
    await withDeadJob(store);
    const [dead] = (await call(store).jobs()).dead;
    if (!dead) throw new Error('no dead job');
    await call(store).retryJob({ idempotencyKey: key(), jobId: dead.id });
    const late = call(store).retryJob({ idempotencyKey: key(), jobId: dead.id });
    expect(await codeOf(late)).toBe('platform.job_not_found');
  });

  it('alone may do so: caseworkers and strangers are refused', async () => {
    const store = await open();
    expect(await codeOf(call(store, staffActor('caseworker')).jobs())).toBe('identity.role_missing');
    expect(await codeOf(call(store, anonymous).jobs())).toBe('identity.staff_login_required');
    const retry = { idempotencyKey: key(), jobId: newId<'job'>() };
    expect(await codeOf(call(store, staffActor('caseworker')).retryJob(retry))).toBe('identity.role_missing');
  });
});
