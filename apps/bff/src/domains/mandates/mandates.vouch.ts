import { type AccountId, type Actor, addDays, type MandateId, newId, toInstant } from '@jena/shared/kernel';
import { type FirmFacts, tooManyParties, type vouchers } from '@jena/shared/mandates';
import type { Writer } from '../../platform/db/access.ts';
import type { MandatesDeps } from './mandates.deps.ts';
import { happenToMandate, moveMandate } from './mandates.events.ts';
import { todayOf } from './mandates.live.ts';
import { addParty, tellParty } from './mandates.party.ts';
import { partiesPerHolder, vouchedDays } from './mandates.policy.ts';

/** A business, as somebody proved it who can: what they call it, and what they say of it. */
export type VouchedFirm = { by: (typeof vouchers)[number]; id: string; facts: FirmFacts };

/**
 * Lets a person act for the business that a provider names, for as long as what it said counts; each login says it
 * anew. The business is found by the provider's own name for it, never by how it is called, and opened when it is new here.
 * They act like employees: who owns a business is not said.
 * @throws mandates.too_many_parties
 */
export async function vouch(
  deps: MandatesDeps,
  tx: Writer,
  { holderId, firm, actor }: { holderId: AccountId; firm: VouchedFirm; actor: Actor },
): Promise<void> {
  const representedId = await openFirm(deps, tx, firm);
  const held = await deps.mandates.heldBy(tx, holderId);
  const known = held.find((row) => row.representedId === representedId && row.vouchedBy === firm.by);
  const untilDay = addDays(todayOf(deps), vouchedDays);
  if (known) {
    await moveMandate(deps, tx, { row: known, type: 'vouched', actor }, (at) => ({
      untilDay,
      confirmedAt: at,
    }));
    return;
  }
  if (held.length >= partiesPerHolder) throw tooManyParties({ most: partiesPerHolder });
  const id = newId<'mandate'>() as MandateId;
  const head = { id, kind: 'business' as const, representedId };
  const { state, at } = await happenToMandate(deps, tx, {
    head: { ...head, state: 'none' },
    type: 'vouched',
    actor,
  });
  await deps.mandates.addMandate(tx, {
    ...head,
    state,
    holderId,
    role: 'employee',
    services: null,
    fromDay: todayOf(deps),
    untilDay,
    vouchedBy: firm.by,
    confirmedAt: at,
    createdAt: at,
    updatedAt: at,
  });
}

/** The account of the business, with what is said of it now. */
async function openFirm(deps: MandatesDeps, tx: Writer, { by, id, facts }: VouchedFirm): Promise<AccountId> {
  const firmHash = deps.keys.blindIndex('mandates.firm', `${by}|${id}`);
  const told = { ...facts, toldAt: toInstant(deps.clock.now()) };
  const known = await deps.mandates.partyByFirm(tx, firmHash);
  if (known) {
    await tellParty(deps, tx, known.accountId, told);
    return known.accountId;
  }
  const accountId = newId<'account'>() as AccountId;
  await addParty(deps, tx, { accountId, kind: 'business', facts: told, firmHash });
  return accountId;
}
