import { type CitizenActor, toInstant } from '@jena/shared/kernel';
import type { Reader } from '../../platform/db/access.ts';
import type { CoSignRow } from './cases.co-sign.store.ts';
import type { CasesDeps } from './cases.deps.ts';
import type { CaseRow } from './cases.store.ts';

/** True while it can be opened and answered. */
export const isOpenCoSign = ({ clock }: Pick<CasesDeps, 'clock'>, { state, endsAt }: CoSignRow): boolean =>
  (state === 'waiting' || state === 'taken') && endsAt > toInstant(clock.now());

/** Whether somebody has this case before them to sign: until they answer they read all of it, documents too. */
export async function readsToSign(
  deps: Pick<CasesDeps, 'clock' | 'coSigns'>,
  db: Reader,
  { accountId }: CitizenActor,
  { id, state }: Pick<CaseRow, 'id' | 'state'>,
): Promise<boolean> {
  if (state !== 'awaiting_signature') return false;
  const row = await deps.coSigns.ofCase(db, id);
  return row?.state === 'taken' && row.signerId === accountId && isOpenCoSign(deps, row);
}
