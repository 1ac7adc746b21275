import { type AccountId, type CitizenActor, cityTime, type MandateId } from '@jena/shared/kernel';
import { isLive, isOver, mandateNotActive, mandateNotFound, notTheOwner } from '@jena/shared/mandates';
import type { Reader } from '../../platform/db/access.ts';
import type { MandatesDeps } from './mandates.deps.ts';
import type { MandateRow } from './mandates.store.ts';

/** A mandate that somebody holds. */
export type HeldRow = MandateRow & { holderId: AccountId };

export const todayOf = ({ clock }: Pick<MandatesDeps, 'clock'>) => cityTime(clock.now()).day;

/** The mandates that count today: one that was granted by another counts only while that one does. */
export async function liveOnes(
  deps: MandatesDeps,
  db: Reader,
  rows: readonly MandateRow[],
): Promise<HeldRow[]> {
  const today = todayOf(deps);
  const live: HeldRow[] = [];
  for (const row of rows) {
    if (!isHeld(row) || !isLive(row, today)) continue;
    const root = row.grantedBy && (await deps.mandates.byId(db, row.grantedBy));
    if (row.grantedBy === null || (root && isLive(root, today))) live.push(row);
  }
  return live;
}

/** Those that count, or will on a later day. */
export async function standing(
  deps: MandatesDeps,
  db: Reader,
  rows: readonly MandateRow[],
): Promise<MandateRow[]> {
  const today = todayOf(deps);
  const still: MandateRow[] = [];
  for (const row of rows) {
    if (isOver(row, today)) continue;
    const root = row.grantedBy && (await deps.mandates.byId(db, row.grantedBy));
    if (row.grantedBy === null || (root && isLive(root, today))) still.push(row);
  }
  return still;
}

const isHeld = (row: MandateRow): row is HeldRow => row.holderId !== null;

/**
 * A mandate that this person holds and that counts today.
 * @throws mandates.not_found also for those of others; mandates.not_active
 */
export async function heldNow(
  deps: MandatesDeps,
  db: Reader,
  actor: CitizenActor,
  id: MandateId,
): Promise<HeldRow> {
  const row = await deps.mandates.byId(db, id);
  if (row?.holderId !== actor.accountId) throw mandateNotFound();
  const [live] = await liveOnes(deps, db, [row]);
  if (!live) throw mandateNotActive();
  return live;
}

/**
 * The mandate of an owner, by which they grant others.
 * @throws mandates.not_found, mandates.not_active, mandates.not_the_owner
 */
export async function ownersMandate(
  deps: MandatesDeps,
  db: Reader,
  actor: CitizenActor,
  id: MandateId,
): Promise<HeldRow> {
  const row = await heldNow(deps, db, actor, id);
  if (row.role !== 'owner') throw notTheOwner();
  return row;
}

/**
 * The mandates by which somebody speaks for a business, and sees and ends what others may do for it: its owner, and
 * whoever its certificate let in.
 */
export async function spokenFor(
  deps: MandatesDeps,
  db: Reader,
  { accountId, forFirm }: Pick<CitizenActor, 'accountId' | 'forFirm'>,
): Promise<HeldRow[]> {
  const live = await liveOnes(deps, db, await deps.mandates.heldBy(db, accountId));
  return live.filter(({ role, vouchedBy }) => role === 'owner' || (forFirm && vouchedBy !== null));
}
