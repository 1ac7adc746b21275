import { anonymous } from '@jena/shared/kernel';
import { clerk, proposedCase } from '../domains/cases/cases.proposals.testing.ts';
import { newKey } from '../testing/product.ts';
import type { Call } from './authorisation.testing.ts';

const key = () => ({ idempotencyKey: newKey() });
const [paul, greta] = [clerk(), clerk()];
const words = { reason: 'Das ist falsch.' };

/** How the calls about messages, objections and letters are made rightly. */
export const caseCalls: Readonly<Record<string, Call>> = {
  'cases.write': {
    by: ({ owner }) => owner,
    input: ({ ids: { caseId, documentId } }) => ({
      ...key(),
      caseId,
      body: 'Wie lange dauert es?',
      documentIds: [documentId],
    }),
  },
  'cases.readMessages': { by: ({ owner }) => owner, input: ({ ids: { caseId } }) => ({ ...key(), caseId }) },
  'cases.withdraw': { by: ({ owner }) => owner, input: ({ ids: { caseId } }) => ({ ...key(), caseId }) },
  'cases.object': {
    stage: 'rejected',
    by: ({ owner }) => owner,
    input: ({ ids: { caseId } }) => ({ ...key(), caseId, ...words }),
  },
  'cases.verify': {
    stage: 'rejected',
    by: () => anonymous,
    async input({ deps, store, ids: { caseId } }) {
      const [decision] = await deps.domains.caseDeps.cases.decisions(store.read, caseId);
      return { digest: decision?.codeHash };
    },
  },
  'cases.staff.write': {
    by: ({ caseworker }) => caseworker,
    input: ({ ids: { caseId } }) => ({ ...key(), caseId, body: 'Etwa eine Woche.' }),
  },
  'cases.staff.prepared': {
    by: ({ caseworker }) => caseworker,
    input: ({ ids: { caseId } }) => ({ caseId }),
  },
  'cases.staff.readMessages': {
    by: ({ caseworker }) => caseworker,
    input: ({ ids: { caseId } }) => ({ ...key(), caseId }),
  },
  'cases.staff.confirmDecision': {
    by: () => greta,
    input: async (town) => ({ ...key(), ...(await proposedCase(town, town.owner, paul)) }),
  },
  'cases.staff.returnDecision': {
    by: () => greta,
    input: async (town) => ({ ...key(), ...(await proposedCase(town, town.owner, paul)), ...words }),
  },
  'cases.staff.reopen': {
    stage: 'objected',
    by: ({ caseworker }) => caseworker,
    input: ({ ids: { caseId } }) => ({ ...key(), caseId, ...words }),
  },
  'cases.staff.passOnObjection': {
    stage: 'objected',
    by: ({ caseworker }) => caseworker,
    input: ({ ids: { caseId } }) => ({ ...key(), caseId, ...words }),
  },
  'cases.staff.denyObjection': {
    stage: 'objected',
    by: ({ caseworker }) => caseworker,
    input: ({ ids: { caseId } }) => ({ ...key(), caseId, ...words }),
  },
};
