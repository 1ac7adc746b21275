import { cityTime, type Day, type StaffActor } from '@jena/shared/kernel';
import type { Reader } from '../../platform/db/access.ts';
import type { CasesDeps } from './cases.deps.ts';
import type { Hands } from './cases.policy.ts';

export const todayOf = ({ clock }: Pick<CasesDeps, 'clock'>): Day => cityTime(clock.now()).day;

/** The hands that count as a caseworker's own: theirs, and those of whom they stand in for today. */
export async function handsOf(
  deps: Pick<CasesDeps, 'desk' | 'clock'>,
  db: Reader,
  { staffId }: Pick<StaffActor, 'staffId'>,
): Promise<Hands> {
  return [staffId, ...new Set(await deps.desk.absentFor(db, staffId, todayOf(deps)))];
}
