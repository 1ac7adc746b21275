import { addDays, type CitizenActor, type MandateId, newId, toInstant } from '@jena/shared/kernel';
import {
  invitationCode,
  type invitationSchema,
  type inviteInput,
  isOver,
  mandateNotFound,
  normaliseCode,
  suitsParty,
  termsNotAllowed,
  tooManyParties,
} from '@jena/shared/mandates';
import type { z } from 'zod';
import { sealJson } from '../../platform/crypto/sealing.ts';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { MandatesDeps } from './mandates.deps.ts';
import { happenToMandate } from './mandates.events.ts';
import { liveOnes, ownersMandate, spokenFor, todayOf } from './mandates.live.ts';
import { labelPlace } from './mandates.party.ts';
import { invitationDays, longestPowerDays, outstandingPerAccount } from './mandates.policy.ts';
import type { MandateRow } from './mandates.store.ts';

type Terms = Pick<z.output<typeof inviteInput>, 'services' | 'untilDay'>;

/** The code is not stored: it follows from the mandate's id and a key of the product. */
const codeOf = ({ keys }: MandatesDeps, id: MandateId) =>
  invitationCode(Buffer.from(keys.blindIndex('mandates.invitation', id), 'base64url'));

export const hashOf = ({ keys }: MandatesDeps, code: string) =>
  keys.blindIndex('mandates.code', normaliseCode(code));

/**
 * Offers a mandate: for oneself a power of attorney, for one's business the rights of an employee. Whoever brings its
 * code within a week holds it.
 * @throws mandates.not_found, mandates.not_active, mandates.not_the_owner, mandates.terms_not_allowed,
 *   mandates.too_many_parties
 */
export async function invite(
  deps: MandatesDeps,
  tx: Writer,
  actor: CitizenActor,
  input: Omit<z.output<typeof inviteInput>, 'idempotencyKey'>,
): Promise<{ mandateId: MandateId }> {
  const root = input.business && (await ownersMandate(deps, tx, actor, input.business));
  admitTerms(deps, input, root ? 'business' : 'person');
  const representedId = root ? root.representedId : actor.accountId;
  const outstanding = await deps.mandates.outstandingFor(tx, representedId);
  if (outstanding.length >= outstandingPerAccount) throw tooManyParties({ most: outstandingPerAccount });

  const id = newId<'mandate'>();
  const kind = root ? ('business' as const) : ('power_of_attorney' as const);
  const { state, at } = await happenToMandate(deps, tx, {
    head: { id, kind, representedId, state: 'none' },
    type: 'offered',
    actor,
  });
  const ends = new Date(deps.clock.now().getTime() + invitationDays * 86_400_000);
  await deps.mandates.addMandate(tx, {
    id,
    kind,
    state,
    role: root ? 'employee' : null,
    representedId,
    grantedBy: root ? root.id : null,
    label: sealJson(await deps.keys.create(tx, representedId), labelPlace(id), input.label),
    codeHash: hashOf(deps, codeOf(deps, id)),
    codeEndsAt: toInstant(ends),
    services: input.services,
    fromDay: todayOf(deps),
    untilDay: input.untilDay,
    createdAt: at,
    updatedAt: at,
  });
  return { mandateId: id };
}

/** @throws mandates.terms_not_allowed */
function admitTerms(deps: MandatesDeps, { services, untilDay }: Terms, party: 'person' | 'business'): void {
  const today = todayOf(deps);
  const fit = (slug: string) => suitsParty(party, deps.audienceOf(slug));
  if (services && !services.every(fit)) throw termsNotAllowed();
  if (untilDay !== null && untilDay < today) throw termsNotAllowed();
  if (party === 'business') return;
  const isLimited = services !== null && untilDay !== null && untilDay <= addDays(today, longestPowerDays);
  if (!isLimited) throw termsNotAllowed();
}

/** True when this person gave the mandate, or speaks for the business that did. */
export async function isGiver(
  deps: MandatesDeps,
  db: Reader,
  actor: CitizenActor,
  row: Pick<MandateRow, 'representedId'>,
): Promise<boolean> {
  if (row.representedId === actor.accountId) return true;
  const businesses = await spokenFor(deps, db, actor);
  return businesses.some(({ representedId }) => representedId === row.representedId);
}

/** Whether an invitation can still be taken (`offered`), or answered (`taken`). */
export async function isOpen(
  deps: MandatesDeps,
  db: Reader,
  row: MandateRow,
  state: 'offered' | 'taken',
): Promise<boolean> {
  if (row.state !== state || row.codeEndsAt === null) return false;
  if (row.codeEndsAt <= toInstant(deps.clock.now())) return false;
  if (isOver(row, todayOf(deps))) return false;
  const root = row.grantedBy && (await deps.mandates.byId(db, row.grantedBy));
  return row.grantedBy === null || (await liveOnes(deps, db, root ? [root] : [])).length > 0;
}

/**
 * The code of an invitation that waits, for who gave it.
 * @throws mandates.not_found
 */
export async function invitation(
  deps: MandatesDeps,
  db: Reader,
  actor: CitizenActor,
  id: MandateId,
): Promise<z.infer<typeof invitationSchema>> {
  const row = await deps.mandates.byId(db, id);
  const isShown = row && (await isGiver(deps, db, actor, row)) && (await isOpen(deps, db, row, 'offered'));
  if (!isShown || row.codeEndsAt === null) throw mandateNotFound();
  return { code: codeOf(deps, id), endsAt: row.codeEndsAt };
}
