import type { Day } from '@jena/shared/kernel';
import { citizenActor } from '../platform/testing/context.ts';
import { newKey } from '../testing/product.ts';
import type { Call, Town } from './authorisation.testing.ts';

const owner = (town: Town) => town.owner;
const caseworker = (town: Town) => town.caseworker;
const nothing = () => ({});
const key = () => ({ idempotencyKey: newKey() });

export const business = { name: 'Saaletal Fahrrad GmbH' };
export const child = { givenNames: 'Ada', familyName: 'Okonkwo', birthDate: '2019-03-04' as Day };
const power = { label: 'Ben', services: ['wohnsitz-anmelden'], untilDay: '2026-12-24' as Day };

/** What somebody offers to the owner, and its code. */
async function offer({ as }: Town) {
  const giver = as(citizenActor());
  const { mandateId } = await giver.mandates.invite({ ...key(), ...power, business: null });
  return giver.mandates.invitation({ mandateId });
}

/** The same once the owner has brought the code, and has to say yes or no. */
async function offerTaken(town: Town) {
  return town.as(town.owner).mandates.take({ ...key(), code: (await offer(town)).code });
}

/** The right calls about who acts for whom. */
export const mandateCalls: Readonly<Record<string, Call>> = {
  'mandates.accept': { by: owner, input: async (town) => ({ ...key(), ...(await offerTaken(town)) }) },
  'mandates.acts': { by: owner, input: ({ ids }) => ({ mandateId: ids.mandateId }) },
  'mandates.declareBusiness': { by: owner, input: () => ({ ...key(), ...business }) },
  'mandates.declareChild': { by: owner, input: () => ({ ...key(), ...child }) },
  'mandates.invitation': {
    by: owner,
    input: async (town) => town.as(town.owner).mandates.invite({ ...key(), ...power, business: null }),
  },
  'mandates.invite': {
    by: owner,
    input: ({ ids }) => ({
      ...key(),
      business: ids.businessId,
      label: 'Pia',
      services: null,
      untilDay: null,
    }),
  },
  'mandates.mine': { by: owner, input: nothing },
  'mandates.partyLog': { by: owner, input: ({ ids }) => ({ mandateId: ids.mandateId }) },
  'mandates.party': { by: owner, input: ({ ids }) => ({ mandateId: ids.mandateId }) },
  'mandates.refuse': { by: owner, input: async (town) => ({ ...key(), ...(await offerTaken(town)) }) },
  'mandates.revoke': { by: owner, input: ({ ids }) => ({ ...key(), mandateId: ids.mandateId }) },
  'mandates.take': {
    by: owner,
    bearer: true,
    input: async (town) => ({ ...key(), code: (await offer(town)).code }),
  },
  'mandates.staff.confirm': {
    by: caseworker,
    input: async (town) => {
      const { as, claim, ids } = town;
      const forChild = { ...town.submission, ...key(), onBehalfOf: ids.mandateId };
      const { caseId } = await as(town.owner).cases.submit(forChild);
      await claim(town.caseworker, caseId);
      return { ...key(), caseId };
    },
  },
};
