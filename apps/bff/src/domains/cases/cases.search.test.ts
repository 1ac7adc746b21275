import type { CaseState, Search } from '@jena/shared/cases';
import { type CaseId, type Day, newId, type StaffActor } from '@jena/shared/kernel';
import { type SQLWrapper, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { readEvents } from '../../platform/events.ts';
import { citizenActor, staffActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { caseRow, minute } from './cases.rows.testing.ts';
import { createSearchStore } from './cases.search.store.ts';
import { wordsOf } from './cases.search.ts';
import { application, elsewhere, openOffice, person } from './cases.testing.ts';

const erika = citizenActor();
const jonas = staffActor('caseworker');
const simple = person(/^a single German/);
const day = (text: string) => text as Day;

/** The same application in another name. */
const named = (vornamen: string, familienname: string) => ({
  ...simple,
  answers: { ...simple.answers, vornamen, familienname },
});

describeOnBothDialects('a caseworker who looks for a case', (open, dialect) => {
  async function openDesk() {
    const store = await open();
    const product = await openOffice(store);
    return {
      ...product,
      store,
      async applies(vornamen: string, familienname: string, citizen = citizenActor()): Promise<CaseId> {
        const told = await application(product, citizen, named(vornamen, familienname));
        product.clock.advance(1000);
        return (await product.as(citizen).cases.submit(told)).caseId;
      },
      async finds(asked: Partial<Search>, who: StaffActor = jonas) {
        const { rows, next } = await product.as(who).cases.staff.search(asked);
        expect(next).toBeNull();
        return rows.map(({ id }) => id);
      },
    };
  }

  it('finds it by words of the name, however they are written, and by its number', async () => {
    const { applies, finds, as } = await openDesk();
    const first = await applies('Jörg Peter', 'Müller-Weiß', erika);
    const second = await applies('Anna', 'Mueller');
    expect(await finds({ text: 'MÜLLER' })).toEqual([second, first]);
    expect(await finds({ text: 'weiss jörg' })).toEqual([first]);
    expect(await finds({ text: 'Peter Mueller' })).toEqual([first]);
    expect(await finds({ text: 'Anna Weiß' })).toEqual([]);
    // Half a word is none: only whole words have a hash.
    expect(await finds({ text: 'Mül' })).toEqual([]);
    const { reference } = await as(erika).cases.detail({ caseId: first });
    expect(await finds({ text: reference.toLowerCase().replaceAll('-', ' ') })).toEqual([first]);
    expect(await finds({ text: reference.slice(2), state: 'withdrawn' })).toEqual([first]);
  });

  it('takes a name for a name although it could be a number', async () => {
    const { applies, finds } = await openDesk();
    const caseId = await applies('Inga', 'Johannsen');
    expect(await finds({ text: 'Johannsen' })).toEqual([caseId]);
  });

  it('narrows by service, state and days, alone or together', async () => {
    const { applies, finds, claim, clock } = await openDesk();
    const early = await applies('Anna', 'Beck');
    await claim(jonas, early);
    clock.advance(24 * 3600_000);
    const late = await applies('Anna', 'Beck');
    const today = day(clock.now().toISOString().slice(0, 10));
    const yesterday = day(new Date(clock.now().getTime() - 24 * 3600_000).toISOString().slice(0, 10));
    expect(await finds({ service: 'wohnsitz-anmelden' })).toEqual([late, early]);
    expect(await finds({ service: 'hund-anmelden' })).toEqual([]);
    expect(await finds({ state: 'in_review' })).toEqual([early]);
    expect(await finds({ service: 'wohnsitz-anmelden', state: 'submitted' })).toEqual([late]);
    expect(await finds({ from: today })).toEqual([late]);
    expect(await finds({ to: yesterday })).toEqual([early]);
    expect(await finds({ text: 'beck', from: yesterday, to: yesterday })).toEqual([early]);
    expect(await finds({ text: 'beck', state: 'submitted', service: 'wohnsitz-anmelden' })).toEqual([late]);
  });

  it('never finds what another office has, by name or by number', async () => {
    const { applies, finds, as } = await openDesk();
    const caseId = await applies('Erika', 'Mustermann', erika);
    const { reference } = await as(erika).cases.detail({ caseId });
    for (const asked of [
      { text: 'Mustermann' },
      { text: reference },
      { service: 'wohnsitz-anmelden' },
      { state: 'submitted' as CaseState },
      { from: day('2020-01-01') },
    ]) {
      expect(await finds(asked, elsewhere())).toEqual([]);
      expect(await finds(asked)).toEqual([caseId]);
    }
  });

  it('turns pages by key: each case once', async () => {
    const { as, store, deps } = await openDesk();

    const { cases, search } = deps.domains.caseDeps;
    const words = wordsOf(deps.domains.caseDeps, 'buergerservice', 'Anna Beck');
    await store.transaction(async (tx) => {
      for (let at = 0; at < 120; at++) {
        const row = caseRow({ submittedAt: minute(Math.floor(at / 3)) });
        await cases.addCase(tx, row);
        await search.addWords(tx, { caseId: row.id, submittedAt: row.submittedAt, words });
      }
    });
    for (const asked of [
      { text: 'Anna Beck' },
      { service: 'wohnsitz-anmelden' },
      { state: 'submitted' as const },
    ]) {
      const seen: CaseId[] = [];
      let after: string | null = null;
      do {
        const page: { rows: { id: CaseId }[]; next: string | null } = await as(jonas).cases.staff.search({
          ...asked,
          after,
        });
        seen.push(...page.rows.map(({ id }) => id));
        after = page.next;
      } while (after !== null);
      expect(seen).toHaveLength(120);
      expect(new Set(seen).size).toBe(120);
    }
  });

  it('leaves a trace of their own; the person sees that their case was opened from a search, not that it was a hit', async () => {
    const { applies, finds, as, clock, store } = await openDesk();
    const caseId = await applies('Erika', 'Mustermann', erika);
    await applies('Erika', 'Mustermann');
    await finds({ text: 'Mustermann' });
    const looks = async () => (await as(erika).account.accessLog({})).entries.map(({ act }) => act);
    expect(await looks()).toEqual([]);
    const searches = await readEvents(store.read, store.tables, { stream: 'audit:cases.search_called' });
    expect(searches).toMatchObject([{ actorId: jonas.staffId, officeId: jonas.officeId }]);
    expect(JSON.stringify(searches)).not.toMatch(/muster/i);
    await as(jonas).cases.staff.open({ caseId, from: 'search' });
    expect(await looks()).toEqual(['cases.found_and_viewed']);
    // The screen asks again, and comes from a list: the same look.
    await as(jonas).cases.staff.open({ caseId });
    expect(await looks()).toHaveLength(1);
    clock.advance(16 * 60_000);
    await as(jonas).cases.staff.open({ caseId });
    expect(await looks()).toContain('cases.viewed');
  });

  it('finds nothing any more of what was forgotten, and no name stands in the table', async () => {
    const { applies, finds, deps, store } = await openDesk();
    const caseId = await applies('Erika', 'Mustermann', erika);
    const rows = await store.read.select().from(store.tables.caseWords);
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/muster|erika/i);
    await store.transaction((tx) => deps.domains.caseDeps.search.removeWords(tx, caseId));
    expect(await finds({ text: 'Mustermann' })).toEqual([]);
  });

  it('finds the same by whichever list is the shortest', async () => {
    const { as, store, deps } = await openDesk();
    const { cases, search } = deps.domains.caseDeps;
    const services = ['hund-anmelden', 'wohnsitz-anmelden', 'wohnsitz-anmelden', 'wohnsitz-anmelden'];
    const all = Array.from({ length: 48 }, (_, at) => ({
      name: `${at % 12 === 0 ? 'Ida' : 'Anna'} ${at % 2 === 0 ? 'Beck' : 'Klein'}`,
      row: caseRow({
        submittedAt: minute(Math.floor(at / 2)),
        serviceSlug: services[(at >> 1) % services.length] ?? '',
        state: at % 16 === 3 ? 'rejected' : 'submitted',
      }),
    }));
    await store.transaction(async (tx) => {
      for (const { name, row } of all) {
        await cases.addCase(tx, row);
        const words = wordsOf(deps.domains.caseDeps, row.officeId, name);
        await search.addWords(tx, { caseId: row.id, submittedAt: row.submittedAt, words });
      }
    });
    const newest = all.toSorted(
      ({ row: a }, { row: b }) => b.submittedAt.localeCompare(a.submittedAt) || (b.id < a.id ? -1 : 1),
    );
    for (const text of ['Anna', 'Ida', 'Beck', 'Anna Beck', 'Ida Klein'])
      for (const service of [undefined, 'hund-anmelden', 'wohnsitz-anmelden', 'parken'])
        for (const state of [undefined, 'submitted', 'rejected', 'objected'] as const) {
          const asked = { text, ...(service && { service }), ...(state && { state }) };
          const { rows } = await as(jonas).cases.staff.search(asked);
          const fit = newest.filter(
            ({ name, row }) =>
              text.split(' ').every((word) => name.includes(word)) &&
              (service === undefined || row.serviceSlug === service) &&
              (state === undefined || row.state === state),
          );
          expect(
            rows.map(({ id }) => id),
            JSON.stringify(asked),
          ).toEqual(fit.map(({ row }) => row.id));
        }
  });

  it('refuses a search for nothing', async () => {
    const { as } = await openDesk();
    for (const asked of [{}, { text: ' ' }, { text: '…', service: 'wohnsitz-anmelden' }])
      await expect(as(jonas).cases.staff.search(asked)).rejects.toThrow();
  });

  it('walks one index in order, whatever it looks for', async () => {
    const store = await open();
    const search = createSearchStore(store.tables);
    const page = { after: { key: '2026-11-23T09:00:00.000Z', id: newId<'case'>() as CaseId }, limit: 51 };
    const nothing = { officeId: 'amt', words: [], service: null, state: null, from: null, before: null };
    const planOf = async (query: SQLWrapper): Promise<string> => {
      if (dialect === 'sqlite') {
        const db = store.read as unknown as { all(statement: SQLWrapper): Promise<{ detail: string }[]> };
        const lines = await db.all(sql`explain query plan ${query.getSQL()}`);
        return lines.map(({ detail }) => detail).join('\n');
      }
      return store.transaction(async (tx) => {
        type Explained = { rows: Record<string, string>[] };
        const db = tx as unknown as { execute(statement: SQLWrapper): Promise<Explained> };
        for (const way of ['seqscan', 'bitmapscan'])
          await db.execute(sql.raw(`set local enable_${way} = off`));
        const { rows } = await db.execute(sql`explain ${query}`);
        return rows.map((line) => Object.values(line).join()).join('\n');
      });
    };
    const plans = {
      cases_case_lane: search.byLane(store.read, nothing, 'done', page),
      cases_case_service: search.byLane(store.read, { ...nothing, service: 'parken' }, 'done', page),
      cases_case_state: search.byLane(store.read, { ...nothing, state: 'rejected' }, null, page),
    };
    for (const [index, query] of Object.entries(plans)) {
      const plan = await planOf(query);
      expect(plan).toContain(index);
      expect(plan).not.toMatch(/sort|temp b-tree/i);
    }
    const words = ['one', 'two'];
    const byLane = await planOf(
      search.byLane(store.read, { ...nothing, words, service: 'parken' }, 'done', page),
    );
    expect(byLane).toContain('cases_case_service');
    expect(byLane).not.toMatch(/seq scan|scan cases|sort |temp b-tree/i);
    const byWords = await planOf(search.byWords(store.read, nothing, ['one', 'two'], page));
    expect(byWords).not.toMatch(/seq scan|scan cases|temp b-tree/i);
  });
});
