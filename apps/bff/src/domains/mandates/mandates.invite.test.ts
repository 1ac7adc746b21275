import type { CitizenActor, MandateId } from '@jena/shared/kernel';
import { newId } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { staffActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { codeOf } from '../../testing/product.ts';
import { application } from '../cases/cases.testing.ts';
import { key, openFirm, power, service } from './mandates.testing.ts';

describeOnBothDialects('an invitation to act for others', (open) => {
  it('is taken by its code once, as it is read out, and lets an employee act in the services named', async () => {
    const { as, henrik, pia, eve, offer, accept, submit, held, business } = await openFirm(await open());
    const { code, mandateId } = await offer(henrik);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    expect(await submit(pia, mandateId).then(String, () => 'refused')).toBe('refused');
    await accept(pia, ` ${code.toLowerCase().replaceAll('-', ' ')} `);
    expect(await held(pia)).toMatchObject([
      { kind: 'business', role: 'employee', services: [service], party: { name: 'Saaletal Fahrrad GmbH' } },
    ]);
    expect(await codeOf(accept(eve, code))).toBe('mandates.invitation_unknown');
    expect(await codeOf(accept(pia, code))).toBe('mandates.invitation_unknown');
    expect(await codeOf(as(henrik).mandates.invitation({ mandateId }))).toBe('mandates.not_found');
    const { caseId } = await submit(pia, mandateId);
    // Who owns the business sees what is done for it, and by whom.
    expect((await as(henrik).cases.detail({ caseId })).timeline).toMatchObject([
      { by: { kind: 'representative', isYou: false, party: 'Saaletal Fahrrad GmbH' } },
    ]);
    const { messages } = await as(henrik).notifications.inbox({});
    expect(messages.map(({ type }) => type).toSorted()).toEqual(['case_submitted', 'mandate_accepted']);
    const alone = await submit(henrik, business);
    expect((await as(pia).cases.mine({})).cases.map(({ id }) => id).sort()).toEqual(
      [caseId, alone.caseId].sort(),
    );
  });

  it('is shown to nobody but who gave it, and is stored nowhere', async () => {
    const { as, henrik, pia, eve, offer, accept, store } = await openFirm(await open());
    const first = await offer(henrik);
    const { mandates, platformEvents, platformReplies } = store.tables;
    const { read } = store;
    const all = JSON.stringify([
      await read.select().from(mandates),
      await read.select().from(platformEvents),
      await read.select().from(platformReplies),
    ]);
    for (const secret of [first.code, first.code.replaceAll('-', ''), 'Pia im Büro', 'Saaletal'])
      expect(all).not.toContain(secret);
    await accept(pia, first.code);
    const second = await offer(henrik);
    for (const who of [pia, eve])
      expect(await codeOf(as(who).mandates.invitation({ mandateId: second.mandateId }))).toBe(
        'mandates.not_found',
      );
    const { given } = await as(henrik).mandates.mine({});
    expect(given.toSorted((a, b) => a.state.localeCompare(b.state))).toMatchObject([
      { state: 'active', label: 'Pia im Büro', codeEndsAt: null },
      { state: 'offered', holder: null },
    ]);
  });

  it('gives no employee the rights of an owner', async () => {
    const { as, henrik, pia, eve, business, offer, accept } = await openFirm(await open());
    const first = await offer(henrik);
    await accept(pia, first.code);
    const invite = (who: CitizenActor, id: MandateId) =>
      codeOf(as(who).mandates.invite({ ...key(), business: id, label: 'x', services: null, untilDay: null }));
    expect(await invite(pia, first.mandateId)).toBe('mandates.not_the_owner');
    expect(await invite(pia, business)).toBe('mandates.not_found');
    expect(await invite(eve, business)).toBe('mandates.not_found');
    const other = await offer(henrik);
    await accept(eve, other.code);
    const revoke = (who: CitizenActor, mandateId: MandateId) =>
      codeOf(as(who).mandates.revoke({ ...key(), mandateId }));
    expect(await revoke(pia, other.mandateId)).toBe('mandates.not_found');
    expect(await revoke(pia, business)).toBe('mandates.not_found');
    expect(await revoke(henrik, other.mandateId)).toBe('no error');
    expect(await revoke(pia, first.mandateId)).toBe('no error');
    expect((await as(henrik).mandates.mine({})).given).toEqual([]);
  });

  it('ends with the mandate of the owner who gave it, for those who took it and those who come later', async () => {
    const { as, henrik, pia, eve, business, offer, accept, submit, held } = await openFirm(await open());
    const taken = await offer(henrik);
    await accept(pia, taken.code);
    const waiting = await offer(henrik);
    const { caseId } = await submit(pia, taken.mandateId);
    await as(henrik).mandates.revoke({ ...key(), mandateId: business });
    expect(await codeOf(submit(pia, taken.mandateId))).toBe('mandates.not_active');
    expect(await codeOf(as(pia).cases.detail({ caseId }))).toBe('cases.not_found');
    expect(await held(pia)).toEqual([]);
    expect(await codeOf(accept(eve, waiting.code))).toBe('mandates.invitation_unknown');
  });

  it('runs out after a week, and cannot be taken once it was taken back', async () => {
    const { as, henrik, pia, offer, accept, clock } = await openFirm(await open());
    const back = await offer(henrik);
    await as(henrik).mandates.revoke({ ...key(), mandateId: back.mandateId });
    expect(await codeOf(accept(pia, back.code))).toBe('mandates.invitation_unknown');
    const late = await offer(henrik);
    clock.advance(7 * 86_400_000);
    expect(await codeOf(accept(pia, late.code))).toBe('mandates.invitation_unknown');
    expect((await as(henrik).mandates.mine({})).given).toEqual([]);
  });

  it('cannot be found by trying, nor taken by who gave it or already has it', async () => {
    const { henrik, pia, eve, offer, accept, as } = await openFirm(await open());
    const tries: string[] = [];
    for (let number = 0; number < 12; number++)
      tries.push(await codeOf(accept(eve, `0000-0000-000${number}`)));
    expect(tries.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'mandates.invitation_unknown'));
    expect(tries.at(-1)).toBe('platform.too_many');
    const first = await offer(henrik);
    expect(await codeOf(accept(eve, first.code))).toBe('platform.too_many');
    expect(await codeOf(accept(henrik, first.code))).toBe('mandates.already_held');
    await accept(pia, first.code);
    const second = await offer(henrik);
    expect(await codeOf(accept(pia, second.code))).toBe('mandates.already_held');
    const own = await offer(henrik, power);
    expect(await codeOf(accept(henrik, own.code))).toBe('mandates.invitation_own');
    expect((await as(henrik).mandates.mine({})).held).toHaveLength(1);
  });

  it('of a person names its services and ends within a year; of a business it stays with what businesses need', async () => {
    const { as, henrik, business } = await openFirm(await open());
    const invite = (terms: object) =>
      codeOf(as(henrik).mandates.invite({ ...key(), ...power, label: 'Ben', ...terms } as never));
    expect(await invite({})).toBe('no error');
    expect(await invite({ services: null })).toBe('mandates.terms_not_allowed');
    expect(await invite({ untilDay: null })).toBe('mandates.terms_not_allowed');
    expect(await invite({ untilDay: '2028-01-01' })).toBe('mandates.terms_not_allowed');
    expect(await invite({ untilDay: '2026-11-22' })).toBe('mandates.terms_not_allowed');
    expect(await invite({ services: [service] })).toBe('mandates.terms_not_allowed');
    expect(await invite({ services: ['gibt-es-nicht'] })).toBe('mandates.terms_not_allowed');
    expect(await invite({ business, services: ['wohnsitz-anmelden'] })).toBe('mandates.terms_not_allowed');
    expect(await invite({ business, services: null, untilDay: null })).toBe('no error');
  });

  it('to act for a person shows the helper who that is, and ends when either of them says so', async () => {
    const { as, henrik, pia, offer, accept, held, ...office } = await openFirm(await open());
    const { code, mandateId } = await offer(henrik, power);
    await accept(pia, code);
    expect(await held(pia)).toMatchObject([{ kind: 'power_of_attorney', party: { kind: 'person' } }]);
    expect(await as(pia).mandates.party({ mandateId })).toMatchObject({ kind: 'person', name: null });
    const input = { ...(await application(office, pia)), onBehalfOf: mandateId };
    const { reference } = await as(pia).cases.submit(input);
    // On the access log of whom it was done for, and on nobody else's.
    const { entries } = await as(henrik).account.accessLog({});
    expect(entries).toMatchObject([
      { officeId: `mandate:${mandateId}`, act: 'cases.submitted', caseReference: reference },
    ]);
    expect((await as(pia).account.accessLog({})).entries).toEqual([]);
    await as(henrik).mandates.revoke({ ...key(), mandateId });
    expect(await codeOf(as(pia).mandates.party({ mandateId }))).toBe('mandates.not_active');
  });

  it('needs the card at hand to be given, and no application for people goes through for a business', async () => {
    const { as, henrik, business, submit } = await openFirm(await open());
    const passkey = { ...henrik, levelOfAssurance: 'substantial' as const };
    const terms = { ...key(), ...power, label: 'Ben' };
    expect(await codeOf(as(passkey).mandates.invite(terms))).toBe('identity.level_too_low');
    expect(await codeOf(submit(henrik, business, 'wohnsitz-anmelden'))).toBe('mandates.service_not_covered');
    expect(await codeOf(submit(henrik, newId<'mandate'>()))).toBe('mandates.not_found');
  });

  it('stands on what the office confirmed of the owner', async () => {
    const { as, henrik, pia, offer, accept, submit, claim, held } = await openFirm(await open());
    const { code, mandateId } = await offer(henrik);
    await accept(pia, code);
    const { caseId } = await submit(pia, mandateId);
    const karin = { ...staffActor('caseworker'), officeId: 'gewerbebehoerde' };
    await claim(karin, caseId);
    const look = () => as(karin).cases.staff.open({ caseId });
    expect(await look()).toMatchObject({
      applicant: 'Saaletal Fahrrad GmbH',
      representation: { kind: 'business', isConfirmed: false },
    });
    await as(karin).mandates.staff.confirm({ ...key(), caseId });
    expect((await look()).representation?.isConfirmed).toBe(true);
    expect(await held(henrik)).toMatchObject([{ role: 'owner', state: 'active' }]);
  });
});
