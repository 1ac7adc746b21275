import { newId, toInstant } from '@jena/shared/kernel';
import { staffActor } from '../platform/testing/context.ts';
import { newKey } from '../testing/product.ts';
import type { Call, Town } from './authorisation.testing.ts';

const key = () => ({ idempotencyKey: newKey() });
const operator = (town: Town) => town.operator;
const rule = { rule: 'hund-anmelden', version: 1 };

/** A rule that was tried, and that another operator wants to switch on. */
async function asked(town: Town) {
  const another = town.as(staffActor('operator'));
  await tried(town);
  await another.automation.askOn({ ...key(), ...rule, reason: 'Die Probe ist gut.' });
  const [ask] = (await another.automation.overview()).rules.flatMap(({ asks }) => asks);
  return { ...key(), ...rule, askId: ask?.id };
}

async function tried(town: Town) {
  await town.as(staffActor('operator')).automation.simulate({ ...key(), ...rule });
  await town.deps.jobs.drain();
}

/** A case on its way to another system. */
async function transfer({ store, clock, ids }: Town) {
  const id = newId<'transfer'>();
  await store.transaction(async (tx) => {
    await tx.insert(store.tables.handoverTransfers).values({
      id,
      caseId: newId<'case'>(),
      reference: ids.reference,
      service: 'sperrmuell',
      destination: 'entsorgung',
      state: 'dead',
      attempts: 3,
      attachments: {},
      since: toInstant(clock.now()),
    });
  });
  return { ...key(), transferId: id };
}

/** How the procedures of automation and of the hand-over are called rightly. */
export const automationCalls: Readonly<Record<string, Call>> = {
  'handover.overview': { by: operator, input: () => ({}) },
  'handover.retry': { by: operator, input: transfer },
  'automation.overview': { by: operator, input: () => ({}) },
  'automation.simulate': { by: operator, input: () => ({ ...key(), ...rule }) },
  'automation.askOn': {
    by: operator,
    async input(town) {
      await tried(town);
      return { ...key(), ...rule, reason: 'Die Probe ist gut.' };
    },
  },
  'automation.confirmOn': { by: operator, input: asked },
  'automation.dropOn': { by: operator, input: asked },
  'automation.switchOff': { by: operator, input: () => ({ ...key(), ...rule }) },
  'automation.wantPerson': {
    by: ({ owner }) => owner,
    input: ({ ids }) => ({ ...key(), caseId: ids.caseId }),
  },
};
