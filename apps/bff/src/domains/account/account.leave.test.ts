import { type CitizenActor, type Day, newId, toInstant } from '@jena/shared/kernel';
import { getTableName, is, Table } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { browserSubscription } from '../../adapters/push/recording.testkit.ts';
import { KeyGone } from '../../platform/crypto/keys.ts';
import type { Store } from '../../platform/db/store.ts';
import { planDaily } from '../../platform/platform.jobs.ts';
import { citizenActor, staffActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { codeOf, newKey } from '../../testing/product.ts';
import { application, openOffice } from '../cases/cases.testing.ts';
import { openCitizenSession } from '../identity/identity.sessions.ts';
import { createMandatesStore } from '../mandates/mandates.store.ts';

const jonas = staffActor('caseworker');
const key = () => ({ idempotencyKey: newKey() });

/** Where the random number of an erased person may still stand: what happened, and that they were here once. */
const mayRemember = new Set([
  'platform_event',
  'platform_key',
  // Forgotten by itself after 30 days.
  'platform_reply',
  'platform_job',
]);

/** Tables in which a text occurs, whatever the column. */
async function tablesWith(store: Store, text: string): Promise<string[]> {
  const found: string[] = [];
  for (const table of Object.values(store.tables)) {
    if (!is(table, Table)) continue;
    // biome-ignore lint/suspicious/noExplicitAny: every table of either dialect
    const rows: object[] = await store.read.select().from(table as any);
    if (rows.some((row) => JSON.stringify(row).includes(text))) found.push(getTableName(table));
  }
  return found.sort();
}

describeOnBothDialects('a person who leaves', (open) => {
  async function openHouse() {
    const office = await openOffice(await open());
    const { store, clock, deps, as } = office;
    const { login, vault, account } = deps.domains;
    const at = () => toInstant(clock.now());
    const newPerson = async (): Promise<CitizenActor & { token: string }> => {
      const actor = citizenActor();
      const { accountId } = actor;
      const token = await store.transaction(async (tx) => {
        await login.identity.addAccount(tx, { id: accountId, subjectHash: accountId, at: at() });
        await deps.keys.create(tx, accountId);
        return openCitizenSession(login, tx, { accountId, levelOfAssurance: 'high', method: 'eid' });
      });
      return { ...actor, token };
    };
    const decided = async (actor: CitizenActor) => {
      const caseId = await office.submitted(actor);
      await office.claim(jonas, caseId);
      await office.request(jonas, caseId);
      await office.answer(actor, caseId);
      const documentId = await office.photo(actor.accountId);
      const purpose = 'Damit Sie die Miete sehen.';
      await as(actor).cases.shareDocument({ ...key(), caseId, documentId, purpose });
      await office.reject(jonas, caseId, 'Die Wohnung liegt nicht in Jena.');
      await deps.jobs.drain();
      return caseId;
    };
    const leave = (actor: CitizenActor) => as(actor).account.erase({ ...key(), understood: true });
    return { ...office, deps, vault, account, newPerson, decided, leave, at };
  }

  it('leaves nothing behind that leads to them', async () => {
    const { newPerson, decided, leave, submitted, photo, as, store, deps, at } = await openHouse();
    const lena = await newPerson();
    await decided(lena);
    await submitted(lena);
    const documentId = await photo(lena.accountId);
    await as(lena).account.requestExport(key());
    await store.transaction((tx) =>
      deps.domains.account.account.accounts.saveClaim(tx, {
        accountId: lena.accountId,
        kind: 'residence',
        sealed: Buffer.from('x'),
        verifiedAt: at(),
      }),
    );
    await as(lena).account.setLanguage({ ...key(), language: 'en' });
    await as(lena).notifications.subscribe({
      ...key(),
      subscription: browserSubscription('phone'),
      language: 'de',
      topics: ['cases'],
    });
    expect(await tablesWith(store, lena.accountId)).toEqual(
      expect.arrayContaining([
        'account_claim',
        'account_export',
        'account_profile',
        'cases_case',
        'identity_session',
        'vault_document',
      ]),
    );
    await leave(lena);
    expect((await tablesWith(store, lena.accountId)).filter((name) => !mayRemember.has(name))).toEqual([]);
    await expect(deps.keys.of(store.read, lena.accountId)).rejects.toThrow(KeyGone);
    expect(await tablesWith(store, documentId)).not.toContain('vault_document');
    const asked = new Request('http://localhost/', { headers: { cookie: `jena=${lena.token}` } });
    expect((await deps.authenticate(asked)).kind).toBe('anonymous');
  });

  it('is told before what goes and what stays, until when', async () => {
    const { newPerson, decided, submitted, as } = await openHouse();
    const lena = await newPerson();
    const closed = await decided(lena);
    const running = await submitted(lena);
    const { cases, documents } = await as(lena).account.leaving();
    expect(Object.fromEntries(cases.map(({ id, keptUntil }) => [id, keptUntil]))).toEqual({
      [closed]: '2036-12-31',
      [running]: null,
    });
    expect(documents).toBeGreaterThan(0);
  });

  it('leaves decided cases to the office, with their papers, for as long as it must keep them', async () => {
    const { newPerson, decided, submitted, leave, open: look, as, store, clock, deps } = await openHouse();
    const lena = await newPerson();
    const closed = await decided(lena);
    const running = await submitted(lena);
    const before = await look(jonas, closed);
    await leave(lena);
    expect(await codeOf(look(jonas, running))).toContain('cases.not_found');
    const after = await look(jonas, closed);
    expect({ ...after, timeline: [] }).toEqual({ ...before, timeline: [] });
    expect(after.documents.length).toBeGreaterThan(1);
    expect((await as(jonas).cases.staff.queue({ queue: 'done' })).rows.map(({ id }) => id)).toEqual([closed]);

    const row = await deps.domains.caseDeps.cases.byId(store.read, closed);
    clock.set('2036-12-31T12:00:00.000Z');
    await store.transaction((tx) => planDaily(tx, store, clock, 'cases.forget_kept'));
    await deps.jobs.drain();
    expect(await codeOf(look(jonas, closed))).toBe('no error');
    clock.set('2037-01-01T02:00:00.000Z');
    await deps.jobs.drain();
    expect(await codeOf(look(jonas, closed))).toContain('cases.not_found');
    await expect(deps.keys.of(store.read, row?.ownerId ?? '')).rejects.toThrow(KeyGone);
    expect(await tablesWith(store, row?.ownerId ?? '-')).not.toContain('vault_document');
  });

  it('waits a moment while the document of an approved case is being written', async () => {
    const { newPerson, submitted, claim, approve, leave, deps, as } = await openHouse();
    const lena = await newPerson();
    const caseId = await submitted(lena);
    await claim(jonas, caseId);
    await approve(jonas, caseId);
    expect(await codeOf(leave(lena))).toContain('account.erasure_waits');
    expect((await as(lena).cases.mine()).cases).toHaveLength(1);
    await deps.jobs.drain();
    await leave(lena);
  });

  it('needs the card, and takes nobody else along', async () => {
    const { newPerson, decided, leave, as, deps, store } = await openHouse();
    const [lena, erika] = [await newPerson(), await newPerson()];
    await decided(erika);
    const weak = { ...lena, levelOfAssurance: 'substantial' as const };
    expect(await codeOf(leave(weak))).toContain('identity.level_too_low');
    await leave(lena);
    expect((await as(erika).cases.mine()).cases).toHaveLength(1);
    await deps.keys.of(store.read, erika.accountId);
  });

  it('is somebody new when they come back', async () => {
    const { newPerson, leave, deps, store, at } = await openHouse();
    const lena = await newPerson();
    await leave(lena);
    const { identity } = deps.domains.login;
    expect(await identity.accountBySubject(store.read, lena.accountId)).toBeUndefined();
    const id = newId<'account'>() as typeof lena.accountId;
    await store.transaction((tx) => identity.addAccount(tx, { id, subjectHash: lena.accountId, at: at() }));
    expect(await identity.accountBySubject(store.read, lena.accountId)).toBe(id);
  });

  it('takes a child along for whom nobody else acts, and leaves papers with cases of others', async () => {
    const { newPerson, leave, as, store, deps, ...office } = await openHouse();
    const [lena, erika] = [await newPerson(), await newPerson()];
    const child = {
      givenNames: 'Ada',
      familyName: 'Okonkwo',
      birthDate: '2019-03-04' as Day,
      birthPlace: 'Jena',
    };
    const { mandateId } = await as(lena).mandates.declareChild({ ...key(), ...child });
    const form = await application(office, lena);
    const { caseId } = await as(lena).cases.submit({ ...form, onBehalfOf: mandateId });
    await office.claim(jonas, caseId);
    await office.reject(jonas, caseId, 'Die Wohnung liegt nicht in Jena.');
    await deps.jobs.drain();
    const before = await office.open(jonas, caseId);
    const helping = newId<'mandate'>();
    await store.transaction((tx) =>
      createMandatesStore(store.tables).addMandate(tx, {
        id: helping,
        kind: 'power_of_attorney',
        state: 'active',
        representedId: erika.accountId,
        holderId: lena.accountId,
        services: null,
        fromDay: '2026-11-01' as Day,
        untilDay: null,
        confirmedAt: office.at(),
        createdAt: office.at(),
        updatedAt: office.at(),
      }),
    );
    const other = await as(lena).cases.submit({
      ...(await application(office, lena)),
      onBehalfOf: helping,
    });
    const row = await deps.domains.caseDeps.cases.byId(store.read, caseId);
    expect((await as(lena).account.leaving()).cases.map(({ id }) => id)).toEqual([caseId]);
    await leave(lena);
    for (const gone of [lena.accountId, row?.ownerId ?? '-']) {
      expect((await tablesWith(store, gone)).filter((name) => !mayRemember.has(name))).toEqual([]);
      await expect(deps.keys.of(store.read, gone)).rejects.toThrow(KeyGone);
    }
    const after = await office.open(jonas, caseId);
    expect(after.documents).toEqual(before.documents);
    expect(after.answers).toEqual(before.answers);
    const theirs = await as(erika).cases.detail({ caseId: other.caseId });
    expect(theirs.documents).toHaveLength(1);
    expect(theirs.representation).toBeNull();
  });
});
