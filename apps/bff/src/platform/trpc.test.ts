import { caseNotFound } from '@jena/shared/cases';
import { type Actor, anonymous, type IdempotencyKey, newId } from '@jena/shared/kernel';
import { TRPCError } from '@trpc/server';
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Store } from './db/store.ts';
import { appendEvent, readEvents, readEventsAbout } from './events.ts';
import { citizenActor, staffActor, testContext } from './testing/context.ts';
import { describeOnBothDialects } from './testing/stores.ts';
import {
  citizenMutation,
  citizenQuery,
  createCallerFactory,
  publicMutation,
  publicQuery,
  router,
  staffMutation,
  staffQuery,
} from './trpc.ts';

const noteInput = z.object({
  idempotencyKey: z.string(),
  text: z.string(),
  fail: z.boolean().default(false),
});
const noteOutput = z.object({ sequence: z.number() });
const person = citizenActor();

const notes = router({
  hello: publicQuery({ audit: 'none' })
    .input(z.object({ name: z.string() }))
    .output(z.object({ greeting: z.string() }))
    .query(({ input }) => ({ greeting: `Guten Tag, ${input.name}` })),
  mine: citizenQuery({ audit: 'none', level: 'substantial' })
    .input(z.object({}))
    .output(z.object({ accountId: z.string() }))
    .query(({ ctx }) => ({ accountId: ctx.actor.accountId })),
  add: citizenMutation({ audit: 'none' })
    .input(noteInput)
    .output(noteOutput)
    .mutation(async ({ ctx, input }) => {
      const { tx, store, actor, clock } = ctx;
      const at = clock.now().toISOString() as never;
      const data = { text: input.text };
      const sequence = await appendEvent(tx, store.tables, {
        stream: 'notes',
        type: 'test.noted',
        actor,
        at,
        data,
      });
      if (input.fail) throw caseNotFound();
      return { sequence };
    }),
  open: publicMutation({ audit: 'none' })
    .input(noteInput)
    .output(z.object({ id: z.string() }))
    .mutation(({ ctx }) => ({ id: ctx.newId() })),
  look: staffQuery('caseworker', { audit: 'test.looked' })
    .input(z.object({}))
    .output(z.object({}))
    .query(({ ctx }) => {
      ctx.audit.concerns(person.accountId);
      return {};
    }),
  decide: staffMutation('caseworker', { audit: 'test.decided' })
    .input(noteInput)
    .output(z.object({}))
    .mutation(({ input }) => {
      if (input.fail) throw new Error('secret detail');
      return {};
    }),
});
const callerOf = createCallerFactory(notes);
const call = (store: Store, actor: Actor) => callerOf(testContext(store, { actor }));
const key = () => newId<'idempotency'>() as IdempotencyKey;
const codeOf = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (!(error instanceof TRPCError)) return error;
  const cause = error.cause as { code?: string } | undefined;
  return `${error.code} ${cause?.code ?? ''}`.trim();
};
const noted = async (store: Store) =>
  (await readEvents(store.read, store.tables, { stream: 'notes' })).map((event) => event.data);

describeOnBothDialects('the procedure ladder', (open) => {
  it('lets everyone ask what is public', async () => {
    const store = await open();
    expect(await call(store, anonymous).hello({ name: 'Ada' })).toEqual({ greeting: 'Guten Tag, Ada' });
  });

  it('refuses the anonymous, the wrong door, the low level and the missing role', async () => {
    const store = await open();
    const note = { idempotencyKey: key(), text: 'x' };
    expect(await codeOf(call(store, anonymous).mine({}))).toBe('UNAUTHORIZED identity.login_required');
    expect(await codeOf(call(store, anonymous).add(note))).toBe('UNAUTHORIZED identity.login_required');
    expect(await codeOf(call(store, staffActor()).mine({}))).toBe('UNAUTHORIZED identity.login_required');
    expect(await codeOf(call(store, person).look({}))).toBe('UNAUTHORIZED identity.staff_login_required');
    const low = citizenActor({ levelOfAssurance: 'normal' });
    expect(await codeOf(call(store, low).mine({}))).toBe('FORBIDDEN identity.level_too_low');
    expect(await codeOf(call(store, staffActor('operator')).decide(note))).toBe(
      'FORBIDDEN identity.role_missing',
    );
    expect(await noted(store)).toEqual([]);
  });

  it('rolls back when a mutation fails, although tRPC’s next() does not throw', async () => {
    const store = await open();
    const failing = call(store, person).add({ idempotencyKey: key(), text: 'lost', fail: true });
    expect(await codeOf(failing)).toBe('NOT_FOUND cases.not_found');
    expect(await noted(store)).toEqual([]);
    expect(await store.read.$count(store.tables.platformReplies)).toBe(0);
  });

  it('runs a repeated mutation once and answers every repetition alike', async () => {
    const store = await open();
    const note = { idempotencyKey: key(), text: 'once' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => call(store, person).add(note)));
    expect(new Set(answers.map((answer) => answer.sequence)).size).toBe(1);
    expect(await noted(store)).toEqual([{ text: 'once' }]);
  });

  it('refuses a key that comes with another input, and keeps people’s keys apart', async () => {
    const store = await open();
    const idempotencyKey = key();
    await call(store, person).add({ idempotencyKey, text: 'first' });
    const other = call(store, person).add({ idempotencyKey, text: 'second' });
    expect(await codeOf(other)).toBe('CONFLICT platform.idempotency_mismatch');
    await call(store, citizenActor()).add({ idempotencyKey, text: 'somebody else' });
    expect(await noted(store)).toEqual([{ text: 'first' }, { text: 'somebody else' }]);
  });

  it('lets a failed mutation be tried again with its key', async () => {
    const store = await open();
    const idempotencyKey = key();
    const caller = call(store, staffActor());
    await expect(caller.decide({ idempotencyKey, text: 'x', fail: true })).rejects.toThrow();
    await caller.decide({ idempotencyKey, text: 'x' });
  });

  it('repeats the answer of a mutation without login', async () => {
    const store = await open();
    const note = { idempotencyKey: key(), text: 'x' };
    const first = await call(store, anonymous).open(note);
    expect(await call(store, anonymous).open(note)).toEqual(first);
  });

  it('refuses a mutation without a key', async () => {
    const store = await open();
    expect(await codeOf(call(store, person).add({ text: 'x' } as never))).toContain('BAD_REQUEST');
  });

  it('leaves an audit event for what staff saw and did, and none for what failed', async () => {
    const store = await open();
    const caller = call(store, staffActor());
    await caller.look({});
    await caller.decide({ idempotencyKey: key(), text: 'x' });
    await caller.decide({ idempotencyKey: key(), text: 'x', fail: true }).catch(() => undefined);
    const about = await readEventsAbout(store.read, store.tables, { subject: person.accountId });
    expect(about.map((event) => [event.type, event.officeId])).toEqual([['test.looked', 'buergerservice']]);
    const decided = await readEvents(store.read, store.tables, { stream: 'audit:test.decided' });
    expect(decided).toHaveLength(1);
  });
});
