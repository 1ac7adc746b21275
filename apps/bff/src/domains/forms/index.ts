import type { AccountId } from '@jena/shared/kernel';
import type { Writer } from '../../platform/db/access.ts';
import type { FormsDeps } from './forms.deps.ts';
import { createFormsStore } from './forms.store.ts';

export type { FormsDeps } from './forms.deps.ts';
export { formsPart } from './forms.export.ts';
export { formJobs } from './forms.jobs.ts';
export { createFormsRouter } from './forms.router.ts';

/** The domain's half of the composition: what its router works with, and what becomes of drafts when somebody leaves. */
export function createFormsDomain(others: Omit<FormsDeps, 'drafts'>) {
  const deps: FormsDeps = { ...others, drafts: createFormsStore(others.tables) };
  return { deps, erase: (tx: Writer, accountId: AccountId) => deps.drafts.erase(tx, accountId) };
}
