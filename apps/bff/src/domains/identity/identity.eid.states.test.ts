import { type EidState, eidStates, eidSteps } from '@jena/shared/identity';
import { newId, toInstant } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { readEvents } from '../../platform/events.ts';
import { planJob } from '../../platform/jobs.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { newKey, openProduct } from '../../testing/product.ts';
import { step } from './identity.eid.states.ts';

const minutes = (count: number) => count * 60_000;

/** The edges of the facts page, written down once more so that none is lost or added unseen. */
const edges = [
  'created>token_issued',
  'created>failed',
  'created>expired',
  'token_issued>returned',
  'token_issued>cancelled',
  'token_issued>failed',
  'token_issued>expired',
  'returned>verified',
  'returned>denied',
  'returned>failed',
  'returned>expired',
];

const pairs = eidStates.flatMap((from) => eidStates.map((to) => [from, to] as const));

describeOnBothDialects('a transaction with the card', (open) => {
  async function openDesk() {
    const product = await openProduct({ store: await open() });
    const { store, clock } = product;
    const { identity } = product.deps.domains.identity;
    const deps = { store, identity, clock };
    async function login(state: EidState, endsAt = toInstant(new Date(clock.now().getTime() + minutes(10)))) {
      const id = newId<'eidLogin'>();
      await store.transaction((tx) =>
        identity.addEidLogin(tx, {
          id,
          tokenHash: `token ${id}`,
          tokenTakenAt: null,
          refreshHash: null,
          browserHash: 'browser',
          startedOn: 'iphone',
          purpose: 'login',
          questions: {},
          state,
          returnTo: '/konto',
          eidSessionId: null,
          startedAt: toInstant(clock.now()),
          endsAt,
        }),
      );
      return { id, state, purpose: 'login' as const };
    }
    const states = async () =>
      Object.fromEntries(
        (await store.read.select().from(store.tables.identityEidLogins)).map(({ id, state }) => [id, state]),
      );
    const events = async (id: string) =>
      (await readEvents(store.read, store.tables, { stream: `identity.eid:${id}` })).map(
        ({ type, data }) => ({
          type,
          data,
        }),
      );
    async function sweep() {
      await store.transaction((tx) =>
        planJob(tx, store.tables, {
          kind: 'identity.sweep',
          payload: {},
          at: toInstant(clock.now()),
          key: newKey(),
        }),
      );
      await product.deps.jobs.drain();
    }
    return { ...product, step, deps, login, states, events, sweep };
  }

  it('takes every step of the model, leaves an event each, and takes no other step', async () => {
    const { store, deps, login, states, events } = await openDesk();
    const taken: string[] = [];
    for (const [from, to] of pairs) {
      const begun = await login(from);
      const done = await store
        .transaction((tx) => step(deps, tx, begun, { to, reason: 'getResult#internalError' }))
        .catch((error: Error) => error.message);
      const is = (await states())[begun.id];
      if (done === true) {
        taken.push(`${from}>${to}`);
        expect(is).toBe(to);
        expect(await events(begun.id)).toEqual([
          { type: `identity.eid_${to}`, data: { purpose: 'login', reason: 'getResult#internalError' } },
        ]);
      } else {
        expect(done).toBe(`no step from ${from} to ${to}`);
        expect([is, await events(begun.id)]).toEqual([from, []]);
      }
    }
    expect(taken.sort()).toEqual([...edges].sort());
  });

  it('takes each step once: who comes second finds that it was taken, and leaves no event', async () => {
    const { store, deps, login, events } = await openDesk();
    const begun = await login('token_issued');
    const go = (to: EidState) => store.transaction((tx) => step(deps, tx, begun, { to }));
    expect([await go('returned'), await go('returned'), await go('cancelled')]).toEqual([true, false, false]);
    expect(await events(begun.id)).toHaveLength(1);
  });

  it('gives its token away once', async () => {
    const { store, deps, login, clock } = await openDesk();
    const begun = await login('created');
    const take = () =>
      store.transaction((tx) => deps.identity.takeEidToken(tx, begun.id, toInstant(clock.now())));
    expect([await take(), await take()]).toEqual([true, false]);
    const issued = await login('token_issued');
    expect(
      await store.transaction((tx) => deps.identity.takeEidToken(tx, issued.id, toInstant(clock.now()))),
    ).toBe(false);
  });

  it('expires when nobody finishes it, keeps what ended otherwise, and is forgotten a day after it began', async () => {
    const { clock, login, states, events, sweep } = await openDesk();
    const all = await Promise.all(eidStates.map((state) => login(state)));
    clock.advance(minutes(10) - 1);
    await sweep();
    expect(Object.values(await states()).sort()).toEqual([...eidStates].sort());
    clock.advance(2);
    await sweep();
    const after = await states();
    for (const { id, state } of all) {
      const ends = eidSteps[state].includes('expired');
      expect(after[id]).toBe(ends ? 'expired' : state);
      expect(await events(id)).toEqual(
        ends ? [{ type: 'identity.eid_expired', data: { purpose: 'login' } }] : [],
      );
    }
    clock.advance(minutes(24 * 60 - 10) - 1);
    await sweep();
    expect(Object.keys(await states())).toHaveLength(eidStates.length);
    clock.advance(1);
    await sweep();
    expect(await states()).toEqual({});
  });
});
