import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { citizenActor, staffActor } from '../../platform/testing/context.ts';
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

describeOnBothDialects('the switch of a rule', (open) => {
  it('is off at first, and needs a trial and two people', async () => {
    const house = await openHouse(await open());
    const lena = citizenActor();
    const asked = { ...key(), rule: 'hund-anmelden', version: 1, reason: 'Weil es geht.' };
    expect((await house.as(house.tomasz).automation.overview()).rules.every(({ isOn }) => !isOn)).toBe(true);
    const caseId = await house.apply(lena, 'hund-anmelden', dog);
    await house.drain();
    expect(await house.stepsOf(lena, caseId)).toEqual(['submitted']);
    expect(await codeOf(house.as(house.tomasz).automation.askOn(asked))).toBe('automation.not_simulated');
    await house.trial('hund-anmelden');
    await house.as(house.tomasz).automation.askOn({ ...asked, ...key() });
    const [ask] = (await house.ruleOf('hund-anmelden')).asks;
    const confirm = { rule: 'hund-anmelden', version: 1, askId: ask?.id as never };
    expect(await codeOf(house.as(house.tomasz).automation.confirmOn({ ...key(), ...confirm }))).toBe(
      'platform.needs_another',
    );
    expect(
      await codeOf(house.as(house.anke).automation.confirmOn({ ...key(), ...confirm, rule: 'sperrmuell' })),
    ).toBe('platform.ask_not_found');
    await house.as(house.anke).automation.confirmOn({ ...key(), ...confirm });
    expect(await house.ruleOf('hund-anmelden')).toMatchObject({ isOn: true, asks: [] });
  });

  it('is turned off by one, at once', async () => {
    const house = await openHouse(await open());
    const lena = citizenActor();
    await house.switchOn('hund-anmelden');
    const caseId = await house.apply(lena, 'hund-anmelden', dog);
    await house.as(house.anke).automation.switchOff({ ...key(), rule: 'hund-anmelden', version: 1 });
    await house.drain();
    expect(await house.stepsOf(lena, caseId)).toEqual(['submitted']);
  });

  it('counts for one version, and for what that version said when it was first seen', async () => {
    const house = await openHouse(await open());
    await house.switchOn('hund-anmelden');
    const { automationSwitches, automationRules } = house.store.tables;
    await house.store.transaction(async (tx) => {
      await tx.update(automationSwitches).set({ version: 7 });
    });
    expect((await house.ruleOf('hund-anmelden')).isOn).toBe(false);
    await house.store.transaction(async (tx) => {
      await tx.update(automationSwitches).set({ version: 1 });
      const ofDogs = eq(automationRules.rule, 'hund-anmelden');
      const [kept] = await tx.select().from(automationRules).where(ofDogs);
      if (kept)
        await tx
          .update(automationRules)
          .set({ definition: { ...kept.definition, acts: 'check' } })
          .where(ofDogs);
    });
    await house.deps.domains.begin();
    expect(await house.ruleOf('hund-anmelden')).toMatchObject({ isOn: false, isForged: true });
  });

  it('is out of reach for caseworkers', async () => {
    const house = await openHouse(await open());
    const input = { ...key(), rule: 'hund-anmelden', version: 1 };
    expect(await codeOf(house.as(staffActor('caseworker')).automation.switchOff(input))).toMatch(/role/);
  });
});

describeOnBothDialects('a trial', (open) => {
  it('tells what the rule would have done, and where people did something else', async () => {
    const house = await openHouse(await open());
    const birgit = house.caseworkerOf('gemeindesteuern');
    const people = [citizenActor(), citizenActor(), citizenActor(), citizenActor()] as const;
    const decide = async (index: number, told: typeof dog, act: 'approve' | 'reject') => {
      const citizen = people[index] ?? citizenActor();
      const caseId = await house.apply(citizen, 'hund-anmelden', told);
      await house.as(birgit).cases.staff.claim({ ...key(), caseId });
      await house.as(birgit).cases.staff[act]({ ...key(), caseId, note: 'Geprüft.' });
      return (await house.detailOf(citizen, caseId)).reference;
    };
    await decide(0, dog, 'approve');
    const rejected = await decide(1, dog, 'reject');
    await decide(2, shelterDog, 'approve');
    await house.apply(people[3], 'hund-anmelden', dog);
    const result = await house.trial('hund-anmelden');
    expect(result).toMatchObject({
      cases: 3,
      counts: { approve: 2, prepared: 0, ask: 0, person: 1 },
      agrees: 1,
      differs: 1,
      differences: [{ reference: rejected, rule: 'approve', people: 'rejected', asked: false, why: null }],
    });
    expect(result?.finishedAt).not.toBeNull();
    const { entries } = await house.as(people[0]).account.accessLog({});
    expect(entries.map(({ act }) => act)).toContain('automation.simulated');
    const { weeks } = await house.as(house.tomasz).automation.overview();
    expect(weeks).toHaveLength(12);
    expect(weeks.at(-1)).toMatchObject({ automatic: 0, byHand: 3 });
  });

  it('runs once at a time, and changes no case', async () => {
    const house = await openHouse(await open());
    const lena = citizenActor();
    const caseId = await house.apply(lena, 'hund-anmelden', dog);
    const input = { rule: 'hund-anmelden', version: 1 };
    await house.as(house.tomasz).automation.simulate({ ...key(), ...input });
    expect(await codeOf(house.as(house.anke).automation.simulate({ ...key(), ...input }))).toBe(
      'automation.simulation_runs',
    );
    await house.drain();
    expect(await house.stepsOf(lena, caseId)).toEqual(['submitted']);
    expect((await house.ruleOf('hund-anmelden')).simulation).toMatchObject({ cases: 0 });
  });
});
