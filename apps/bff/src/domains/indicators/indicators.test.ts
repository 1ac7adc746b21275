import { eq, getTableColumns } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import { planHourly } from '../../platform/platform.jobs.ts';
import { citizenActor, staffActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { newKey } from '../../testing/product.ts';
import { openOffice } from '../cases/cases.testing.ts';
import { createCasesDomain } from '../cases/index.ts';
import { indicatorsNow } from './indicators.figures.ts';
import { createIndicatorsStore } from './indicators.store.ts';
import { tally } from './indicators.tally.ts';

const service = 'wohnsitz-anmelden';
const hour = 3_600_000;

describeOnBothDialects('indicators', (open) => {
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  async function town() {
    const store = await open();
    const office = await openOffice(store);
    closing.push(office.close);
    const indicators = createIndicatorsStore(store.tables);
    const counting = () =>
      tally(createCasesDomain(store.tables, office.clock).counted, { store, clock: office.clock });
    const figures = async () => {
      const all = await indicatorsNow({ indicators, clock: office.clock }, store.read);
      return all.services.find((one) => one.service === service);
    };
    const tell = (body: unknown, headers: Record<string, string> = {}) =>
      office.app.request('/zaehlen', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
    return { ...office, store, indicators, counting, figures, tell };
  }

  it('counts each case event once, however often the job runs, and time to decision from the log', async () => {
    const { submitted, claim, request, answer, approve, clock, counting, figures } = await town();
    const staff = staffActor('caseworker');
    for (let index = 0; index < 20; index += 1) {
      const citizen = citizenActor();
      const caseId = await submitted(citizen);
      await claim(staff, caseId);
      if (index < 5) {
        await request(staff, caseId);
        await answer(citizen, caseId);
      }
      clock.advance((index + 1) * hour);
      await approve(staff, caseId);
    }
    clock.advance(hour);
    await counting();
    await counting();
    clock.advance(24 * hour);
    expect(await figures()).toMatchObject({
      submitted: 20,
      decided: 20,
      evidenceRequested: 5,
      medianHours: 10,
      p90Hours: 18,
      mediaBreaks: 100,
    });
  });

  it('counts of a case that is decided anew after an objection the first decision alone', async () => {
    const { as, deps, submitted, claim, reject, approve, clock, counting, store } = await town();
    const [citizen, staff] = [citizenActor(), staffActor('caseworker')];
    const caseId = await submitted(citizen);
    await claim(staff, caseId);
    clock.advance(3 * hour);
    await reject(staff, caseId, 'Die Wohnung liegt nicht in Jena.');
    await deps.jobs.drain();
    clock.advance(hour);
    await as(citizen).cases.object({ idempotencyKey: newKey(), caseId, reason: 'Doch.' });
    await as(staff).cases.staff.reopen({ idempotencyKey: newKey(), caseId, reason: 'Sie haben recht.' });
    await approve(staff, caseId);
    clock.advance(hour);
    await counting();
    const rows = await store.read.select().from(store.tables.indicatorCounts);
    expect(rows.filter(({ measure }) => measure === 'decided')).toMatchObject([{ hours: 3, amount: 1 }]);
  });

  it('catches up after a long pause, stretch by stretch', async () => {
    const { submitted, clock, deps, store } = await town();
    await submitted(citizenActor());
    const { platformEvents, platformJobs, indicatorCounts } = store.tables;
    const [one] = await store.read
      .select()
      .from(platformEvents)
      .where(eq(platformEvents.type, 'cases.submitted'));
    if (!one) throw new Error('nothing was handed in');
    const { sequence: _, ...again } = one;
    await store.transaction(async (tx) => {
      for (let many = 0; many < 12; many += 1)
        await tx.insert(platformEvents).values(Array.from({ length: 100 }, () => again));
      await planHourly(tx, store, clock, 'indicators.tally');
    });
    clock.advance(2 * hour);
    await deps.jobs.drain();
    const rows = await store.read.select().from(indicatorCounts);
    expect(rows.filter(({ measure }) => measure === 'submitted')).toMatchObject([{ amount: 1201 }]);
    const jobs = await store.read
      .select()
      .from(platformJobs)
      .where(eq(platformJobs.kind, 'indicators.tally'));
    expect(jobs.filter(({ state }) => state === 'waiting')).toHaveLength(1);
  });

  it('leaves what is minutes old for the next time', async () => {
    const { submitted, clock, counting, store, indicators } = await town();
    await submitted(citizenActor());
    await counting();
    expect(await indicators.cursor(store.read)).toBe(0);
    clock.advance(6 * 60_000);
    await counting();
    expect(await indicators.cursor(store.read)).toBeGreaterThan(0);
  });

  it('shows a day when it is over, and nothing of fewer than five', async () => {
    const { tell, figures, clock } = await town();
    for (let index = 0; index < 4; index += 1) await tell({ service, what: 'visit' });
    for (let index = 0; index < 5; index += 1) await tell({ service, what: 'satisfied' });
    expect(await figures()).toBeUndefined();
    clock.advance(24 * hour);
    expect(await figures()).toMatchObject({ visits: null, ratings: 5, satisfied: 100, medianHours: null });
  });

  it('takes no more than 60 of one address, refuses what is no telling, and writes no who', async () => {
    const { tell, store } = await town();
    const answers = [];
    for (let index = 0; index < 62; index += 1) answers.push((await tell({ service, what: 'visit' })).status);
    expect(new Set(answers)).toEqual(new Set([204]));
    const [row] = await store.read.select().from(store.tables.indicatorCounts);
    expect(row?.amount).toBe(60);
    expect(Object.keys(getTableColumns(store.tables.indicatorCounts)).sort()).toEqual([
      'amount',
      'day',
      'hours',
      'measure',
      'serviceSlug',
    ]);
    expect((await tell({ service: 'gibt-es-nicht', what: 'visit' })).status).toBe(400);
    expect((await tell({ service, what: 'decided' })).status).toBe(400);
    expect((await tell({ service, what: 'visit', id: 'x' })).status).toBe(400);
    expect((await tell({ service, what: 'visit' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it('gives them to everyone as CSV and JSON, with their licence', async () => {
    const { app, tell, clock } = await town();
    for (let index = 0; index < 7; index += 1) await tell({ service, what: 'visit' });
    clock.advance(24 * hour);
    const csv = await app.request('/transparenz/kennzahlen.csv');
    expect(csv.headers.get('link')).toBe('<https://www.govdata.de/dl-de/zero-2-0>; rel="license"');
    const lines = (await csv.text()).split('\r\n');
    expect(lines[0]).toMatch(/^service,from,to,visits,/);
    expect(lines[1]).toMatch(/^\*,2025-11-24,2026-11-23,5,,,/);
    expect(lines[2]).toMatch(/^wohnsitz-anmelden,.*,dl-zero-de\/2\.0$/);
    const json = (await (await app.request('/transparenz/kennzahlen.json')).json()) as object;
    expect(json).toMatchObject({
      licence: { id: 'dl-zero-de/2.0' },
      total: { visits: 5, decided: null },
      months: [{ month: '2026-11', visits: 5, submitted: null }],
    });
  });
});
