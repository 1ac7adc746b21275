import {
  type CaseId,
  type CitizenActor,
  type Day,
  type MandateId,
  newId,
  type StaffActor,
  toInstant,
} from '@jena/shared/kernel';
import {
  actForFirm,
  type declareBusinessInput,
  type declareChildInput,
  type GivenMandate,
  isChild,
  lastDayAsChild,
  type Mandate,
  type MandateKind,
  type MandateRole,
  mandateNotFound,
  notAChild,
  type PartyFacts,
  tooManyParties,
} from '@jena/shared/mandates';
import type { z } from 'zod';
import { openJson } from '../../platform/crypto/sealing.ts';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { MandatesDeps } from './mandates.deps.ts';
import { happenToMandate, moveMandate } from './mandates.events.ts';
import { isGiver } from './mandates.invite.ts';
import { heldNow, spokenFor, standing, todayOf } from './mandates.live.ts';
import { addParty, labelPlace, nameOf, partyFacts, partyOf } from './mandates.party.ts';
import { partiesPerHolder } from './mandates.policy.ts';
import type { MandateRow } from './mandates.store.ts';
import { tellOfEnd } from './mandates.tell.ts';

type Someone = Pick<CitizenActor, 'accountId' | 'forFirm'>;

/** For whom a person may act now, or may act later. */
export async function heldMandates(deps: MandatesDeps, db: Reader, actor: Someone): Promise<Mandate[]> {
  const rows = await standing(deps, db, await deps.mandates.heldBy(db, actor.accountId));
  return Promise.all(rows.map((row) => viewOf(deps, db, row)));
}

/** A mandate as the lists show it. */
export async function viewOf(deps: MandatesDeps, db: Reader, row: MandateRow): Promise<Mandate> {
  const { id, kind, state, role, representedId, services, fromDay, untilDay, vouchedBy } = row;
  return {
    id,
    kind,
    state,
    role,
    party: await partyOf(deps, db, representedId),
    services,
    fromDay,
    untilDay,
    vouchedBy,
  };
}

/** Who may act for a person, and for the businesses that they speak for. */
export async function givenMandates(deps: MandatesDeps, db: Reader, actor: Someone): Promise<GivenMandate[]> {
  const businesses = await spokenFor(deps, db, actor);
  const givers = [actor.accountId, ...businesses.map(({ representedId }) => representedId)];
  const now = toInstant(deps.clock.now());
  const rows = (await Promise.all(givers.map((id) => deps.mandates.outstandingFor(db, id)))).flat();
  const shown = (await standing(deps, db, rows)).filter(
    ({ label, holderId, vouchedBy, codeEndsAt }) =>
      (label !== null || (vouchedBy !== null && holderId !== actor.accountId)) &&
      (codeEndsAt === null || codeEndsAt > now),
  );
  return Promise.all(
    shown.map(async (row) => ({
      ...(await viewOf(deps, db, row)),
      label: await labelOf(deps, db, row),
      // Who only looks at an offer does not tell their name by it.
      holder: row.holderId && row.state !== 'taken' ? await nameOf(deps, db, row.holderId) : null,
      codeEndsAt: row.codeEndsAt,
    })),
  );
}

async function labelOf({ keys }: MandatesDeps, db: Reader, row: MandateRow): Promise<string> {
  if (row.label === null) return '';
  return openJson<string>(await keys.of(db, row.representedId), labelPlace(row.id), Buffer.from(row.label));
}

/**
 * What forms fill in about the represented party.
 * @throws mandates.not_found, mandates.not_active
 */
export async function heldParty(
  deps: MandatesDeps,
  db: Reader,
  actor: CitizenActor,
  id: MandateId,
): Promise<PartyFacts> {
  const { representedId } = await heldNow(deps, db, actor, id);
  return partyFacts(deps, db, representedId);
}

/**
 * A parent says for which child they have custody. They may act at once; the office is told that nobody has looked at
 * the birth certificate yet. It ends by itself when the child is of age.
 * @throws mandates.not_a_child, mandates.too_many_parties, mandates.act_for_firm
 */
