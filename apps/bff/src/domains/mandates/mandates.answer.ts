import type { CitizenActor, MandateId } from '@jena/shared/kernel';
import {
  actForFirm,
  alreadyHeld,
  invitationOwn,
  invitationUnknown,
  mandateNotFound,
  type OfferedMandate,
  type takeInput,
} from '@jena/shared/mandates';
import { tooMany } from '@jena/shared/platform';
import type { z } from 'zod';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { MandatesDeps } from './mandates.deps.ts';
import { moveMandate } from './mandates.events.ts';
import { hashOf, isOpen } from './mandates.invite.ts';
import { liveOnes } from './mandates.live.ts';
import type { MandateRow } from './mandates.store.ts';
import { tellGiver } from './mandates.tell.ts';
import { viewOf } from './mandates.usecases.ts';

/**
 * Brings the code of an invitation; each code serves once. Nothing is granted by it: whoever brought it reads who asks
 * them for what, and then says yes or no.
 * @throws platform.too_many; mandates.invitation_unknown also for used, revoked and old codes; mandates.invitation_own,
 *   mandates.already_held, mandates.act_for_firm
 */
export async function take(
  deps: MandatesDeps,
  tx: Writer,
  actor: CitizenActor,
  { code }: Pick<z.output<typeof takeInput>, 'code'>,
): Promise<{ mandateId: MandateId }> {
  if (actor.forFirm) throw actForFirm();
  if (!deps.codeLimiter.take(actor.accountId)) throw tooMany();
  const row = await deps.mandates.byCode(tx, hashOf(deps, code));
  if (!row || !(await isOpen(deps, tx, row, 'offered'))) throw invitationUnknown();
  if (row.representedId === actor.accountId) throw invitationOwn();
  await admitHolder(deps, tx, actor, row);
  await moveMandate(deps, tx, { row, type: 'taken', actor }, () => ({
    holderId: actor.accountId,
    codeHash: null,
  }));
  return { mandateId: row.id };
}

/** @throws mandates.already_held for who acts for that business already */
async function admitHolder(
  deps: MandatesDeps,
  tx: Writer,
  { accountId }: CitizenActor,
  { kind, representedId }: MandateRow,
): Promise<void> {
  if (kind !== 'business') return;
  const held = await liveOnes(deps, tx, await deps.mandates.heldBy(tx, accountId));
  if (held.some((one) => one.representedId === representedId)) throw alreadyHeld();
}

/** What somebody is asked to take on, the oldest first. */
export async function offersTo(
  deps: MandatesDeps,
  db: Reader,
  { accountId }: Pick<CitizenActor, 'accountId'>,
): Promise<OfferedMandate[]> {
  const offers: OfferedMandate[] = [];
  for (const row of await deps.mandates.toAnswer(db, accountId))
    if (row.codeEndsAt !== null && (await isOpen(deps, db, row, 'taken')))
      offers.push({ ...(await viewOf(deps, db, row)), answerUntil: row.codeEndsAt });
  return offers;
}

/**
 * An offer that this person took and can still answer.
 * @throws mandates.not_found also for those of others, and for old ones
 */
async function offerTo(
  deps: MandatesDeps,
  tx: Writer,
  actor: CitizenActor,
  id: MandateId,
): Promise<MandateRow> {
  const row = await deps.mandates.byId(tx, id);
  const isTheirs = row?.holderId === actor.accountId && (await isOpen(deps, tx, row, 'taken'));
  if (!row || !isTheirs) throw mandateNotFound();
  return row;
}

/**
 * Says yes: from now on this person may act.
 * @throws mandates.not_found, mandates.already_held
 */
export async function accept(
  deps: MandatesDeps,
  tx: Writer,
  actor: CitizenActor,
  id: MandateId,
): Promise<void> {
  const row = await offerTo(deps, tx, actor, id);
  await admitHolder(deps, tx, actor, row);
  await moveMandate(deps, tx, { row, type: 'accepted', actor }, (at) => ({
    codeEndsAt: null,
    // Who gives a power of attorney has proved who they are with the card; for a business the office looks at its owner.
    confirmedAt: row.kind === 'power_of_attorney' ? at : null,
  }));
  await tellGiver(deps, tx, row, 'mandate_accepted');
}

/**
 * Says no: nobody will act by this mandate, and who offered it is told.
 * @throws mandates.not_found
 */
export async function refuse(
  deps: MandatesDeps,
  tx: Writer,
  actor: CitizenActor,
  id: MandateId,
): Promise<void> {
  const row = await offerTo(deps, tx, actor, id);
  // Who said no has nothing to do with it any more: their name does not stay with it.
  await moveMandate(deps, tx, { row, type: 'refused', actor }, () => ({ holderId: null }));
  await tellGiver(deps, tx, row, 'mandate_refused');
}
