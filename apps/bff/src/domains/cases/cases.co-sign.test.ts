import { readFileSync } from 'node:fs';
import type { CardData } from '@jena/shared/account';
import type { SubmitInput } from '@jena/shared/cases';
import type { FormCase } from '@jena/shared/forms';
import type { CaseId, CitizenActor, CoSignId, DocumentId } from '@jena/shared/kernel';
import { toInstant } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { citizenActor, staffActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { codeOf, newKey } from '../../testing/product.ts';
import { signedHash } from './cases.co-sign.signed.ts';
import { mayReadInCase } from './cases.reach.ts';
import { application, known, openOffice } from './cases.testing.ts';

const key = () => ({ idempotencyKey: newKey() });
const slug = 'eheschliessung-anmelden';
const couples = JSON.parse(
  readFileSync(
    `${import.meta.dirname}/../../../../../packages/content/data/forms/${slug}.cases.json`,
    'utf8',
  ),
) as FormCase[];

describeOnBothDialects('a case that a second person has to sign', (open) => {
  async function openCouple() {
    const office = await openOffice(await open());
    const { as, deps, clock } = office;
    const [ada, ben, eve] = [citizenActor(), citizenActor(), citizenActor()];
    const couple = couples.find(({ expect: { problems } }) => problems.length === 0) as FormCase;
    clock.set(`${couple.today}T09:00:00.000Z`);
    const card = (who: CitizenActor, familyName: string, givenNames: string, more: Partial<CardData> = {}) =>
      known(office, who, { familyName, givenNames, ...more });
    await card(ada, 'OKONKWO', 'ADA');
    await card(ben, 'BRANDT', 'BEN');
    await card(eve, 'KLEIN', 'EVE');
    const written = await application(office, ada, couple);
    const input: SubmitInput = {
      ...written,
      serviceSlug: slug,
      formVersion: deps.domains.caseDeps.catalogue.form(slug)?.version ?? 0,
    };
    const { caseId } = await as(ada).cases.submit(input);
    const coSign = () => as(ada).cases.coSign({ caseId });
    const take = async (who: CitizenActor, code?: string | null): Promise<CoSignId> =>
      (await as(who).cases.takeCoSign({ ...key(), code: code ?? (await coSign()).code ?? '' })).coSignId;
    const agree = (who: CitizenActor, coSignId: CoSignId) =>
      as(who).cases.answerCoSign({ ...key(), coSignId, agree: true });
    const refuse = (who: CitizenActor, coSignId: CoSignId, reason = 'Das Datum stimmt nicht.') =>
      as(who).cases.answerCoSign({ ...key(), coSignId, agree: false, reason });
    const types = async () => (await as(ada).cases.detail({ caseId })).timeline.map(({ type }) => type);
    const inQueue = async () => {
      const { officeId } = await as(ada).cases.detail({ caseId });
      const worker = { ...staffActor('caseworker'), officeId };
      const { rows } = await as(worker).cases.staff.queue({ queue: 'new' });
      return rows.some(({ id }) => id === caseId);
    };
    /** By name, by number, by service, by state: each way in which the office looks for it. */
    const found = async () => {
      const { officeId, reference, state } = await as(ada).cases.detail({ caseId });
      const worker = { ...staffActor('caseworker'), officeId };
      const name = String(input.answers['p1_familienname']);
      const ways = [{ text: name }, { text: reference }, { service: slug }, { state }];
      const all = await Promise.all(ways.map((way) => as(worker).cases.staff.search(way)));
      return all.flatMap(({ rows }) => rows.map(({ id }) => id));
    };
    return {
      ...office,
      ada,
      found,
      ben,
      eve,
      caseId: caseId as CaseId,
      input,
      coSign,
      take,
      agree,
      refuse,
      types,
      card,
      inQueue,
    };
  }

  it('waits, unseen by the office, until somebody else has read and signed it; then the office’s time runs', async () => {
    const { as, ada, ben, caseId, input, take, agree, types, inQueue, coSign, clock, found } =
      await openCouple();
    expect(await types()).toEqual(['co_sign_requested']);
    expect(await as(ada).cases.detail({ caseId })).toMatchObject({
      state: 'awaiting_signature',
      waitsForCitizen: true,
      decideUntil: null,
    });
    expect(await inQueue()).toBe(false);

    const coSignId = await take(ben);
    const read = await as(ben).cases.toSign({ coSignId });
    expect(read).toMatchObject({ serviceSlug: slug, formVersion: input.formVersion });
    expect(read.answers['p1_familienname']).toBe(input.answers['p1_familienname']);
    clock.advance(60_000);
    await agree(ben, coSignId);
    expect(await types()).toEqual(['co_sign_requested', 'co_signed', 'submitted']);
    expect(await as(ada).cases.detail({ caseId })).toMatchObject({
      state: 'submitted',
      timeline: [
        { by: { kind: 'citizen' } },
        { by: { kind: 'co_signer', name: expect.stringMatching(/^BEN/i) } },
        { by: { kind: 'system' } },
      ],
      submittedAt: toInstant(clock.now()),
      decideUntil: { day: expect.any(String) },
    });
    expect(await inQueue()).toBe(true);
    expect(await found()).toEqual([caseId, caseId, caseId, caseId]);
    expect(await coSign()).toMatchObject({
      state: 'agreed',
      code: null,
      signer: expect.stringMatching(/BEN/i),
    });
    expect(await codeOf(agree(ben, coSignId))).toBe('cases.co_sign_unknown');
  });

  it('is not signed by the applicant, nor by the same human under another account', async () => {
    const { ada, eve, take, coSign, card } = await openCouple();
    expect(await codeOf(take(ada))).toBe('cases.co_sign_own');
    await card(eve, 'Okonkwo', 'Ada');
    expect(await codeOf(take(eve))).toBe('cases.co_sign_own');
    // A wedding changes one of the two names, not both.
    await card(eve, 'KLEIN', 'ADA', { birthName: 'OKONKWO' });
    expect(await codeOf(take(eve))).toBe('cases.co_sign_own');
    expect((await coSign()).state).toBe('waiting');
  });

  it('is signed only by who is surely known: not without a name, by a typed one, or for a business', async () => {
    const { ben, eve, take, coSign, card } = await openCouple();
    const nobody = citizenActor({ levelOfAssurance: 'substantial' });
    expect(await codeOf(take(nobody))).toBe('identity.level_too_low');
    await card(eve, 'KLEIN', 'EVE', { origin: { provider: 'bundid', level: 'normal' } });
    expect(await codeOf(take(eve))).toBe('identity.level_too_low');
    await card(eve, 'KLEIN', 'EVE', { birthDate: null });
    expect(await codeOf(take(eve))).toBe('identity.level_too_low');
    await card(eve, 'KLEIN', 'EVE', { origin: { provider: 'muk', level: 'substantial' } });
    expect(await codeOf(take(eve))).toBe('identity.level_too_low');
    expect(await codeOf(take({ ...ben, levelOfAssurance: 'substantial', forFirm: true }))).toBe(
      'mandates.act_for_firm',
    );
    expect((await coSign()).state).toBe('waiting');
    // By BundID as surely as by a card; and with the one name that some people have.
    await card(eve, 'SUHARNI', '', {
      origin: { provider: 'bundid', level: 'substantial' },
      givenNames: null,
    });
    await take(eve);
    expect((await coSign()).state).toBe('taken');
  });

  it('is asked for only by who is surely known, and not signed where that was lost', async () => {
    const { as, ada, ben, input, take, card } = await openCouple();
    await card(ada, 'OKONKWO', 'ADA', { origin: { provider: 'bundid', level: 'normal' } });
    expect(await codeOf(as(ada).cases.submit({ ...input, ...key() }))).toBe('identity.level_too_low');
    expect(await codeOf(take(ben))).toBe('cases.co_sign_unknown');
    await card(ada, 'OKONKWO', 'ADA', { origin: { provider: 'bundid', level: 'substantial' } });
    await as(ada).cases.submit({ ...input, ...key() });
    await take(ben);
  });

  it('is signed with its documents: who signs may open them until they answer, and no one else', async () => {
    const { as, ben, eve, input, take, agree, store, deps } = await openCouple();
    const [paper] = input.attachments;
    if (!paper) throw new Error('the couple sent no document');
    const opens = (who: CitizenActor) =>
      mayReadInCase(deps.domains.caseDeps)(store.read, who, paper.documentId);
    expect(await opens(ben)).toBe(false);
    const coSignId = await take(ben);
    expect([await opens(ben), await opens(eve)]).toEqual([true, false]);
    const read = await as(ben).cases.toSign({ coSignId });
    const given = read.documents.map(({ documentId, field }) => ({ documentId, field }));
    expect(given).toHaveLength(input.attachments.length);
    expect(given).toEqual(expect.arrayContaining(input.attachments));
    await agree(ben, coSignId);
    expect(await opens(ben)).toBe(false);
    const kept = await deps.domains.caseDeps.coSigns.byId(store.read, coSignId);
    expect(kept?.signedHash).toBe(signedHash(read));
  });

  it('may not have its documents opened by who refused it, or for whom its time ran out', async () => {
    const { ben, eve, input, as, ada, caseId, take, refuse, clock, store, deps } = await openCouple();
    const opens = (who: CitizenActor) =>
      mayReadInCase(deps.domains.caseDeps)(store.read, who, input.attachments[0]?.documentId as DocumentId);
    await refuse(ben, await take(ben));
    expect(await opens(ben)).toBe(false);
    clock.advance(60_000);
    await as(ada).cases.askCoSign({ ...key(), caseId });
    await take(eve);
    expect([await opens(ben), await opens(eve)]).toEqual([false, true]);
    clock.advance(15 * 86_400_000);
    expect(await opens(eve)).toBe(false);
  });

  it('is opened once: who comes second, guesses, or takes another’s request reads nothing', async () => {
    const { as, ben, eve, take, coSign, agree } = await openCouple();
    const { code } = await coSign();
    const coSignId = await take(ben, code);
    expect(await codeOf(take(eve, code))).toBe('cases.co_sign_unknown');
    expect(await codeOf(take(eve, 'AAAA-BBBB-CCCC'))).toBe('cases.co_sign_unknown');
    expect(await codeOf(as(eve).cases.toSign({ coSignId }))).toBe('cases.co_sign_unknown');
    expect(await codeOf(agree(eve, coSignId))).toBe('cases.co_sign_unknown');
    expect((await as(eve).cases.openedCoSigns({})).requests).toEqual([]);
    expect((await as(ben).cases.openedCoSigns({})).requests).toEqual([coSignId]);
  });

  it('is tried with twenty codes at most, then one has to wait', async () => {
    const { eve, take } = await openCouple();
    for (let attempt = 0; attempt < 20; attempt++) await codeOf(take(eve, `AAAA-BBBB-C${attempt}`));
    expect(await codeOf(take(eve, 'AAAA-BBBB-CCCC'))).toBe('platform.too_many');
  });

  it('that was refused stays with the applicant, who reads why and may ask once more', async () => {
    const { as, ada, ben, eve, caseId, clock, take, refuse, agree, coSign, types, inQueue } =
      await openCouple();
    await refuse(ben, await take(ben));
    expect(await coSign()).toMatchObject({ state: 'refused', reason: 'Das Datum stimmt nicht.', code: null });
    expect(await inQueue()).toBe(false);
    expect(await types()).toEqual(['co_sign_requested', 'co_sign_refused']);
    const told = (await as(ada).notifications.inbox({})).messages.map(({ type }) => type);
    expect(told).toContain('co_sign_refused');

    clock.advance(60_000);
    await as(ada).cases.askCoSign({ ...key(), caseId });
    await agree(eve, await take(eve));
    expect((await as(ada).cases.detail({ caseId })).state).toBe('submitted');
  });

  it('is worth nothing with a link that was taken back, also when it lies open before somebody', async () => {
    const { as, ada, ben, eve, caseId, take, agree, coSign, types } = await openCouple();
    const { code } = await coSign();
    const coSignId = await take(ben, code);
    await as(ada).cases.withdrawCoSign({ ...key(), caseId });
    expect(await codeOf(agree(ben, coSignId))).toBe('cases.co_sign_unknown');
    expect(await codeOf(take(eve, code))).toBe('cases.co_sign_unknown');
    expect((await coSign()).state).toBe('withdrawn');
    expect(await types()).toEqual(['co_sign_requested', 'co_sign_withdrawn']);
    expect(await codeOf(as(ada).cases.withdrawCoSign({ ...key(), caseId }))).toBe('cases.not_in_state');
  });

  it('ends after two weeks: the link opens nothing, the applicant was reminded and hears of the end', async () => {
    const { as, ada, ben, clock, take, coSign, types, deps } = await openCouple();
    const { code } = await coSign();
    clock.advance(6 * 86_400_000);
    await deps.jobs.drain();
    const told = async () => (await as(ada).notifications.inbox({})).messages.map(({ type }) => type);
    expect((await told()).filter((type) => type === 'co_sign_waits')).toHaveLength(1);
    clock.advance(9 * 86_400_000);
    expect((await coSign()).state).toBe('expired');
    expect(await codeOf(take(ben, code))).toBe('cases.co_sign_unknown');
    await deps.jobs.drain();
    expect(await types()).toEqual(['co_sign_requested', 'co_sign_expired']);
    expect(await told()).toContain('co_sign_expired');
  });

  it('never comes to the office when it is taken back before it is signed', async () => {
    const { as, ada, ben, caseId, take, agree, inQueue, found } = await openCouple();
    const coSignId = await take(ben);
    expect(await found()).toEqual([]);
    const { officeId } = await as(ada).cases.detail({ caseId });
    const worker = { ...staffActor('caseworker'), officeId };
    expect(await codeOf(as(worker).cases.staff.open({ caseId }))).toBe('cases.not_found');
    await as(ada).cases.withdraw({ ...key(), caseId });
    expect(await codeOf(as(worker).cases.staff.open({ caseId }))).toBe('cases.not_found');
    const { rows } = await as(worker).cases.staff.queue({ queue: 'done' });
    expect(rows).toEqual([]);
    expect(await found()).toEqual([]);
    expect(await inQueue()).toBe(false);
    expect(await codeOf(agree(ben, coSignId))).toBe('cases.co_sign_unknown');
  });

  it('is nobody else’s to ask for, to take back or to look at', async () => {
    const { as, eve, caseId } = await openCouple();
    for (const attempt of [
      () => as(eve).cases.coSign({ caseId }),
      () => as(eve).cases.askCoSign({ ...key(), caseId }),
      () => as(eve).cases.withdrawCoSign({ ...key(), caseId }),
    ])
      expect(await codeOf(attempt())).toBe('cases.not_found');
  });

  it('goes with the account of whoever asked', async () => {
    const { as, ada, caseId, store, deps } = await openCouple();
    await as({ ...ada, levelOfAssurance: 'high' }).account.erase({ ...key(), understood: true });
    expect(await deps.domains.caseDeps.coSigns.ofCase(store.read, caseId)).toBeUndefined();
  });
});
