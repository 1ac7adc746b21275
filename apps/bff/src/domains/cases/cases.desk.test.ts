import { newId, type StaffActor, type StaffId, toInstant } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import type { Store } from '../../platform/db/store.ts';
import { readEvents } from '../../platform/events.ts';
import { citizenActor, staffActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { codeOf, newKey } from '../../testing/product.ts';
import { caseStream } from './cases.events.ts';
import { elsewhere, openOffice } from './cases.testing.ts';

const lena = citizenActor();

describeOnBothDialects('among caseworkers', (open) => {
  async function openDesk() {
    const store = await open();
    const office = await openOffice(store);
    const [jonas, mira] = [await hired(store, 'Jonas'), await hired(store, 'Mira')];
    const caseId = await office.submitted(lena);
    type Hands = { from: StaffId | null; to: StaffId | null };
    const assign = (actor: StaffActor, hands: Hands) =>
      office.as(actor).cases.staff.assign({ idempotencyKey: newKey(), caseId, ...hands });
    const note = (actor: StaffActor, text: string) =>
      office.as(actor).cases.staff.addNote({ idempotencyKey: newKey(), caseId, text });
    const standIn = (actor: StaffActor, days: { fromDay: string; toDay: string }) =>
      office.as(actor).cases.staff.setSubstitute({
        idempotencyKey: newKey(),
        absentId: jonas.staffId,
        substituteId: mira.staffId,
        ...(days as { fromDay: never; toDay: never }),
      });
    return { ...office, store, jonas, mira, caseId, assign, note, standIn };
  }

  async function hired(store: Store, name: string): Promise<StaffActor> {
    const actor = { ...staffActor('caseworker'), name };
    const { staffId: id, officeId, roles } = actor;
    const at = toInstant(new Date('2026-11-23T08:00:00Z'));
    await store.transaction(async (tx) => {
      const who = { id, subject: id, name, officeId, roles: [...roles], lastLoginAt: at };
      await tx.insert(store.tables.identityStaff).values(who);
    });
    return actor;
  }

  it('a case is given to a colleague and back to all, each with who did it, and no word to the person about either', async () => {
    const { jonas, mira, caseId, assign, as, store, timelineOf, inboxOf } = await openDesk();
    await assign(jonas, { from: null, to: mira.staffId });
    expect((await as(mira).cases.staff.queue({ queue: 'mine' })).rows).toMatchObject([{ id: caseId }]);
    await assign(mira, { from: mira.staffId, to: jonas.staffId });
    await assign(jonas, { from: jonas.staffId, to: null });
    expect((await as(mira).cases.staff.queue({ queue: 'new' })).rows).toMatchObject([
      { id: caseId, caseworker: null, state: 'in_review' },
    ]);
    const events = await readEvents(store.read, store.tables, { stream: caseStream(caseId) });
    expect(
      events.flatMap(({ type, actorId, data }) =>
        /assigned|given_back/.test(type) ? [[type, actorId, (data as { to: unknown }).to]] : [],
      ),
    ).toEqual([
      ['cases.assigned', jonas.staffId, mira.staffId],
      ['cases.assigned', mira.staffId, jonas.staffId],
      ['cases.given_back', jonas.staffId, null],
    ]);
    expect(await timelineOf(lena, caseId)).toEqual(['submitted', 'claimed']);
    expect((await inboxOf(lena)).sort()).toEqual(['case_claimed', 'case_submitted']);
  });

  it('a case is given once, to colleagues alone, and not any more when it is decided', async () => {
    const { jonas, mira, caseId, assign, reject } = await openDesk();
    const stranger = newId<'staff'>() as StaffId;
    expect(await codeOf(assign(jonas, { from: null, to: stranger }))).toBe('cases.colleague_unknown');
    expect(await codeOf(assign(elsewhere(), { from: null, to: mira.staffId }))).toBe('cases.not_found');
    const both = [mira, jonas].map((to) => codeOf(assign(jonas, { from: null, to: to.staffId })));
    expect((await Promise.all(both)).sort()).toEqual(['cases.not_in_state', 'no error']);
    await assign(jonas, { from: mira.staffId, to: jonas.staffId }).catch(() => undefined);
    await reject(jonas, caseId, 'Die Wohnung liegt nicht in Jena.');
    expect(await codeOf(assign(jonas, { from: jonas.staffId, to: null }))).toBe('cases.not_in_state');
  });

  it('who stands in works on the other’s cases from the first day to the last, and not after', async () => {
    const { jonas, mira, caseId, standIn, claim, as, clock, open: look, request } = await openDesk();
    await claim(jonas, caseId);
    const minesOf = async (actor: StaffActor) =>
      (await as(actor).cases.staff.queue({ queue: 'mine' })).rows.map(({ id }) => id);
    await standIn(mira, { fromDay: '2026-11-24', toDay: '2026-11-25' });
    expect(await minesOf(mira)).toEqual([]);
    clock.advance(24 * 3_600_000);
    expect(await minesOf(mira)).toEqual([caseId]);
    expect((await look(mira, caseId)).allowed).toContain('requestEvidence');
    expect(await as(jonas).cases.staff.colleagues({})).toEqual(
      expect.arrayContaining([{ id: jonas.staffId, name: 'Jonas', substitutes: ['Mira'] }]),
    );
    await request(mira, caseId);
    expect((await look(mira, caseId)).caseworker?.id).toBe(jonas.staffId);
    clock.advance(2 * 24 * 3_600_000);
    expect(await minesOf(mira)).toEqual([]);
    expect((await look(mira, caseId)).allowed).not.toContain('reject');
  });

  it('two who may decide decide at once: one does, the other is told, and there is one letter', async () => {
    const { jonas, mira, caseId, standIn, claim, approve, reject, store, stateOf } = await openDesk();
    await claim(jonas, caseId);
    await standIn(mira, { fromDay: '2026-11-23', toDay: '2026-11-23' });
    const codes = await Promise.all([
      codeOf(approve(jonas, caseId)),
      codeOf(reject(mira, caseId, 'Die Wohnung liegt nicht in Jena.')),
    ]);
    expect([...codes].sort()).toEqual(['cases.not_in_state', 'no error']);
    const decisions = await store.read.select().from(store.tables.caseDecisions);
    const outcome = codes[0] === 'no error' ? 'approved' : 'rejected';
    expect(decisions).toMatchObject([{ caseId, outcome }]);
    expect(await stateOf(jonas, caseId)).toBe(outcome);
  });

  it('a substitution can be ended at once, by the office it is of', async () => {
    const { jonas, mira, caseId, standIn, claim, as } = await openDesk();
    await claim(jonas, caseId);
    const { substitutionId: id } = await standIn(jonas, { fromDay: '2026-11-23', toDay: '2026-11-30' });
    const end = (actor: StaffActor) =>
      as(actor).cases.staff.endSubstitute({ idempotencyKey: newKey(), id: id as never });
    expect(await codeOf(end(elsewhere()))).toBe('cases.substitute_not_found');
    await end(mira);
    expect((await as(mira).cases.staff.queue({ queue: 'mine' })).rows).toEqual([]);
    expect(await as(mira).cases.staff.substitutes({})).toEqual([]);
  });

  it('notes are read by the office, sealed in the database, out of the person’s sight but in their export', async () => {
    const { jonas, mira, caseId, note, open: look, as, store, deps } = await openDesk();
    await note(jonas, 'Am Telefon: Der Vermieter ist verreist.');
    expect((await look(mira, caseId)).notes).toMatchObject([
      { by: 'Jonas', text: 'Am Telefon: Der Vermieter ist verreist.' },
    ]);
    expect(await codeOf(note(elsewhere(), 'Hallo'))).toBe('cases.not_found');
    expect(JSON.stringify(await as(lena).cases.detail({ caseId }))).not.toContain('Vermieter ist');
    const rows = await store.read.select().from(store.tables.caseNotes);
    expect(JSON.stringify(rows)).not.toContain('verreist');
    const cases = deps.domains.exporting.parts.find(({ tables }) => tables.includes('caseNotes'));
    const files: string[] = [];
    for await (const file of cases?.files(store.read, lena.accountId) ?? []) files.push(JSON.stringify(file));
    expect(files.join()).toContain('vermerke');
    expect(files.join()).not.toContain(jonas.staffId);
  });

  it('notes stay with a decided case that its owner leaves behind, and go with one that nobody decided', async () => {
    const { jonas, caseId, note, claim, reject, as, store, deps, open: look } = await openDesk();
    await note(jonas, 'Bleibt beim Vorgang.');
    await claim(jonas, caseId);
    await reject(jonas, caseId, 'Die Wohnung liegt nicht in Jena.');
    // The letter of the decision is written before its person may go.
    await deps.jobs.drain();
    const other = await as(lena).cases.detail({ caseId });
    expect(other.state).toBe('rejected');
    await as(lena).account.erase({ idempotencyKey: newKey(), understood: true });
    expect((await look(jonas, caseId)).notes).toMatchObject([{ text: 'Bleibt beim Vorgang.' }]);
    expect(await store.read.select().from(store.tables.caseNotes)).toHaveLength(1);
  });
});
