import { newId } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { citizenActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { codeOf, newKey } from '../../testing/product.ts';
import { clerk, markedCase, proposedCase } from './cases.proposals.testing.ts';
import { elsewhere, openOffice } from './cases.testing.ts';

const lena = citizenActor();
const [paul, greta] = [clerk(), clerk()];
const key = () => ({ idempotencyKey: newKey() });

describeOnBothDialects('a decision in which two have to agree', (open) => {
  async function proposed() {
    const office = await openOffice(await open());
    const { as } = office;
    const settling = await proposedCase(office, lena, paul);
    const { caseId } = settling;
    return {
      ...office,
      ...settling,
      confirm: (actor = greta, given = settling) =>
        as(actor).cases.staff.confirmDecision({ ...key(), ...given }),
      giveBack: (actor = greta, reason = 'Die Miete fehlt.') =>
        as(actor).cases.staff.returnDecision({ ...key(), ...settling, reason }),
      detail: () => as(lena).cases.detail({ caseId }),
      queue: async (actor = greta, queue: 'confirm' | 'waiting' = 'confirm') =>
        (await as(actor).cases.staff.queue({ queue, service: null, after: null })).rows.map(({ id }) => id),
    };
  }

  it('is only proposed by the first: nothing is decided, and the person reads that, not what', async () => {
    const { detail, deps, inboxOf, store, caseId, timelineOf } = await proposed();
    await deps.jobs.drain();
    const { state, turn, decision, timeline, documents } = await detail();
    expect([state, turn.who, decision]).toEqual(['to_confirm', 'office', null]);
    expect(await timelineOf(lena, caseId)).toEqual(['submitted', 'claimed', 'decision_proposed']);
    expect(JSON.stringify(timeline)).not.toContain('214');
    expect(documents.filter(({ issuedByCity }) => issuedByCity)).toEqual([]);
    expect(await inboxOf(lena)).not.toContain('case_approved');
    const [kept] = await store.read.select().from(store.tables.caseProposals);
    expect(kept?.text).not.toContain('214');
  });

  it('waits in the queue of the others of the office, never in that of who proposed it', async () => {
    const { queue, caseId, as } = await proposed();
    expect(await queue(greta)).toEqual([caseId]);
    expect(await queue(paul)).toEqual([]);
    expect(await queue(paul, 'waiting')).toEqual([caseId]);
    expect(await queue(elsewhere())).toEqual([]);
    const { proposal, allowed } = await as(greta).cases.staff.open({ caseId });
    expect(proposal).toMatchObject({
      outcome: 'approved',
      text: 'Sie bekommen 214 Euro im Monat.',
      mine: false,
    });
    expect(allowed).toEqual(expect.arrayContaining(['confirmDecision', 'returnDecision']));
    const mine = await as(paul).cases.staff.open({ caseId });
    expect(mine.proposal?.mine).toBe(true);
    expect(mine.allowed).not.toContain('confirmDecision');
    for (const act of ['approve', 'reject', 'requestEvidence', 'claim'])
      expect([...allowed, ...mine.allowed]).not.toContain(act);
  });

  it('is made by the second: told once, with a letter, and both stand in the events', async () => {
    const { confirm, detail, deps, inboxOf, store, caseId } = await proposed();
    await confirm();
    await deps.jobs.drain();
    const { state, decision, documents, timeline } = await detail();
    expect([state, decision?.outcome]).toEqual(['delivered', 'approved']);
    expect(documents.filter(({ issuedByCity }) => issuedByCity)).toHaveLength(1);
    expect(timeline.find(({ type }) => type === 'approved')?.note).toBe('Sie bekommen 214 Euro im Monat.');
    expect((await inboxOf(lena)).filter((type) => type === 'case_approved')).toHaveLength(1);
    const events = await store.read.select().from(store.tables.platformEvents);
    const who = (type: string) =>
      events.find((event) => event.stream === `cases:${caseId}` && event.type === type)?.actorId;
    expect([who('cases.decision_proposed'), who('cases.approved')]).toEqual([paul.staffId, greta.staffId]);
    expect(await store.read.select().from(store.tables.caseProposals)).toEqual([]);
    expect(await codeOf(confirm())).toBe('cases.not_in_state');
  });

  it('is not made by who proposed it, by another office, for another proposal, or twice at once', async () => {
    const { confirm, detail, caseId, timelineOf } = await proposed();
    expect(await codeOf(confirm(paul))).toBe('platform.needs_another');
    expect(await codeOf(confirm(elsewhere()))).toBe('cases.not_found');
    const another = { caseId, proposalId: newId<'proposal'>() };
    expect(await codeOf(confirm(greta, another))).toBe('cases.not_in_state');
    expect((await detail()).state).toBe('to_confirm');
    const codes = await Promise.all([codeOf(confirm(greta)), codeOf(confirm(clerk()))]);
    expect(codes.sort()).toEqual(['cases.not_in_state', 'no error']);
    expect((await timelineOf(lena, caseId)).filter((type) => type === 'approved')).toHaveLength(1);
  });

  it('goes back with a reason that colleagues read; who proposed it may take it back without one', async () => {
    const { giveBack, confirm, as, caseId, detail, approve } = await proposed();
    expect(await codeOf(giveBack(greta, ''))).toBe('platform.bad_input');
    expect(await codeOf(giveBack(elsewhere()))).toBe('cases.not_found');
    await giveBack();
    const { state, caseworker, notes, proposal } = await as(paul).cases.staff.open({ caseId });
    expect([state, caseworker?.id, proposal]).toEqual(['in_review', paul.staffId, null]);
    expect(notes.map(({ text }) => text)).toEqual(['Die Miete fehlt.']);
    expect(JSON.stringify((await detail()).timeline)).not.toContain('Miete');
    expect(await codeOf(confirm())).toBe('cases.not_in_state');
    await approve(paul, caseId);
    const again = await as(paul).cases.staff.open({ caseId });
    await as(paul).cases.staff.returnDecision({
      ...key(),
      caseId,
      proposalId: again.proposal?.id ?? newId<'proposal'>(),
      reason: '',
    });
    expect((await detail()).state).toBe('in_review');
  });

  it('is nothing any more once the person withdraws, or gives or takes away a paper', async () => {
    const { confirm, as, caseId, detail, photo, store } = await proposed();
    const documentId = await photo(lena.accountId);
    await as(lena).cases.shareDocument({ ...key(), caseId, documentId, purpose: 'Neue Miete' });
    expect((await detail()).state).toBe('in_review');
    expect(await codeOf(confirm())).toBe('cases.not_in_state');
    await as(paul).cases.staff.approve({ ...key(), caseId, note: '' });
    await as(lena).cases.endShare({ ...key(), caseId, documentId });
    expect((await detail()).state).toBe('in_review');
    await as(paul).cases.staff.approve({ ...key(), caseId, note: '' });
    await as(lena).cases.withdraw({ ...key(), caseId });
    expect((await detail()).state).toBe('withdrawn');
    expect(await store.read.select().from(store.tables.caseProposals)).toEqual([]);
  });

  it('stays with who proposed it, and is confirmed also by who stands in for them', async () => {
    const { as, caseId, confirm, detail } = await proposed();
    const move = as(greta).cases.staff.assign({ ...key(), caseId, from: paul.staffId, to: null });
    expect(await codeOf(move)).toBe('cases.not_in_state');
    await confirm(greta);
    expect((await detail()).decision?.outcome).toBe('approved');
  });

  it('is made by one alone where the service is not marked', async () => {
    const office = await openOffice(await open());
    const jonas = { ...clerk(), officeId: 'buergerservice' };
    const caseId = await office.submitted(lena);
    await office.claim(jonas, caseId);
    await office.approve(jonas, caseId);
    expect(await office.stateOf(jonas, caseId)).toBe('approved');
    expect(await markedCase(office, lena, paul)).toBeTruthy();
  });
});
