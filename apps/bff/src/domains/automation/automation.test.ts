import { expect, it } from 'vitest';
import { citizenActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { codeOf, newKey } from '../../testing/product.ts';
import { openHouse, personOf } from './automation.testing.ts';

const key = () => ({ idempotencyKey: newKey() });
const dog = personOf('hund-anmelden', /^a young dog/);
const shelterDog = personOf('hund-anmelden', /^the second dog/);
const permit = personOf('bewohnerparkausweis', /^a new permit/);
const certificate = personOf('meldebescheinigung', /^a simple/);

const home = (answers: typeof permit.answers, change: object = {}) => ({
  status: 'found' as const,
  hasMovedAway: false,
  homes: [
    {
      street: String(answers['strasse']),
      houseNumber: String(answers['hausnummer']),
      postcode: String(answers['plz']),
      town: 'Jena',
      isMain: true,
      ...change,
    },
  ],
});

describeOnBothDialects('a rule that is switched on', (open) => {
  it('settles a simple case without hands: approved, explained, and the document is there', async () => {
    const house = await openHouse(await open());
    const lena = citizenActor();
    await house.switchOn('hund-anmelden');
    const caseId = await house.apply(lena, 'hund-anmelden', dog);
    await house.drain();
    const detail = await house.detailOf(lena, caseId);
    expect(detail.timeline.map(({ type }) => type)).toEqual(['submitted', 'approved', 'delivered']);
    expect(detail.timeline[1]).toMatchObject({
      by: { kind: 'system' },
      automatic: {
        rule: 'hund-anmelden',
        version: 1,
        do: 'approve',
        law: { ref: expect.stringContaining('Hundesteuersatzung') },
        lines: expect.arrayContaining([
          { says: expect.objectContaining({ de: 'Eine Ermäßigung ist nicht beantragt.' }), result: 'holds' },
        ]),
      },
    });
    expect(detail.documents.some(({ issuedByCity }) => issuedByCity)).toBe(true);
    const { messages } = await house.as(lena).notifications.inbox({});
    expect(messages.map(({ type }) => type).sort()).toEqual([
      'case_approved',
      'case_delivered',
      'case_submitted',
    ]);
    const { entries } = await house.as(lena).account.accessLog({});
    expect(entries.map(({ act, officeId }) => ({ act, officeId }))).toEqual([
      { act: 'automation.checked', officeId: 'gemeindesteuern' },
    ]);
    expect((await house.ruleOf('hund-anmelden')).runs).toMatchObject({ approve: 1 });
  });

  it('never approves what may be asked for twice, says so to its owner, and tells nobody of others', async () => {
    const house = await openHouse(await open());
    const [lena, stranger] = [citizenActor(), citizenActor()];
    await house.switchOn('hund-anmelden');
    await house.apply(lena, 'hund-anmelden', dog);
    const again = await house.apply(lena, 'hund-anmelden', dog);
    const elsewhere = await house.apply(stranger, 'hund-anmelden', dog);
    await house.drain();
    for (const [who, caseId, reason] of [
      [lena, again, 'looks_repeated'],
      [stranger, elsewhere, 'needs_look'],
    ] as const) {
      const { timeline, state } = await house.detailOf(who, caseId);
      expect(state).toBe('submitted');
      expect(timeline.map(({ type }) => type)).toEqual(['submitted', 'prechecked']);
      expect(timeline[1]?.automatic).toMatchObject({ do: 'person', reason });
    }
  });

  it('asks for a paper that does not fit, and goes on when the right one came', async () => {
    const house = await openHouse(await open());
    const lena = citizenActor();
    await house.switchOn('hund-anmelden');
    const wrong = await house.photo(lena.accountId);
    await house.calls(lena, wrong, 'income_proof');
    const caseId = await house.apply(lena, 'hund-anmelden', dog, wrong);
    await house.drain();
    const { state, evidenceRequests } = await house.detailOf(lena, caseId);
    expect(state).toBe('evidence_requested');
    const [request] = evidenceRequests;
    expect(request).toMatchObject({ field: 'impfpass', reason: expect.stringContaining('andere Unterlage') });
    const right = await house.photo(lena.accountId);
    await house.calls(lena, right, 'vaccination_record');
    await house.as(lena).cases.addEvidence({
      ...key(),
      caseId,
      evidenceRequestId: request?.id as never,
      documentIds: [right],
    });
    await house.drain();
    expect(await house.stepsOf(lena, caseId)).toEqual([
      'submitted',
      'evidence_requested',
      'evidence_added',
      'approved',
      'delivered',
    ]);
  });

  it('routes the special to a person, in their queue, with the reason for both', async () => {
    const house = await openHouse(await open());
    const lena = citizenActor();
    const birgit = house.caseworkerOf('gemeindesteuern');
    await house.switchOn('hund-anmelden');
    const caseId = await house.apply(lena, 'hund-anmelden', shelterDog);
    await house.drain();
    const { timeline, state } = await house.detailOf(lena, caseId);
    expect(state).toBe('submitted');
    const says = { de: 'Eine Ermäßigung prüft eine Person.', en: expect.any(String) };
    expect(timeline.at(-1)).toMatchObject({ type: 'prechecked', automatic: { do: 'person', says } });
    const { rows } = await house.as(birgit).cases.staff.queue({ queue: 'new' });
    expect(rows.map(({ id }) => id)).toEqual([caseId]);
    const seen = await house.as(birgit).cases.staff.open({ caseId });
    expect(seen.timeline.at(-1)).toMatchObject({ automatic: { do: 'person', says } });
  });

  it('only prepares where the law leaves the decision to a person', async () => {
    const house = await openHouse(await open());
    const lena = citizenActor();
    await house.switchOn('bewohnerparkausweis');
    house.register.answer = home(permit.answers);
    const caseId = await house.apply(lena, 'bewohnerparkausweis', permit);
    await house.drain();
    const { state, timeline } = await house.detailOf(lena, caseId);
    expect(state).toBe('submitted');
    expect(timeline.at(-1)).toMatchObject({
      type: 'prechecked',
      automatic: { do: 'prepared', reason: null },
    });
    expect(house.register.asked).toHaveLength(1);
  });

  it.each([
    ['is registered elsewhere', { street: 'Anderswo' }, 'anschrift'],
    ['has only a second home there', { isMain: false }, 'hauptwohnung'],
  ])('leaves somebody who %s to a person', async (_what, change, check) => {
    const house = await openHouse(await open());
    const lena = citizenActor();
    await house.switchOn('bewohnerparkausweis');
    house.register.answer = home(permit.answers, change);
    const caseId = await house.apply(lena, 'bewohnerparkausweis', permit);
    await house.drain();
    const { automatic } = (await house.detailOf(lena, caseId)).timeline.at(-1) ?? {};
    expect(automatic).toMatchObject({ do: 'person', reason: null });
    expect(automatic?.lines.at(-1)).toMatchObject({ result: 'fails' });
    expect(automatic?.says).toEqual(
      (await house.ruleOf('bewohnerparkausweis')).checks.find(({ id }) => id === check)?.fails,
    );
  });

  it('waits for a register that is away for a moment, and calls a person when it stays away', async () => {
    const house = await openHouse(await open());
    const lena = citizenActor();
    await house.switchOn('bewohnerparkausweis');
    house.register.isDown = true;
    const caseId = await house.apply(lena, 'bewohnerparkausweis', permit);
    await house.drain();
    expect(await house.stepsOf(lena, caseId)).toEqual(['submitted']);
    for (let tries = 1; tries < 3; tries += 1) {
      house.clock.advance(60_000);
      await house.drain();
    }
    expect(house.register.asked).toHaveLength(3);
    const { state, timeline } = await house.detailOf(lena, caseId);
    expect(state).toBe('submitted');
    expect(timeline.at(-1)).toMatchObject({
      type: 'prechecked',
      automatic: { do: 'person', reason: 'register_down', lines: expect.arrayContaining([]) },
    });
  });

  it('makes no certificate for somebody who is not who the card says', async () => {
    const house = await openHouse(await open());
    const moritz = citizenActor();
    await house.switchOn('meldebescheinigung');
    house.register.answer = home(certificate.answers);
    const unknown = await house.apply(moritz, 'meldebescheinigung', certificate);
    await house.drain();
    expect((await house.detailOf(moritz, unknown)).timeline.at(-1)).toMatchObject({
      type: 'prechecked',
      automatic: { do: 'person' },
    });
    expect(house.register.asked).toEqual([]);
  });

  it('leaves a case alone that somebody took, and acts once however often its job runs', async () => {
    const house = await openHouse(await open());
    const lena = citizenActor();
    const birgit = house.caseworkerOf('gemeindesteuern');
    await house.switchOn('hund-anmelden');
    const taken = await house.apply(lena, 'hund-anmelden', dog);
    await house.as(birgit).cases.staff.claim({ ...key(), caseId: taken });
    await house.drain();
    expect(await house.stepsOf(lena, taken)).toEqual(['submitted', 'claimed']);

    const special = await house.apply(lena, 'hund-anmelden', shelterDog);
    await house.drain();
    const { platformJobs } = house.store.tables;
    await house.store.transaction(async (tx) => {
      await tx.update(platformJobs).set({ state: 'waiting' });
    });
    await house.drain();
    expect(await house.stepsOf(lena, special)).toEqual(['submitted', 'prechecked']);
  });
});

describeOnBothDialects('a person who wants a human', (open) => {
  it('gets one: the rule lets go, also of what it asked for, and the case stands in the queue', async () => {
    const house = await openHouse(await open());
    const lena = citizenActor();
    const birgit = house.caseworkerOf('gemeindesteuern');
    await house.switchOn('hund-anmelden');
    const wrong = await house.photo(lena.accountId);
    await house.calls(lena, wrong, 'income_proof');
    const caseId = await house.apply(lena, 'hund-anmelden', dog, wrong);
    await house.drain();
    expect((await house.detailOf(lena, caseId)).mayWantPerson).toBe(true);
    await house.as(lena).automation.wantPerson({ ...key(), caseId });
    await house.drain();
    const detail = await house.detailOf(lena, caseId);
    expect(detail).toMatchObject({ state: 'in_review', mayWantPerson: false });
    expect(detail.evidenceRequests.every(({ answeredAt }) => answeredAt !== null)).toBe(true);
    expect(detail.timeline.at(-1)).toMatchObject({ type: 'person_wanted', by: { kind: 'citizen' } });
    const { rows } = await house.as(birgit).cases.staff.queue({ queue: 'new' });
    expect(rows.map(({ id }) => id)).toEqual([caseId]);
    await house.as(birgit).cases.staff.claim({ ...key(), caseId });
    expect(await codeOf(house.as(lena).automation.wantPerson({ ...key(), caseId }))).toBe(
      'automation.person_has_it',
    );
  });

  it('is heard before the rule began', async () => {
    const house = await openHouse(await open());
    const lena = citizenActor();
    await house.switchOn('hund-anmelden');
    const caseId = await house.apply(lena, 'hund-anmelden', dog);
    await house.as(lena).automation.wantPerson({ ...key(), caseId });
    await house.drain();
    expect(await house.stepsOf(lena, caseId)).toEqual(['submitted', 'person_wanted', 'prechecked']);
  });

  it('cannot speak for somebody else', async () => {
    const house = await openHouse(await open());
    const caseId = await house.apply(citizenActor(), 'hund-anmelden', dog);
    expect(await codeOf(house.as(citizenActor()).automation.wantPerson({ ...key(), caseId }))).toBe(
      'cases.not_found',
    );
  });
});
