import { newKey } from '../testing/product.ts';
import type { Call, Town } from './authorisation.testing.ts';

const owner = (town: Town) => town.owner;
const nothing = () => ({});
const key = () => ({ idempotencyKey: newKey() });

/** The right calls about what a person adds to their profile and how they are told. */
export const profileCalls: Readonly<Record<string, Call>> = {
  'notifications.telling': { by: owner, input: nothing },
  'notifications.saveTelling': {
    by: owner,
    input: () => ({ ...key(), mail: ['cases'], quiet: { from: '21:00', to: '08:00' }, pace: 'daily' }),
  },
  'account.added': { by: owner, input: nothing },
  'account.confirmEmail': { by: owner, input: () => ({ ...key(), code: '123456' }) },
  'account.removeAccess': { by: owner, input: key },
  'account.removeContact': { by: owner, input: () => ({ ...key(), kind: 'phone' }) },
  'account.sendEmailCode': { by: owner, input: key },
  'account.setEmail': { by: owner, input: () => ({ ...key(), address: 'erika@example.org' }) },
  'account.setPhone': { by: owner, input: () => ({ ...key(), number: '03641 49-0' }) },
  'account.takeBack': { by: owner, input: () => ({ ...key(), kind: 'phone' }) },
  'account.setAccess': {
    by: owner,
    input: () => ({ ...key(), needs: ['sign_language'], agreed: true }),
  },
  'cases.staff.contact': {
    stage: 'in_review',
    by: ({ caseworker }) => caseworker,
    input: ({ ids }) => ({ caseId: ids.caseId }),
  },
};