export async function declareChild(
  deps: MandatesDeps,
  tx: Writer,
  actor: CitizenActor,
  input: Omit<z.output<typeof declareChildInput>, 'idempotencyKey'>,
): Promise<{ mandateId: MandateId }> {
  const { givenNames, familyName, birthDate, birthPlace } = input;
  if (!isChild(birthDate, todayOf(deps))) throw notAChild();
  return declare(deps, tx, actor, {
    party: 'child',
    facts: { givenNames, familyName, birthDate, birthPlace: birthPlace || null },
    kind: 'custody',
    role: null,
    untilDay: lastDayAsChild(birthDate),
  });
}

/**
 * Somebody says that a business is theirs. They may act at once; the office is told that nobody has looked at the
 * register yet.
 * @throws mandates.too_many_parties, mandates.act_for_firm
 */
export async function declareBusiness(
  deps: MandatesDeps,
  tx: Writer,
  actor: CitizenActor,
  input: Omit<z.output<typeof declareBusinessInput>, 'idempotencyKey'>,
): Promise<{ mandateId: MandateId }> {
  const { name, registerNumber } = input;
  return declare(deps, tx, actor, {
    party: 'business',
    facts: { name, registerNumber: registerNumber || null },
    kind: 'business',
    role: 'owner',
    untilDay: null,
  });
}

type Declared = {
  party: 'child' | 'business';
  facts: Parameters<typeof addParty>[2]['facts'];
  kind: MandateKind;
  role: MandateRole | null;
  untilDay: Day | null;
};

async function declare(
  deps: MandatesDeps,
  tx: Writer,
  actor: CitizenActor,
  { party, facts, kind, role, untilDay }: Declared,
): Promise<{ mandateId: MandateId }> {
  if (actor.forFirm) throw actForFirm();
  const held = await deps.mandates.heldBy(tx, actor.accountId);
  if (held.length >= partiesPerHolder) throw tooManyParties({ most: partiesPerHolder });
  const accountId = newId<'account'>();
  await addParty(deps, tx, { accountId, kind: party, facts });
  const id = newId<'mandate'>();
  const head = { id, kind, representedId: accountId };
  const { state, at } = await happenToMandate(deps, tx, {
    head: { ...head, state: 'none' },
    type: 'declared',
    actor,
  });
  await deps.mandates.addMandate(tx, {
    ...head,
    state,
    holderId: actor.accountId,
    role,
    services: null,
    fromDay: todayOf(deps),
    untilDay,
    createdAt: at,
    updatedAt: at,
  });
  return { mandateId: id };
}

/**
 * Ends a mandate at once, from either side, or takes an invitation back. From then on its holder sees and does nothing by it.
 * @throws mandates.not_found, mandates.not_in_state
 */
export async function revokeMandate(
  deps: MandatesDeps,
  tx: Writer,
  actor: CitizenActor,
  id: MandateId,
): Promise<void> {
  const row = await deps.mandates.byId(tx, id);
  const isTheirs = row && (row.holderId === actor.accountId || (await isGiver(deps, tx, actor, row)));
  if (!isTheirs) throw mandateNotFound();
  // A code that nobody took serves nobody from now on.
  await moveMandate(deps, tx, { row, type: 'revoked', actor }, () => ({ codeHash: null, codeEndsAt: null }));
  if (row.state !== 'offered') await tellOfEnd(deps, tx, row, actor.accountId);
}

/**
 * A caseworker has seen the proof, e.g. the birth certificate that came with a case which they have in hand.
 * @throws mandates.not_found, mandates.not_in_state
 */
export async function confirmMandate(
  deps: MandatesDeps,
  tx: Writer,
  staff: StaffActor,
  caseId: CaseId,
): Promise<MandateId> {
  const id = await deps.mandateOfCase(tx, staff, caseId);
  const used = id && (await deps.mandates.byId(tx, id));
  // What an owner granted stands and falls with the owner's own mandate: that is the one to look at.
  const row = used?.grantedBy ? await deps.mandates.byId(tx, used.grantedBy) : used;
  if (!row) throw mandateNotFound();
  await moveMandate(deps, tx, { row, type: 'confirmed', actor: staff }, (at) => ({ confirmedAt: at }));
  return row.id;
}
