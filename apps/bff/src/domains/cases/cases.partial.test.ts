import { expect, it } from 'vitest';
import { citizenActor, staffActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { openOffice } from './cases.testing.ts';

const [lena, max] = [citizenActor(), citizenActor()];
const jonas = staffActor('caseworker');

describeOnBothDialects('a case whose texts cannot be read any more', (open) => {
  async function withLostKey() {
    const office = await openOffice(await open());
    const broken = await office.submitted(lena);
    const whole = await office.submitted(max);
    await office.claim(jonas, broken);
    await office.request(jonas, broken);
    await office.store.transaction((tx) => office.deps.keys.destroy(tx, lena.accountId));
    return { ...office, broken, whole };
  }

  it('is a row like any other, and hides none', async () => {
    const { as, broken, whole } = await withLostKey();
    const { rows } = await as(jonas).cases.staff.queue({ queue: 'waiting' });
    expect(rows).toMatchObject([{ id: broken, applicant: null, state: 'evidence_requested' }]);
    const others = await as(jonas).cases.staff.queue({ queue: 'new' });
    expect(others.rows).toMatchObject([{ id: whole, applicant: 'Erika Mustermann' }]);
  });

  it('opens with what is known: states, days and steps; nobody decides what they cannot read', async () => {
    const { open: look, broken } = await withLostKey();
    const found = await look(jonas, broken);
    expect(found).toMatchObject({ unreadable: true, applicant: '', answers: {}, documents: [], allowed: [] });
    expect(found.timeline.map(({ type, note }) => [type, note])).toEqual([
      ['submitted', null],
      ['claimed', null],
      ['evidence_requested', null],
    ]);
    expect(found.evidenceRequests).toMatchObject([{ field: 'wohnungsgeberbestaetigung', reason: '' }]);
  });
});
