import type { CaseId, StaffActor } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { citizenActor, staffActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { codeOf, newKey } from '../../testing/product.ts';
import { application, elsewhere, openOffice, person } from './cases.testing.ts';

const [lena, max] = [citizenActor(), citizenActor()];
const jonas = staffActor('caseworker');

describeOnBothDialects('applications for the same', (open) => {
  async function openDesk() {
    const office = await openOffice(await open());
    const settle = (actor: StaffActor, caseId: CaseId, otherId: CaseId, verdict: 'same' | 'different') =>
      office.as(actor).cases.staff.settleDuplicate({ idempotencyKey: newKey(), caseId, otherId, verdict });
    const special = async () =>
      (await office.as(jonas).cases.staff.queue({ queue: 'special' })).rows.map(({ id }) => id);
    return { ...office, settle, special };
  }

  it('of one person are found, and so are those of another account in the same name', async () => {
    const { submitted, open: look, special } = await openDesk();
    const first = await submitted(lena);
    const again = await submitted(lena);
    expect((await look(jonas, again)).duplicates).toMatchObject([
      { caseId: first, reason: 'person', verdict: null, state: 'submitted' },
    ]);
    const other = await submitted(max);
    expect((await look(jonas, other)).duplicates.map(({ reason }) => reason)).toEqual(['details', 'details']);
    expect((await look(jonas, first)).duplicates.map(({ caseId }) => caseId)).toEqual([again, other]);
    expect((await special()).sort()).toEqual([again, other].sort());
  });

  it('are none when people differ, when the first was refused, or when it is long ago', async () => {
    const office = await openDesk();
    const { submitted, open: look, as, claim, reject, clock } = office;
    const first = await submitted(lena);
    const { answers, files } = person(/^a single German/);
    const namesake = { files: files ?? {}, answers: { ...answers, geburtsdatum: '1971-02-03' } };
    const { caseId: others } = await as(max).cases.submit(await application(office, max, namesake));
    expect((await look(jonas, others)).duplicates).toEqual([]);
    await claim(jonas, first);
    await reject(jonas, first, 'Die Wohnung liegt nicht in Jena.');
    expect((await look(jonas, await submitted(lena))).duplicates).toEqual([]);
    clock.advance(91 * 86_400_000);
    expect((await look(jonas, await submitted(lena))).duplicates).toEqual([]);
  });

  it('are judged by a caseworker of the office; that is kept, and the case needs no special eye any more', async () => {
    const { submitted, open: look, settle, special, timelineOf } = await openDesk();
    const first = await submitted(lena);
    const again = await submitted(lena);
    expect(await codeOf(settle(elsewhere(), again, first, 'different'))).toBe('cases.not_found');
    await settle(jonas, again, first, 'different');
    expect((await look(jonas, again)).duplicates).toMatchObject([{ verdict: 'different' }]);
    expect(await special()).toEqual([]);
    expect(await codeOf(settle(jonas, first, first, 'same'))).toBe('cases.not_found');
    expect(await timelineOf(lena, again)).toEqual(['submitted']);
  });

  it('leave no name behind: what finds them cannot be read', async () => {
    const { submitted, store } = await openDesk();
    await submitted(lena);
    const rows = await store.read.select().from(store.tables.cases);
    expect(rows[0]?.likeness).toMatch(/^[\w-]{20,}$/);
    expect(JSON.stringify(rows)).not.toMatch(/mustermann/i);
  });
});
