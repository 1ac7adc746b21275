import { toInstant } from '@jena/shared/kernel';
import { staffActor } from '../platform/testing/context.ts';
import { newKey } from '../testing/product.ts';
import type { Call, Town } from './authorisation.testing.ts';

const caseworker = (town: Town) => town.caseworker;
const nothing = () => ({});
const key = () => ({ idempotencyKey: newKey() });

/** Lets a caseworker of the town and a colleague be known to its office. */
async function hire({ store, caseworker: one, clock }: Town) {
  const colleague = staffActor('caseworker');
  await store.transaction(async (tx) => {
    for (const { staffId: id, name, officeId, roles } of [one, colleague]) {
      const lastLoginAt = toInstant(clock.now());
      await tx
        .insert(store.tables.identityStaff)
        .values({ id, subject: id, name, officeId, roles: [...roles], lastLoginAt })
        .onConflictDoNothing();
    }
  });
  return { absentId: one.staffId, substituteId: colleague.staffId };
}

const period = { fromDay: '2026-11-23', toDay: '2026-11-30' };

/** The right calls of what caseworkers arrange among themselves. */
export const deskCalls: Readonly<Record<string, Call>> = {
  'cases.staff.addNote': {
    by: caseworker,
    input: ({ ids }) => ({ ...key(), caseId: ids.caseId, text: 'Am Telefon gefragt.' }),
  },
  'cases.staff.assign': {
    stage: 'in_review',
    by: caseworker,
    input: ({ ids, caseworker: { staffId } }) => ({ ...key(), caseId: ids.caseId, from: staffId, to: null }),
  },
  'cases.staff.colleagues': { by: caseworker, input: nothing },
  'cases.staff.substitutes': { by: caseworker, input: nothing },
  'cases.staff.settleDuplicate': {
    by: caseworker,
    input: async ({ ids, owner, submitted }) => ({
      ...key(),
      caseId: await submitted(owner),
      otherId: ids.caseId,
      verdict: 'different',
    }),
  },
  'cases.staff.setSubstitute': {
    by: caseworker,
    input: async (town) => ({ ...key(), ...(await hire(town)), ...period }),
  },
  'cases.staff.endSubstitute': {
    by: caseworker,
    input: async (town) => {
      const people = await hire(town);
      const { substitutionId: id } = await town
        .as(town.caseworker)
        .cases.staff.setSubstitute({ ...key(), ...people, ...(period as { fromDay: never; toDay: never }) });
      return { ...key(), id };
    },
  },
};
