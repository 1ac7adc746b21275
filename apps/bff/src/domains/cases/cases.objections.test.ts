import { digestOf, readDecisionCode } from '@jena/shared/cases';
import { newId } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { collectBytes } from '../../platform/testing/bytes.ts';
import { citizenActor, staffActor } from '../../platform/testing/context.ts';
import { textOf } from '../../platform/testing/pdf.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { codeOf, newKey } from '../../testing/product.ts';
import { readFile } from '../vault/vault.documents.ts';
import { elsewhere, openOffice } from './cases.testing.ts';

const lena = citizenActor();
const jonas = staffActor('caseworker');
const mira = staffActor('caseworker');
const key = () => ({ idempotencyKey: newKey() });

describeOnBothDialects('after the decision', (open) => {
  /** A case that Jonas refused, with its letter in Lena’s vault. */
  async function refused() {
    const office = await openOffice(await open());
    const { as, deps, claim, reject, submitted, clock } = office;
    const caseId = await submitted(lena);
    await claim(jonas, caseId);
    clock.advance(60_000);
    await reject(jonas, caseId, 'Sie wohnen laut Register bereits in Jena.');
    await deps.jobs.drain();
    clock.advance(60_000);
    return {
      ...office,
      caseId,
      detail: () => as(lena).cases.detail({ caseId }),
      object: (actor = lena) => as(actor).cases.object({ ...key(), caseId, reason: 'Das ist falsch.' }),
      reopen: (actor = jonas) =>
        as(actor).cases.staff.reopen({ ...key(), caseId, reason: 'Sie haben recht.' }),
      passOn: (actor = jonas) =>
        as(actor).cases.staff.passOnObjection({
          ...key(),
          caseId,
          reason: 'Das Landesverwaltungsamt entscheidet.',
        }),
      deny: (actor = jonas) =>
        as(actor).cases.staff.denyObjection({ ...key(), caseId, reason: 'Es bleibt dabei.' }),
      /** The text of the newest letter, and its bytes. */
      async letter() {
        const { decision } = await as(lena).cases.detail({ caseId });
        const { vault } = deps.domains;
        const id = decision?.documentId;
        const row = id ? await vault.documents.byId(office.store.read, id) : undefined;
        if (!row) throw new Error('no letter was written');
        const bytes = await collectBytes(await readFile(vault, row, 'vault'));
        const text = textOf(bytes);
        const code = /([0-9A-Z]{5}-){3}[0-9A-Z]{5}/.exec(text)?.[0] ?? '';
        return { bytes, text, code };
      },
    };
  }

  it('a refusal is told once, and comes as a letter with its reason and with what one can do against it', async () => {
    const { detail, letter, inboxOf, timelineOf, caseId } = await refused();
    const { state, decision, may, turn } = await detail();
    expect([state, turn.who]).toEqual(['rejected', 'nobody']);
    // Known on 27 November, a month later a Sunday.
    expect(decision).toMatchObject({ outcome: 'rejected', objectionUntil: '2026-12-28', isLate: false });
    expect(may).toEqual(['write', 'object']);
    expect(await timelineOf(lena, caseId)).toEqual(['submitted', 'claimed', 'rejected', 'delivered']);
    expect((await inboxOf(lena)).filter((type) => /rejected|delivered/.test(type))).toEqual([
      'case_rejected',
    ]);
    const { text } = await letter();
    for (const part of ['Ablehnung Ihres Antrags', 'laut Register', 'Rechtsbehelfsbelehrung', 'eines Monats'])
      expect(text).toContain(part);
  });

  it('is objected to by the person alone, with the card, once', async () => {
    const { object, detail, inboxOf } = await refused();
    expect(await codeOf(object(citizenActor()))).toBe('cases.not_found');
    expect(await codeOf(object({ ...lena, levelOfAssurance: 'substantial' }))).toBe('identity.level_too_low');
    await object();
    expect(await codeOf(object())).toBe('cases.not_in_state');
    const { state, timeline, turn, may } = await detail();
    expect([state, turn.who, may]).toEqual(['objected', 'office', ['write']]);
    expect(timeline.at(-1)).toMatchObject({ type: 'objected', note: 'Das ist falsch.' });
    expect((await inboxOf(lena))[0]).toBe('case_objected');
  });

  it('takes in an objection that comes late, and says that it is', async () => {
    const { object, detail, clock } = await refused();
    clock.advance(40 * 24 * 3_600_000);
    expect((await detail()).decision?.isLate).toBe(true);
    await object();
    expect((await detail()).state).toBe('objected');
  });

  it('is no objection to what is only confirmed', async () => {
    const { submitted, claim, approve, deps, as } = await refused();
    const caseId = await submitted(lena);
    await claim(jonas, caseId);
    await approve(jonas, caseId);
    expect(await codeOf(as(lena).cases.object({ ...key(), caseId, reason: 'Nein.' }))).toBe(
      'cases.not_in_state',
    );
    await deps.jobs.drain();
    expect((await as(lena).cases.detail({ caseId })).may).toEqual(['write']);
    expect(await codeOf(as(lena).cases.object({ ...key(), caseId, reason: 'Nein.' }))).toBe(
      'cases.no_objection',
    );
    expect((await as(lena).cases.detail({ caseId })).state).toBe('delivered');
  });

  it('that is right is decided anew: a second letter, and the first is no longer the last word', async () => {
    const { object, reopen, approve, letter, detail, deps, as, caseId, timelineOf } = await refused();
    const first = await letter();
    const verify = async (code: string) =>
      as({ kind: 'anonymous' }).cases.verify({ digest: await digestOf(readDecisionCode(code) ?? '') });
    expect(await verify(first.code)).toMatchObject({ outcome: 'rejected', replacedOn: null });
    await object();
    await reopen();
    await approve(jonas, caseId, 'Alles gut.');
    await deps.jobs.drain();
    const second = await letter();
    expect(second.code).not.toBe(first.code);
    expect(await verify(first.code)).toMatchObject({ replacedOn: '2026-11-23' });
    expect(await verify(second.code)).toMatchObject({ outcome: 'approved', replacedOn: null });
    const { timeline, state } = await detail();
    expect(state).toBe('delivered');
    expect(timeline.map(({ type, note }) => [type, note])).toEqual([
      ['submitted', null],
      ['claimed', null],
      ['rejected', 'Sie wohnen laut Register bereits in Jena.'],
      ['delivered', null],
      ['objected', 'Das ist falsch.'],
      ['reopened', 'Sie haben recht.'],
      ['approved', 'Alles gut.'],
      ['delivered', null],
    ]);
    expect(await timelineOf(lena, caseId)).toHaveLength(8);
  });

  it('is refused by who has it; a colleague takes it over first, and closed cases everyone may take up', async () => {
    const { object, reopen, deny, claim, caseId, stateOf } = await refused();
    await object();
    for (const act of [reopen, deny]) {
      expect(await codeOf(act(mira))).toBe('cases.not_the_caseworker');
      expect(await codeOf(act(elsewhere()))).toBe('cases.not_found');
    }
    await claim(mira, caseId, jonas.staffId);
    await deny(mira);
    expect(await stateOf(mira, caseId)).toBe('objection_denied');
    expect(await codeOf(deny(mira))).toBe('cases.not_in_state');
    await reopen(jonas);
    expect(await stateOf(jonas, caseId)).toBe('in_review');
  });

  it('is refused with a letter of its own: its reason, who pays, and to which court one may go', async () => {
    const { object, deny, letter, deps, detail, inboxOf, timelineOf, caseId, as, clock } = await refused();
    const first = await letter();
    await object();
    clock.advance(60_000);
    await deny();
    await deps.jobs.drain();
    const { text, code } = await letter();
    for (const part of [
      'Widerspruchsbescheid',
      '§ 73 Verwaltungsgerichtsordnung',
      'Ihren Widerspruch vom 23.11.2026 gegen unseren Bescheid vom 23.11.2026 weisen wir zurück.',
      'Es bleibt dabei.',
      'Kosten des Widerspruchsverfahrens',
      'Verwaltungsgericht Gera',
      'innerhalb eines Monats nach Zustellung',
    ])
      expect(text.replaceAll(/\s+/g, ' ')).toContain(part);
    const { state, decision, may, documents } = await detail();
    expect(state).toBe('objection_denied');
    expect(decision).toMatchObject({ outcome: 'objection_denied', objectionUntil: null, isLate: false });
    expect(may).toEqual(['write']);
    expect(documents.filter(({ issuedByCity }) => issuedByCity).map(({ field }) => field)).toEqual([
      'bescheid',
      'widerspruchsbescheid',
    ]);
    expect((await timelineOf(lena, caseId)).slice(-3)).toEqual(['objected', 'objection_denied', 'delivered']);
    expect((await inboxOf(lena)).filter((type) => /denied|delivered/.test(type))).toEqual([
      'case_objection_denied',
    ]);
    const said = async (of: string) =>
      as({ kind: 'anonymous' }).cases.verify({ digest: await digestOf(readDecisionCode(of) ?? '') });
    expect(await said(code)).toMatchObject({ outcome: 'objection_denied', replacedOn: null });
    // What was decided first still stands, in the shape that the second gave it.
    expect(await said(first.code)).toMatchObject({ outcome: 'rejected', replacedOn: null });
    expect(await codeOf(object())).toBe('cases.not_in_state');
  });

  it('is passed on to the authority above; the office has no deadline, and notes how it ended without a letter', async () => {
    const { object, passOn, deny, reopen, deps, detail, as, inboxOf, caseId } = await refused();
    await object();
    expect(await codeOf(passOn(mira))).toBe('cases.not_the_caseworker');
    expect(await codeOf(passOn(elsewhere()))).toBe('cases.not_found');
    await passOn();
    const { state, turn, decision, timeline } = await detail();
    expect([state, turn.who, decision?.outcome]).toEqual(['objection_passed_on', 'authority', 'rejected']);
    expect(timeline.at(-1)).toMatchObject({
      type: 'objection_passed_on',
      note: 'Das Landesverwaltungsamt entscheidet.',
    });
    expect((await inboxOf(lena)).filter((type) => /passed_on/.test(type))).toHaveLength(1);
    const { allowed } = await as(jonas).cases.staff.open({ caseId });
    expect(allowed).toEqual(expect.arrayContaining(['reopen', 'denyObjection']));
    expect(allowed).not.toContain('passOnObjection');
    expect(await codeOf(passOn())).toBe('cases.not_in_state');
    await deny();
    await deps.jobs.drain();
    const after = await detail();
    expect(after.state).toBe('objection_denied');
    expect(after.documents.filter(({ issuedByCity }) => issuedByCity)).toHaveLength(1);
    await reopen();
    expect((await detail()).state).toBe('in_review');
  });

  it('is answered by one of two at once; the other is told', async () => {
    const { object, reopen, deny, timelineOf, caseId } = await refused();
    await object();
    const codes = await Promise.all([codeOf(reopen()), codeOf(deny())]);
    expect(codes.filter((code) => code === 'no error')).toHaveLength(1);
    expect(await timelineOf(lena, caseId)).toHaveLength(6);
  });

  it('confirms a letter to whoever has its code, without a word about the person', async () => {
    const { letter, as, caseId, detail } = await refused();
    const { bytes, code } = await letter();
    const digest = await digestOf(readDecisionCode(code.toLowerCase().replaceAll('-', ' ')) ?? '');
    const said = await as({ kind: 'anonymous' }).cases.verify({ digest });
    expect(said).toEqual({
      officeId: 'buergerservice',
      serviceSlug: 'wohnsitz-anmelden',
      outcome: 'rejected',
      issuedOn: '2026-11-23',
      fileHash: await digestOf(new Uint8Array(bytes)),
      replacedOn: null,
    });
    const { reference } = await detail();
    for (const secret of ['Mustermann', caseId, reference, lena.accountId, 'Register'])
      expect(JSON.stringify(said)).not.toContain(secret);
  });

  it('confirms nothing to who guesses, and soon does not answer them any more', async () => {
    const { as, detail, caseId } = await refused();
    const ask = (digest: string) => codeOf(as({ kind: 'anonymous' }).cases.verify({ digest }));
    const { decision, reference } = await detail();
    for (const guess of ['', caseId, reference, decision?.documentId ?? '', 'A'.repeat(20)])
      expect(await ask(await digestOf(guess))).toBe('cases.decision_not_found');
    expect(await ask('not a digest')).toBe('platform.bad_input');
    const codes = [];
    for (let time = 0; time < 40; time += 1) codes.push(await ask(await digestOf(newId<'case'>())));
    expect(codes.at(-1)).toBe('platform.too_many');
  });

  it('no decision has a code that another has, and none is kept', async () => {
    const { store, letter } = await refused();
    const { code } = await letter();
    const rows = await store.read.select().from(store.tables.caseDecisions);
    expect(JSON.stringify(rows)).not.toContain(code);
    expect(JSON.stringify(rows)).not.toContain(readDecisionCode(code));
  });
});
