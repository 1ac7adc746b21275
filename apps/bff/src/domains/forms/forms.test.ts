import { type CitizenActor, type DraftId, type MandateId, newId } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { openJson } from '../../platform/crypto/sealing.ts';
import { citizenActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { codeOf, newKey, openProduct } from '../../testing/product.ts';
import { forgetDrafts } from './forms.drafts.ts';
import { draftBody } from './forms.testing.ts';

const key = () => ({ idempotencyKey: newKey() });
const ada = {
  givenNames: 'Ada',
  familyName: 'Okonkwo',
  birthDate: '2019-03-04' as never,
  birthPlace: 'Jena',
};

describeOnBothDialects('a draft in the account', (open) => {
  async function openDesk() {
    const product = await openProduct({ store: await open() });
    const { as, deps } = product;
    const lena = citizenActor();
    const save = (
      draftId: DraftId,
      base: number,
      answers: Record<string, string> = { familienname: 'Okonkwo' },
      more: { by?: CitizenActor; mandateId?: MandateId | null; serviceSlug?: string } = {},
    ) => {
      const { by = lena, mandateId = null, serviceSlug = 'hund-anmelden' } = more;
      const body = draftBody({ answers });
      return as(by).forms.saveDraft({
        ...key(),
        draftId,
        base,
        serviceSlug,
        formVersion: 1,
        mandateId,
        body,
      });
    };
    const close = (draftId: DraftId, why: 'submitted' | 'deleted' = 'submitted', by = lena) =>
      as(by).forms.closeDraft({ ...key(), draftId, why });
    const forget = () => deps.store.transaction((tx) => forgetDrafts(deps.domains.formDeps, tx));
    return { ...product, lena, save, close, forget, id: newId<'draft'>() };
  }

  it('of a bundle lies there as that of a service does, for the person themselves only', async () => {
    const { as, lena, save, id } = await openDesk();
    await save(id, 0, { umzug_art: 'in' }, { serviceSlug: 'umzug' });
    expect((await as(lena).forms.drafts({})).drafts).toMatchObject([{ draftId: id, serviceSlug: 'umzug' }]);
    const forAnother = { serviceSlug: 'umzug', mandateId: newId<'mandate'>() };
    expect(await codeOf(save(newId<'draft'>(), 0, {}, forAnother))).toBe('cases.service_unknown');
  });

  it('is read on another device of the same person as it was written, and lies sealed', async () => {
    const { as, lena, save, id, store, deps } = await openDesk();
    expect(await save(id, 0)).toEqual({ kind: 'saved', revision: 1 });
    expect(await as(lena).forms.draft({ draftId: id })).toMatchObject({
      revision: 1,
      serviceSlug: 'hund-anmelden',
      body: { answers: { familienname: 'Okonkwo' }, page: 'person' },
    });
    const row = await deps.domains.formDeps.drafts.byId(store.read, id);
    expect(Buffer.from(row?.body ?? []).toString('latin1')).not.toContain('Okonkwo');
    const other = await deps.keys.of(store.read, lena.accountId);
    expect(() =>
      openJson(other, `forms_draft.body|${newId<'draft'>()}`, Buffer.from(row?.body ?? [])),
    ).toThrow();
  });

  it('is written over only by whoever has read what is there', async () => {
    const { as, lena, save, id } = await openDesk();
    await save(id, 0);
    expect(await save(id, 1, { familienname: 'Vom Telefon' })).toEqual({ kind: 'saved', revision: 2 });
    expect(await save(id, 1, { familienname: 'Vom Rechner' })).toEqual({ kind: 'changed' });
    expect((await as(lena).forms.draft({ draftId: id })).body.answers).toEqual({
      familienname: 'Vom Telefon',
    });
  });

  it('is written once, however often the phone repeats itself', async () => {
    const { as, lena, id } = await openDesk();
    const input = {
      ...key(),
      ...{ draftId: id, base: 0, serviceSlug: 'hund-anmelden', formVersion: 1, mandateId: null },
      body: draftBody(),
    };
    const first = await as(lena).forms.saveDraft(input);
    expect(await as(lena).forms.saveDraft(input)).toEqual(first);
    expect((await as(lena).forms.drafts({})).drafts).toMatchObject([{ draftId: id, revision: 1 }]);
  });

  it('exists once for each service: a second device that began the same form reads first', async () => {
    const { as, lena, save, id } = await openDesk();
    await save(id, 0);
    expect(await save(newId<'draft'>(), 0)).toEqual({ kind: 'changed' });
    expect((await as(lena).forms.drafts({})).drafts).toHaveLength(1);
  });

  it('is empty once it was handed in or deleted; other devices hear of it and cannot bring it back', async () => {
    const { as, lena, save, close, id, store, deps } = await openDesk();
    await save(id, 0);
    await close(id);
    expect(await as(lena).forms.drafts({})).toEqual({ drafts: [], closed: [id] });
    expect(await codeOf(as(lena).forms.draft({ draftId: id }))).toBe('forms.draft_not_found');
    expect((await deps.domains.formDeps.drafts.byId(store.read, id))?.body).toBeNull();
    expect(await save(id, 1)).toEqual({ kind: 'closed' });
    await close(id);
    expect(await save(newId<'draft'>(), 0)).toEqual({ kind: 'saved', revision: 1 });
  });

  it('is nobody else’s: not to read, to write, to close or to take the id of', async () => {
    const { as, save, close, id } = await openDesk();
    await save(id, 0);
    const eve = citizenActor();
    expect(await as(eve).forms.drafts({})).toEqual({ drafts: [], closed: [] });
    for (const attempt of [
      () => as(eve).forms.draft({ draftId: id }),
      () => save(id, 0, {}, { by: eve }),
      () => save(id, 1, {}, { by: eve }),
      () => close(id, 'deleted', eve),
    ])
      expect(await codeOf(attempt())).toBe('forms.draft_not_found');
  });

  it('cannot be moved to another service', async () => {
    const { save, id } = await openDesk();
    await save(id, 0);
    expect(await codeOf(save(id, 1, {}, { serviceSlug: 'wohnsitz-anmelden' }))).toBe('forms.draft_not_found');
    expect(await codeOf(save(newId<'draft'>(), 0, {}, { serviceSlug: 'gibt-es-nicht' }))).toBe(
      'cases.service_unknown',
    );
  });

  it('for a child lies beside one’s own, and is seen while one may act for the child', async () => {
    const { as, lena, save, id } = await openDesk();
    const { mandateId } = await as(lena).mandates.declareChild({ ...key(), ...ada });
    const serviceSlug = 'wohnsitz-anmelden';
    const forAda = newId<'draft'>();
    await save(id, 0, {}, { serviceSlug });
    expect(await save(forAda, 0, {}, { serviceSlug, mandateId })).toEqual({ kind: 'saved', revision: 1 });
    expect((await as(lena).forms.drafts({})).drafts).toHaveLength(2);

    await as(lena).mandates.revoke({ ...key(), mandateId });
    expect((await as(lena).forms.drafts({})).drafts.map(({ draftId }) => draftId)).toEqual([id]);
    expect(await codeOf(as(lena).forms.draft({ draftId: forAda }))).toBe('forms.draft_not_found');
    expect(await codeOf(save(forAda, 1, {}, { serviceSlug, mandateId }))).toBe('mandates.not_active');
  });

  it('for somebody is refused to whom that mandate does not belong', async () => {
    const { as, lena, save, id } = await openDesk();
    const { mandateId } = await as(lena).mandates.declareChild({ ...key(), ...ada });
    const by = citizenActor();
    expect(await codeOf(save(id, 0, {}, { by, mandateId, serviceSlug: 'wohnsitz-anmelden' }))).toBe(
      'mandates.not_found',
    );
  });

  it('survives months; who comes back after half a year begins anew', async () => {
    const { as, lena, save, forget, id, clock } = await openDesk();
    await save(id, 0);
    clock.advance(150 * 86_400_000);
    expect(await forget()).toBe(0);
    expect((await as(lena).forms.drafts({})).drafts).toHaveLength(1);
    clock.advance(31 * 86_400_000);
    expect(await forget()).toBe(1);
    expect(await as(lena).forms.drafts({})).toEqual({ drafts: [], closed: [id] });
  });

  it('is too long to be kept when no person could have typed it', async () => {
    const { save, id } = await openDesk();
    const answers = Object.fromEntries(Array.from({ length: 80 }, (_, n) => [`f${n}`, 'x'.repeat(3900)]));
    expect(await codeOf(save(id, 0, answers))).toBe('forms.draft_too_large');
  });

  it('goes with the account', async () => {
    const { as, lena, save, id, store, deps } = await openDesk();
    await save(id, 0);
    await as({ ...lena, levelOfAssurance: 'high' }).account.erase({ ...key(), understood: true });
    expect(await deps.domains.formDeps.drafts.byId(store.read, id)).toBeUndefined();
  });
});
