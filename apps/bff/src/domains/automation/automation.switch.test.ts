import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { citizenActor, staffActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { codeOf, newKey } from '../../testing/product.ts';
import { openHouse, personOf } from './automation.testing.ts';

const key = () => ({ idempotencyKey: newKey() });
const dog = personOf('hund-anmelden', /^a young dog/);
const shelterDog = personOf('hund-anmelden', /^the second dog/);

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
    const rejected = await decide(
      1,
      { ...dog, answers: { ...dog.answers, familienname: 'Anders' } },
      'reject',
    );
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
