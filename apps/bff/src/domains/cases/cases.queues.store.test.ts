import { laneOf, mostCounted, type Workqueue, workqueues } from '@jena/shared/cases';
import { type Day, newId, type StaffId } from '@jena/shared/kernel';
import { type SQLWrapper, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Dialect } from '../../platform/db/kit.ts';
import type { Store } from '../../platform/db/store.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { createQueueStore, type Desk } from './cases.queues.store.ts';
import { minute, caseRow as row } from './cases.rows.testing.ts';
import { type CaseRow, createCasesStore, type NewCase } from './cases.store.ts';

const [anna, ben] = [newId<'staff'>() as StaffId, newId<'staff'>() as StaffId];
const today = '2026-11-23' as Day;
const day = (text: string) => text as Day;
const annas: Desk = { officeId: 'buergerservice', me: anna, hands: [anna], today };
const wanted = (queue: Workqueue) => ({ queue, service: queue === 'service' ? 'wohnsitz-anmelden' : null });

/** What the database says it would do. */
async function planOf(store: Store, dialect: Dialect, query: SQLWrapper): Promise<string> {
  if (dialect === 'sqlite') {
    const db = store.read as unknown as { all(statement: SQLWrapper): Promise<{ detail: string }[]> };
    return (await db.all(sql`explain query plan ${query.getSQL()}`)).map(({ detail }) => detail).join('\n');
  }
  // A table this small could be read as a whole for less; what is asked here is whether an index serves.
  return store.transaction(async (tx) => {
    type Explained = { rows: Record<string, string>[] };
    const db = tx as unknown as { execute(statement: SQLWrapper): Promise<Explained> };
    for (const way of ['seqscan', 'bitmapscan']) await db.execute(sql.raw(`set local enable_${way} = off`));
    const { rows } = await db.execute(sql`explain ${query}`);
    return rows.map((line) => Object.values(line).join()).join('\n');
  });
}

