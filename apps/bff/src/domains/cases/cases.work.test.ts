import { expect, it } from 'vitest';
import { citizenActor, staffActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { codeOf, newKey } from '../../testing/product.ts';
import { elsewhere, openOffice } from './cases.testing.ts';

const lena = citizenActor();
const jonas = staffActor('caseworker');
const mira = staffActor('caseworker');

describeOnBothDialects('work on a case', (open) => {
  const office = async () => openOffice(await open());

  it('leads through a missing paper to a decision, one line and at most one message for each step', async () => {
    const { submitted, claim, request, answer, approve, timelineOf, inboxOf, clock, stateOf } =
      await office();
    const caseId = await submitted(lena);
    const step = async (act: Promise<unknown>) => {
      await act;
      clock.advance(60_000);
    };
    clock.advance(60_000);
    await step(claim(jonas, caseId));
    await step(request(jonas, caseId));
    expect(await stateOf(jonas, caseId)).toBe('evidence_requested');
    await step(answer(lena, caseId));
    expect(await stateOf(jonas, caseId)).toBe('in_review');
    await step(approve(jonas, caseId, 'Alles vollständig.'));
    expect(await timelineOf(lena, caseId)).toEqual([
      'submitted',
      'claimed',
      'evidence_requested',
      'evidence_added',
      'approved',
    ]);
    expect(await inboxOf(lena)).toEqual([
      'case_approved',
      'evidence_added',
      'evidence_requested',
      'case_claimed',
      'case_submitted',
    ]);
  });

  it('tells the citizen which office acted and what it wrote, never who', async () => {
    const { submitted, claim, request, reject, answer, as } = await office();
    const caseId = await submitted(lena);
    await claim(jonas, caseId);
    await request(jonas, caseId);
    await answer(lena, caseId);
    await reject(jonas, caseId, 'Die Wohnung liegt nicht in Jena.');
    const detail = await as(lena).cases.detail({ caseId });
    expect(detail.timeline.map(({ by, note }) => [by.kind, note])).toEqual([
      ['citizen', null],
      ['office', null],
      ['office', 'Die Unterschrift fehlt.'],
      ['citizen', null],
      ['office', 'Die Wohnung liegt nicht in Jena.'],
    ]);
    expect(JSON.stringify(detail)).not.toContain(jonas.staffId);
    expect(JSON.stringify(detail)).not.toContain(jonas.name);
  });

  it('gives fourteen days for a missing paper, and takes each answer once', async () => {
    const { submitted, claim, request, answer, as } = await office();
    const caseId = await submitted(lena);
    await claim(jonas, caseId);
    await request(jonas, caseId);
    const [asked] = (await as(lena).cases.detail({ caseId })).evidenceRequests;
    expect(asked).toMatchObject({
      field: 'wohnungsgeberbestaetigung',
      dueDay: '2026-12-07',
      answeredAt: null,
    });
    await answer(lena, caseId);
    expect(await codeOf(answer(lena, caseId))).toContain('nothing was asked for');
    const [answered] = (await as(lena).cases.detail({ caseId })).evidenceRequests;
    expect(answered?.answeredAt).toBe('2026-11-23T09:00:00.000Z');
  });

  it('takes evidence from the applicant alone, from their own checked documents, for a request that is open', async () => {
    const { submitted, claim, request, answer, as, photo, announcedPhoto } = await office();
    const caseId = await submitted(lena);
    await claim(jonas, caseId);
    await request(jonas, caseId);
    const [asked] = (await as(lena).cases.detail({ caseId })).evidenceRequests;
    if (!asked) throw new Error('nothing was asked for');
    const other = citizenActor();
    const add = async (actor: typeof lena, documentId: Awaited<ReturnType<typeof photo>>, id = asked.id) =>
      codeOf(
        as(actor).cases.addEvidence({
          idempotencyKey: newKey(),
          caseId,
          evidenceRequestId: id,
          documentIds: [documentId],
        }),
      );
    expect(await add(other, await photo(other.accountId))).toBe('cases.not_found');
    expect(await add(lena, await photo(other.accountId))).toBe('vault.not_found');
    expect(await add(lena, await announcedPhoto(lena.accountId))).toBe('cases.attachment_not_ready');
    const elseId = (await photo(lena.accountId)) as unknown as typeof asked.id;
    expect(await add(lena, await photo(lena.accountId), elseId)).toBe('cases.evidence_request_not_found');
    await answer(lena, caseId);
    expect(await add(lena, await photo(lena.accountId))).toBe('cases.evidence_request_not_found');
  });

  it('is asked only for papers that the form has a place for', async () => {
    const { submitted, claim, request, timelineOf } = await office();
    const caseId = await submitted(lena);
    await claim(jonas, caseId);
    expect(await codeOf(request(jonas, caseId, 'familienname'))).toBe('platform.bad_input');
    expect(await codeOf(request(jonas, caseId, 'Frau M. soll anrufen'))).toBe('platform.bad_input');
    expect(await timelineOf(lena, caseId)).toEqual(['submitted', 'claimed']);
  });

  it('is taken by one of two caseworkers who reach for it at once; the other is told', async () => {
    const { submitted, claim, timelineOf, inboxOf, open } = await office();
    const caseId = await submitted(lena);
    const codes = await Promise.all([codeOf(claim(jonas, caseId)), codeOf(claim(mira, caseId))]);
    expect(codes.sort()).toEqual(['cases.not_in_state', 'no error']);
    expect(await timelineOf(lena, caseId)).toEqual(['submitted', 'claimed']);
    expect((await inboxOf(lena)).filter((type) => type === 'case_claimed')).toHaveLength(1);
    const { caseworker } = await open(jonas, caseId);
    expect([jonas.staffId, mira.staffId]).toContain(caseworker?.id);
  });

  it('may be taken over from a colleague who is named, and the line says so', async () => {
    const { submitted, claim, timelineOf, open } = await office();
    const caseId = await submitted(lena);
    await claim(jonas, caseId);
    await claim(jonas, caseId);
    expect(await codeOf(claim(mira, caseId))).toBe('cases.not_in_state');
    await claim(mira, caseId, jonas.staffId);
    expect(await timelineOf(lena, caseId)).toEqual(['submitted', 'claimed', 'claimed']);
    expect((await open(mira, caseId)).caseworker?.id).toBe(mira.staffId);
    expect((await open(jonas, caseId)).allowed).toEqual(['claim', 'write']);
  });

  it('is decided by who took it, once', async () => {
    const { submitted, claim, approve, reject, request, timelineOf, open } = await office();
    const caseId = await submitted(lena);
    expect((await open(jonas, caseId)).allowed).toEqual(['claim', 'write']);
    for (const act of [approve, reject])
      expect(await codeOf(act(jonas, caseId))).toBe('cases.not_the_caseworker');
    expect(await codeOf(request(jonas, caseId))).toBe('cases.not_the_caseworker');
    await claim(jonas, caseId);
    expect((await open(jonas, caseId)).allowed).toEqual([
      'requestEvidence',
      'approve',
      'reject',
      'write',
      'seeContact',
    ]);
    for (const act of [approve, reject])
      expect(await codeOf(act(mira, caseId))).toBe('cases.not_the_caseworker');
    const codes = await Promise.all([codeOf(approve(jonas, caseId)), codeOf(reject(jonas, caseId))]);
    expect(codes.sort()).toEqual(['cases.not_in_state', 'no error']);
    expect(await timelineOf(lena, caseId)).toHaveLength(3);
    for (const act of ['approve', 'reject', 'requestEvidence', 'claim', 'seeContact'])
      expect((await open(jonas, caseId)).allowed).not.toContain(act);
  });

  it('of one office does not exist for another', async () => {
    const { submitted, claim, request, approve, reject, open, as } = await office();
    const caseId = await submitted(lena);
    const other = elsewhere();
    for (const act of [open, claim, request, approve, reject])
      expect(await codeOf(act(other, caseId))).toBe('cases.not_found');
    const { rows, counts } = await as(other).cases.staff.queue({ queue: 'new' });
    expect([rows, Object.values(counts.queues).some((count) => count > 0)]).toEqual([[], false]);
  });

  it('shows the queue with names and counts, page by page', async () => {
    const { submitted, claim, as, clock } = await office();
    const ids = [];
    for (let number = 0; number < 3; number++) {
      ids.push(await submitted(citizenActor()));
      clock.advance(1000);
    }
    const [first, second, third] = ids;
    if (!first || !second || !third) throw new Error('three were submitted');
    await claim(jonas, second);
    const { rows, counts, next } = await as(jonas).cases.staff.queue({ queue: 'new' });
    expect(rows.map(({ id, applicant }) => [id, applicant])).toEqual([
      [first, 'Erika Mustermann'],
      [third, 'Erika Mustermann'],
    ]);
    // Three accounts apply in one name: the second and the third look like repetitions.
    expect(counts).toEqual({
      queues: {
        new: 2,
        mine: 1,
        confirm: 0,
        waiting: 0,
        answered: 0,
        done: 0,
        overdue: 0,
        soon: 0,
        special: 2,
      },
      services: { 'wohnsitz-anmelden': 3 },
    });
    expect(next).toBeNull();
    for (const after of ['nonsense', '~', 'x~y'])
      await expect(as(jonas).cases.staff.queue({ queue: 'new', after })).resolves.toBeDefined();
  });

  it('that is looked at stands in the citizen’s access log, with its reference, once in a quarter of an hour', async () => {
    const { submitted, open, as, clock, timelineOf } = await office();
    const caseId = await submitted(lena);
    const { reference } = await as(lena).cases.detail({ caseId });
    await Promise.all([open(jonas, caseId), open(jonas, caseId)]);
    clock.advance(14 * 60_000);
    await open(jonas, caseId);
    const looks = async () => (await as(lena).account.accessLog({})).entries;
    expect(await looks()).toMatchObject([
      {
        at: '2026-11-23T09:00:00.000Z',
        officeId: 'buergerservice',
        act: 'cases.viewed',
        caseReference: reference,
      },
    ]);
    clock.advance(2 * 60_000);
    await open(jonas, caseId);
    await open(mira, caseId);
    expect(await looks()).toHaveLength(3);
    expect(await timelineOf(lena, caseId)).toEqual(['submitted']);
  });
});
