import type { CitizenActor, Day, MandateId } from '@jena/shared/kernel';
import { newId } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { collectBytes } from '../../platform/testing/bytes.ts';
import { citizenActor, staffActor } from '../../platform/testing/context.ts';
import { textOf } from '../../platform/testing/pdf.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { codeOf, newKey } from '../../testing/product.ts';
import { application, elsewhere, openOffice } from '../cases/cases.testing.ts';
import { readFile } from '../vault/vault.documents.ts';
import { createMandatesStore, type MandateRow } from './mandates.store.ts';

const ada = { givenNames: 'Ada', familyName: 'Okonkwo', birthDate: '2019-03-04' as Day, birthPlace: 'Jena' };
const key = () => ({ idempotencyKey: newKey() });

describeOnBothDialects('acting for another', (open) => {
  async function openFamily() {
    const office = await openOffice(await open());
    const lena = citizenActor();
    const { as, deps, store } = office;
    await store.transaction((tx) =>
      deps.domains.account.saveCard(tx, {
        accountId: lena.accountId,
        at: '2026-11-23T08:00:00.000Z' as never,
        card: {
          familyName: 'OKONKWO',
          givenNames: 'LENA',
          birthName: null,
          academicTitle: null,
          birthDate: '1990-01-01',
          birthPlace: null,
          nationality: null,
          documentType: null,
          validUntil: null,
          address: null,
        },
      }),
    );
    const { mandateId } = await as(lena).mandates.declareChild({ ...key(), ...ada });
    const submit = async (onBehalfOf: MandateId | null = mandateId, who: CitizenActor = lena) =>
      as(who).cases.submit({ ...(await application(office, who)), onBehalfOf });
    const get = (who: CitizenActor, documentId: string | undefined) =>
      office.deps.domains.vault.mayReadInCase(store.read, who, documentId as never);
    /** A mandate as an invitation would leave it. */
    const given = async (to: CitizenActor, changes: Partial<MandateRow>) => {
      const id = newId<'mandate'>();
      const at = '2026-11-23T08:00:00.000Z' as never;
      const row = {
        id,
        kind: 'power_of_attorney' as const,
        state: 'active' as const,
        representedId: lena.accountId,
        holderId: to.accountId,
        services: null,
        fromDay: '2026-11-01' as Day,
        untilDay: null,
        confirmedAt: at,
        createdAt: at,
        updatedAt: at,
        ...changes,
      };
      await store.transaction((tx) => createMandatesStore(store.tables).addMandate(tx, row));
      return id;
    };
    return { ...office, lena, mandateId, submit, get, given };
  }

  it('makes the case that of the child, and says on both sides who acted for whom', async () => {
    const { as, lena, mandateId, submit, inboxOf, store, claim, open: look } = await openFamily();
    const { caseId } = await submit();
    const [row] = await store.read.select().from(store.tables.cases);
    expect(row).toMatchObject({ submittedBy: lena.accountId, mandateId });
    expect(row?.ownerId).not.toBe(lena.accountId);

    const party = { kind: 'child', name: 'Ada Okonkwo' };
    expect((await as(lena).cases.mine({})).cases).toMatchObject([{ id: caseId, forWhom: party }]);
    const detail = await as(lena).cases.detail({ caseId });
    expect(detail).toMatchObject({
      forWhom: party,
      representation: { kind: 'custody', party: 'Ada Okonkwo', isYou: true, isConfirmed: false },
    });
    const by = { kind: 'representative', name: 'Lena Okonkwo', isYou: true, party: 'Ada Okonkwo' };
    expect(detail.timeline).toMatchObject([{ type: 'submitted', by }]);
    expect(detail.documents).toHaveLength(1);
    expect(await inboxOf(lena)).toEqual(['case_submitted']);

    const caseworker = staffActor('caseworker');
    await claim(caseworker, caseId);
    expect(await look(caseworker, caseId)).toMatchObject({
      forWhom: null,
      bundle: null,
      representation: { holder: 'Lena Okonkwo', party: 'Ada Okonkwo', isYou: false, isConfirmed: false },
      timeline: [{ by: { ...by, isYou: false } }, { by: { kind: 'office' } }],
    });
  });

  it('brings papers from the vault of who acts, and what the city issues into that of the child', async () => {
    const { as, lena, submit, claim, request, answer, approve, deps, store, get, inboxOf } =
      await openFamily();
    const { caseId } = await submit();
    const caseworker = staffActor('caseworker');
    await claim(caseworker, caseId);
    await request(caseworker, caseId);
    await answer(lena, caseId);
    await approve(caseworker, caseId);
    await deps.jobs.drain();
    const { documents, state, timeline } = await as(lena).cases.detail({ caseId });
    expect(state).toBe('delivered');
    expect(timeline.map((event) => [event.type, event.by.kind])).toContainEqual([
      'evidence_added',
      'representative',
    ]);
    const owners = await store.read.select().from(store.tables.vaultDocuments);
    const issued = documents.find((document) => document.issuedByCity);
    expect(documents.filter((document) => !document.issuedByCity)).toHaveLength(2);
    expect(owners.filter(({ ownerId }) => ownerId === lena.accountId)).toHaveLength(2);
    expect(owners.find(({ id }) => id === issued?.documentId)?.ownerId).not.toBe(lena.accountId);
    expect(await get(lena, issued?.documentId)).toBe(true);
    expect(await get(citizenActor(), issued?.documentId)).toBe(false);
    expect(await inboxOf(lena)).toContain('case_delivered');
    for (const { documentId } of documents)
      expect(await deps.domains.vault.mayStaffRead(store.read, caseworker, documentId)).toMatchObject({
        allowed: true,
        ownerId: owners.find(({ id }) => id === documentId)?.ownerId,
      });
  });

  it('is written on what the city issues: who applied for whom, and why they may', async () => {
    const { submit, claim, approve, deps, store } = await openFamily();
    const { caseId } = await submit();
    const caseworker = staffActor('caseworker');
    await claim(caseworker, caseId);
    await approve(caseworker, caseId);
    await deps.jobs.drain();
    const { vault } = deps.domains;
    const issued = (await store.read.select().from(store.tables.vaultDocuments)).find((d) => d.issuedByCity);
    const row = issued && (await vault.documents.byId(store.read, issued.id));
    if (!row) throw new Error('nothing was issued');
    const text = textOf(await collectBytes(await readFile(vault, row, 'vault')));
    expect(text).toContain('Beantragt von');
    expect(text.replaceAll('\n', '')).toContain(
      'Lena Okonkwo für Ada Okonkwo, als sorgeberechtigter Elternteil',
    );
  });

  it('is confirmed by the caseworker who has the case in hand, once, and nobody else', async () => {
    const { as, lena, submit, claim, open: look } = await openFamily();
    const { caseId } = await submit();
    const [caseworker, colleague] = [staffActor('caseworker'), staffActor('caseworker')];
    const confirm = (who = caseworker) => codeOf(as(who).mandates.staff.confirm({ ...key(), caseId }));
    expect(await confirm()).toBe('mandates.not_found');
    await claim(caseworker, caseId);
    expect(await confirm(colleague)).toBe('mandates.not_found');
    expect(await confirm(elsewhere())).toBe('mandates.not_found');
    expect((await look(caseworker, caseId)).allowed).toContain('confirmMandate');
    expect(await confirm()).toBe('no error');
    expect(await confirm()).toBe('mandates.not_in_state');
    const after = await look(caseworker, caseId);
    expect(after.allowed).not.toContain('confirmMandate');
    expect(after.representation?.isConfirmed).toBe(true);
    expect((await as(lena).mandates.mine({})).held).toMatchObject([{ state: 'active' }]);
  });

  it('ends with the mandate, in the same moment and in everything', async () => {
    const { as, lena, mandateId, submit, claim, request, get, inboxOf, stateOf } = await openFamily();
    const { caseId } = await submit();
    const caseworker = staffActor('caseworker');
    await claim(caseworker, caseId);
    await request(caseworker, caseId);
    const { evidenceRequests, documents } = await as(lena).cases.detail({ caseId });
    const evidence = {
      ...key(),
      caseId,
      evidenceRequestId: evidenceRequests[0]?.id as never,
      documentIds: documents.map(({ documentId }) => documentId),
    };
    const told = await inboxOf(lena);
    await as(lena).mandates.revoke({ ...key(), mandateId });
    expect(await codeOf(submit())).toBe('mandates.not_active');
    expect(await codeOf(as(lena).cases.detail({ caseId }))).toBe('cases.not_found');
    expect(await codeOf(as(lena).cases.addEvidence(evidence))).toBe('cases.not_found');
    expect(await codeOf(as(lena).mandates.party({ mandateId }))).toBe('mandates.not_active');
    expect((await as(lena).cases.mine({})).cases).toEqual([]);
    expect((await as(lena).mandates.mine({})).held).toEqual([]);
    expect(await get(lena, documents[0]?.documentId)).toBe(false);
    expect(await codeOf(as(lena).mandates.revoke({ ...key(), mandateId }))).toBe('mandates.not_in_state');
    await claim(staffActor('caseworker'), caseId, caseworker.staffId);
    expect(await inboxOf(lena)).toEqual(told);
    expect(await stateOf(caseworker, caseId)).toBe('evidence_requested');
  });

  it('ends on the day on which the child is of age, and begins with none who is', async () => {
    const { as, lena, submit, clock } = await openFamily();
    const declare = (birthDate: string) =>
      as(lena).mandates.declareChild({ ...key(), ...ada, birthDate: birthDate as Day });
    expect(await codeOf(declare('2008-11-23'))).toBe('mandates.not_a_child');
    expect(await codeOf(declare('2026-11-24'))).toBe('mandates.not_a_child');
    const { mandateId } = await declare('2008-11-24');
    const first = await submit(mandateId);
    clock.set('2026-11-24T09:00:00.000Z');
    expect(await codeOf(submit(mandateId))).toBe('mandates.not_active');
    expect(await codeOf(as(lena).cases.detail({ caseId: first.caseId }))).toBe('cases.not_found');
  });

  it('is refused with the mandate of somebody else, and with one that does not exist', async () => {
    const { as, mandateId, submit, lena } = await openFamily();
    const { caseId } = await submit();
    const stranger = citizenActor();
    expect(await codeOf(submit(mandateId, stranger))).toBe('mandates.not_found');
    expect(await codeOf(submit(newId<'mandate'>(), stranger))).toBe('mandates.not_found');
    expect(await codeOf(as(stranger).mandates.revoke({ ...key(), mandateId }))).toBe('mandates.not_found');
    expect(await codeOf(as(stranger).mandates.party({ mandateId }))).toBe('mandates.not_found');
    expect(await codeOf(as(stranger).cases.detail({ caseId }))).toBe('cases.not_found');
    // A case of the mother's own does not become visible through the child, nor the other way round.
    const own = await submit(null);
    expect((await as(lena).cases.detail(own)).representation).toBeNull();
  });

  it('stays within the services and the days of the mandate', async () => {
    const { as, lena, submit, given } = await openFamily();
    const ben = citizenActor();
    const only = await given(ben, { services: ['hund-anmelden'] });
    expect(await codeOf(submit(only, ben))).toBe('mandates.service_not_covered');
    const later = await given(ben, { fromDay: '2026-11-24' as Day });
    expect(await codeOf(submit(later, ben))).toBe('mandates.not_active');
    const over = await given(ben, { untilDay: '2026-11-22' as Day });
    expect(await codeOf(submit(over, ben))).toBe('mandates.not_active');
    const good = await given(ben, { services: ['wohnsitz-anmelden'] });
    // By a power of attorney one sees what was handed in by it, and nothing that the person did alone.
    const alone = await submit(null, lena);
    const { caseId } = await submit(good, ben);
    expect((await as(ben).cases.mine({})).cases.map(({ id }) => id)).toEqual([caseId]);
    expect(await codeOf(as(ben).cases.detail(alone))).toBe('cases.not_found');
    expect((await as(lena).cases.detail({ caseId })).timeline).toMatchObject([
      { by: { kind: 'representative', isYou: false, party: 'Lena Okonkwo' } },
    ]);
    expect((await as(lena).notifications.inbox({})).messages.map(({ caseId: id }) => id)).toContain(caseId);
  });

  it('keeps what is known of a child sealed with the child’s own key, and events without names', async () => {
    const { submit, store, deps } = await openFamily();
    await submit();
    const { tables, read } = store;
    const all = JSON.stringify([
      await read.select().from(tables.mandateParties),
      await read.select().from(tables.mandates),
      await read.select().from(tables.platformEvents),
      await read.select().from(tables.platformReplies),
    ]);
    for (const secret of ['Ada', 'Okonkwo', '2019-03-04']) expect(all).not.toContain(secret);
    const [party] = await read.select().from(tables.mandateParties);
    await store.transaction((tx) => deps.keys.destroy(tx, party?.accountId as never));
    expect(await deps.domains.caseDeps.mandates.party(read, party?.accountId as never)).toEqual({
      kind: 'child',
      name: '',
    });
  });

  it('leaves an event for each step, under the account of the child', async () => {
    const { as, lena, mandateId, store } = await openFamily();
    await as(lena).mandates.revoke({ ...key(), mandateId });
    const [mandate] = await store.read.select().from(store.tables.mandates);
    const events = (await store.read.select().from(store.tables.platformEvents)).filter(
      ({ stream }) => stream === `mandates:${mandateId}`,
    );
    expect(events.map(({ type, actorId, subject }) => [type, actorId, subject])).toEqual([
      ['mandates.declared', lena.accountId, mandate?.representedId],
      ['mandates.revoked', lena.accountId, mandate?.representedId],
    ]);
  });
});