describeOnBothDialects('work queues', (open, dialect) => {
  async function openQueues(...rows: NewCase[]) {
    const store = await open();
    const [cases, queues] = [createCasesStore(store.tables), createQueueStore(store.tables)];
    await store.transaction(async (tx) => {
      for (const each of rows) await cases.addCase(tx, each);
    });
    const first = { after: null, limit: 50 };
    const idsIn = async (queue: Workqueue, desk = annas) =>
      (await queues.queue(store.read, wanted(queue), desk, first)).map(({ id }) => id);
    const count = (queue: Workqueue) => queues.countQueue(store.read, wanted(queue), annas);
    return { store, cases, queues, idsIn, count };
  }

  it('hold cases by lane, hands, deadline and what is special about them', async () => {
    const fresh = row({ submittedAt: minute(0) });
    const givenBack = row({ state: 'in_review', submittedAt: minute(1) });
    const mine = row({ state: 'in_review', caseworkerId: anna, dueDay: day('2026-11-30') });
    const answered = row({
      state: 'in_review',
      caseworkerId: anna,
      answeredAt: minute(1),
      submittedAt: minute(2),
      dueDay: day('2026-11-22'),
    });
    const waiting = row({
      state: 'evidence_requested',
      caseworkerId: anna,
      dueDay: today,
      submittedAt: minute(3),
    });
    const others = row({
      state: 'in_review',
      caseworkerId: ben,
      dueDay: day('2026-12-01'),
      isSpecial: true,
      submittedAt: minute(4),
    });
    const done = row({ state: 'delivered', caseworkerId: ben });
    const { idsIn, count } = await openQueues(fresh, givenBack, mine, answered, waiting, others, done);
    expect(await idsIn('new')).toEqual([fresh.id, givenBack.id]);
    expect(await idsIn('mine')).toEqual([mine.id, answered.id]);
    expect(await idsIn('answered')).toEqual([answered.id]);
    expect(await idsIn('waiting')).toEqual([waiting.id]);
    expect(await idsIn('overdue')).toEqual([answered.id]);
    expect(await idsIn('soon')).toEqual([waiting.id, mine.id]);
    expect(await idsIn('special')).toEqual([others.id]);
    expect(new Set(await idsIn('service'))).toEqual(
      new Set([fresh.id, givenBack.id, mine.id, answered.id, others.id]),
    );
    expect(await idsIn('done')).toEqual([done.id]);
    expect(await idsIn('mine', { ...annas, hands: [ben] })).toEqual([others.id]);
    expect(await idsIn('mine', { ...annas, hands: [anna, ben] })).toHaveLength(3);
    for (const queue of workqueues) expect(await count(queue)).toBe((await idsIn(queue)).length);
  });

  it('know the lane of every state', async () => {
    const rows = Object.keys(laneOf).map((state) => row({ state: state as CaseRow['state'] }));
    const { store, cases } = await openQueues(...rows);
    for (const { id, state } of rows) expect((await cases.byId(store.read, id))?.lane).toBe(laneOf[state]);
  });

  it('forget the deadline of a case that is decided', async () => {
    const fresh = row({ dueDay: today });
    const { store, cases, idsIn } = await openQueues(fresh);
    expect(await idsIn('soon')).toEqual([fresh.id]);
    await store.transaction((tx) =>
      cases.moveCase(tx, { ...fresh, caseworkerId: null }, { state: 'withdrawn' }),
    );
    expect(await idsIn('soon')).toEqual([]);
  });

  it('never show an office the cases of another', async () => {
    const rows = [row({ isSpecial: true, dueDay: today }), row({ state: 'delivered' })];
    const { idsIn } = await openQueues(...rows);
    for (const queue of workqueues)
      expect(await idsIn(queue, { ...annas, officeId: 'standesamt' })).toEqual([]);
  });

  it.each(['new', 'soon', 'done'] as const)(
    'turn the pages of %s without gap or repetition, also within one minute or day',
    async (queue) => {
      const state = queue === 'done' ? ('rejected' as const) : ('submitted' as const);
      const rows = Array.from({ length: 23 }, (_, number) =>
        row({
          state,
          submittedAt: minute(Math.floor(number / 5)),
          dueDay: day(`2026-11-2${3 + Math.floor(number / 5)}`),
        }),
      );
      const { store, queues } = await openQueues(...rows);
      const seen: CaseRow[] = [];
      for (let last: CaseRow | undefined; ; ) {
        const after = last ? queues.cursorOf(queue, last) : null;
        const page = await queues.queue(store.read, wanted(queue), annas, { after, limit: 4 });
        if (page.length === 0) break;
        seen.push(...page);
        last = page.at(-1);
      }
      expect(new Set(seen.map(({ id }) => id)).size).toBe(23);
      expect(seen).toHaveLength(23);
      const times = seen.map(({ submittedAt }) => submittedAt);
      const sorted = [...times].sort();
      expect(times).toEqual(queue === 'done' ? sorted.reverse() : sorted);
    },
  );

  it('are counted up to a number, and no further', async () => {
    const { count } = await openQueues(...Array.from({ length: mostCounted + 3 }, () => row()));
    expect(await count('new')).toBe(mostCounted);
  });

  /** An office's desk as it is: some of everything, most of it put away. */
  async function openFullDesk() {
    const states = Object.keys(laneOf) as CaseRow['state'][];
    const rows = Array.from({ length: 3000 }, (_, number) => {
      const state = number % 10 === 0 ? (states[(number / 10) % states.length] ?? 'submitted') : 'delivered';
      return row({
        state,
        caseworkerId: number % 20 === 0 ? null : (staff[number % staff.length] ?? anna),
        officeId: `office-${number % 3}`,
        serviceSlug: `service-${number % 17}`,
        submittedAt: minute(number),
        dueDay: laneOf[state] === 'done' ? null : day(`2026-${10 + (number % 3)}-1${number % 10}`),
        isSpecial: number % 50 === 0,
      });
    });
    const opened = await openQueues(...rows);
    type Raw = { run(statement: SQLWrapper): unknown; execute(statement: SQLWrapper): unknown };
    if (dialect === 'postgres') await (opened.store.read as unknown as Raw).execute(sql`vacuum analyze`);
    else await opened.store.transaction(async (tx) => (tx as unknown as Raw).run(sql`analyze`));
    return opened;
  }
  const staff = Array.from({ length: 9 }, () => newId<'staff'>() as StaffId);
  const fullDesk: Desk = { officeId: 'office-1', me: staff[0] ?? anna, hands: staff.slice(0, 1), today };
  const cursor = { key: minute(3), id: row().id };

  it('turn a page from one index in its order: nothing is sorted but a person’s own few', async () => {
    const { store, queues } = await openFullDesk();
    for (const queue of workqueues) {
      const asked = { queue, service: queue === 'service' ? 'service-1' : null };
      const plan = await planOf(store, dialect, queues.page(store.read, asked, fullDesk, cursor, 50));
      expect(`${queue}: ${plan}`).toMatch(/index .*cases_case_(hand|lane|due|special|service|state)/i);
      expect(`${queue}: ${plan}`).not.toMatch(/sort|temp b-tree/i);
    }
  });

  it('are counted from an index alone', async () => {
    const { store, queues } = await openFullDesk();
    for (const queue of workqueues) {
      const asked = { queue, service: queue === 'service' ? 'service-1' : null };
      const plan = await planOf(store, dialect, queues.counting(store.read, asked, fullDesk));
      expect(`${queue}: ${plan}`).toMatch(/(covering index|index only scan).*cases_case_/i);
    }
  });
});
