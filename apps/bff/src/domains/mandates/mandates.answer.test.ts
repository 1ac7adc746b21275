import type { CitizenActor, MandateId } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { staffActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { codeOf } from '../../testing/product.ts';
import { application } from '../cases/cases.testing.ts';
import { key, openFirm, power } from './mandates.testing.ts';

const day = 86_400_000;

describeOnBothDialects('an offer to act for another', (open) => {
  async function openOffer() {
    const firm = await openFirm(await open());
    const { as, henrik, pia, offer, take } = firm;
    const { code } = await offer(henrik, power);
    const { mandateId } = await take(pia, code);
    const say = (what: 'accept' | 'refuse', who: CitizenActor, id: MandateId = mandateId) =>
      as(who).mandates[what]({ ...key(), mandateId: id });
    const mine = (who: CitizenActor) => as(who).mandates.mine({});
    const told = async (who: CitizenActor) =>
      (await as(who).notifications.inbox({})).messages.map(({ type }) => type);
    const applyFor = async (who: CitizenActor) =>
      as(who).cases.submit({ ...(await application(firm, who)), onBehalfOf: mandateId });
    return { ...firm, mandateId, code, say, mine, told, applyFor };
  }

  it('is read before it is answered: who asks, for what and until when; nothing is granted yet', async () => {
    const { as, henrik, pia, mandateId, mine, applyFor } = await openOffer();
    expect(await mine(pia)).toMatchObject({
      held: [],
      offers: [
        { id: mandateId, kind: 'power_of_attorney', services: power.services, untilDay: power.untilDay },
      ],
    });
    // Who only looked at it is not named to who offered it.
    expect((await mine(henrik)).given).toMatchObject([{ id: mandateId, state: 'taken', holder: null }]);
    expect(await codeOf(as(pia).mandates.party({ mandateId }))).toBe('mandates.not_active');
    expect(await codeOf(as(pia).mandates.acts({ mandateId }))).toBe('mandates.not_active');
    expect(await codeOf(applyFor(pia))).toBe('mandates.not_active');
  });

  it('that is accepted counts from then on, and who gave it is told', async () => {
    const { henrik, pia, say, mine, told, applyFor } = await openOffer();
    await say('accept', pia);
    expect(await mine(pia)).toMatchObject({ held: [{ state: 'active' }], offers: [] });
    expect(await told(henrik)).toEqual(['mandate_accepted']);
    expect(await codeOf(applyFor(pia))).toBe('no error');
    expect(await codeOf(say('accept', pia))).toBe('mandates.not_found');
    expect(await codeOf(say('refuse', pia))).toBe('mandates.not_found');
  });

  it('that is refused grants nothing, for good; who offered it is told, and not by whom', async () => {
    const { as, henrik, pia, eve, code, say, mine, told, take, applyFor, store } = await openOffer();
    await say('refuse', pia);
    expect(await mine(pia)).toEqual({ held: [], offers: [], given: [] });
    expect(await told(henrik)).toEqual(['mandate_refused']);
    expect((await mine(henrik)).given).toMatchObject([
      { state: 'refused', holder: null, label: 'Pia im Büro' },
    ]);
    for (const who of [pia, eve]) expect(await codeOf(take(who, code))).toBe('mandates.invitation_unknown');
    expect(await codeOf(say('accept', pia))).toBe('mandates.not_found');
    expect(await codeOf(applyFor(pia))).toBe('mandates.not_found');
    const rows = await store.read.select().from(store.tables.mandates);
    expect(rows.map(({ holderId }) => holderId)).not.toContain(pia.accountId);
    const [{ id } = { id: undefined }] = (await mine(henrik)).given;
    expect(await codeOf(as(henrik).mandates.revoke({ ...key(), mandateId: id as MandateId }))).toBe(
      'mandates.not_in_state',
    );
  });

  it('is nobody else’s to answer: not of a stranger, and not of who offered it', async () => {
    const { henrik, pia, eve, say, mine } = await openOffer();
    for (const who of [henrik, eve])
      for (const what of ['accept', 'refuse'] as const)
        expect(await codeOf(say(what, who))).toBe('mandates.not_found');
    expect((await mine(pia)).offers).toHaveLength(1);
  });

  it('can be taken back before it is answered; then there is nothing to accept', async () => {
    const { as, henrik, pia, mandateId, say, mine, told } = await openOffer();
    await as(henrik).mandates.revoke({ ...key(), mandateId });
    expect((await mine(pia)).offers).toEqual([]);
    expect(await codeOf(say('accept', pia))).toBe('mandates.not_found');
    expect(await told(pia)).toEqual(['mandate_ended']);
  });

  it('runs out with its week: a code that was brought in time and never answered grants nothing', async () => {
    const { henrik, pia, clock, say, mine } = await openOffer();
    clock.advance(7 * day);
    expect((await mine(pia)).offers).toEqual([]);
    expect(await codeOf(say('accept', pia))).toBe('mandates.not_found');
    expect((await mine(henrik)).given).toEqual([]);
  });

  it('of an owner who ended their own mandate meanwhile is gone', async () => {
    const { as, henrik, eve, business, offer, take, say, mine } = await openOffer();
    const { code } = await offer(henrik);
    const { mandateId } = await take(eve, code);
    await as(henrik).mandates.revoke({ ...key(), mandateId: business });
    expect((await mine(eve)).offers).toEqual([]);
    expect(await codeOf(say('accept', eve, mandateId))).toBe('mandates.not_found');
  });

  it('cannot be taken twice by one person for the same business', async () => {
    const { henrik, eve, offer, take, say } = await openOffer();
    const [first, second] = [await offer(henrik), await offer(henrik)];
    const taken = [
      (await take(eve, first.code)).mandateId,
      (await take(eve, second.code)).mandateId,
    ] as const;
    await say('accept', eve, taken[0]);
    expect(await codeOf(say('accept', eve, taken[1]))).toBe('mandates.already_held');
    await say('refuse', eve, taken[1]);
  });

  it('leads to acts that both can read: the holder their own, the represented person all', async () => {
    const { as, henrik, pia, eve, mandateId, say, applyFor, told } = await openOffer();
    await say('accept', pia);
    const { reference } = await applyFor(pia);
    const line = { act: 'cases.submitted', caseReference: reference };
    expect((await as(pia).mandates.acts({ mandateId })).acts).toMatchObject([line]);
    expect((await as(henrik).account.accessLog({})).entries).toMatchObject([
      { ...line, officeId: `mandate:${mandateId}` },
    ]);
    for (const who of [henrik, eve])
      expect(await codeOf(as(who).mandates.acts({ mandateId }))).toBe('mandates.not_found');
    // A helper reads what they did, and nothing of what others did with the person's data.
    expect(await codeOf(as(pia).mandates.partyLog({ mandateId }))).toBe('mandates.not_the_owner');
    await as(henrik).mandates.revoke({ ...key(), mandateId });
    expect(await codeOf(as(pia).mandates.acts({ mandateId }))).toBe('mandates.not_active');
    expect(await told(pia)).toContain('mandate_ended');
  });

  it('of a business: its owner reads who saw its data, an employee does not', async () => {
    const { as, henrik, eve, business, offer, accept, submit, claim, open: look } = await openOffer();
    const { code, mandateId } = await offer(henrik);
    await accept(eve, code);
    const { caseId } = await submit(eve, mandateId);
    const karin = { ...staffActor('caseworker'), officeId: 'gewerbebehoerde' };
    await claim(karin, caseId);
    await look(karin, caseId);
    const { entries, subject } = await as(henrik).mandates.partyLog({ mandateId: business });
    expect(subject).not.toBe(henrik.accountId);
    expect(entries.map(({ officeId }) => officeId)).toEqual(
      expect.arrayContaining([`mandate:${mandateId}`, 'gewerbebehoerde']),
    );
    expect(await codeOf(as(eve).mandates.partyLog({ mandateId }))).toBe('mandates.not_the_owner');
    expect(await codeOf(as(eve).mandates.partyLog({ mandateId: business }))).toBe('mandates.not_found');
    expect((await as(henrik).account.accessLog({})).entries).toEqual([]);
  });
});
