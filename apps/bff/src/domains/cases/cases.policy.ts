import {
  type CaseState,
  mayHappen,
  type Proposal,
  type Representation,
  type StaffCase,
} from '@jena/shared/cases';
import type { StaffActor, StaffId } from '@jena/shared/kernel';
import type { CaseRow } from './cases.store.ts';

/**
 * Years that an office keeps a decided case after the year of the decision. An assumption: the city's plan of files sets it
 * for each service (docs/decisions/0050).
 */
export const keptYears = 10;

/** How often one address may ask for a decision by its code. 100 bits are not found by trying; this saves the database. */
export const verifyLimit = { most: 30, windowSeconds: 10 * 60 } as const;

/** Repeated looks of the same person at the same case within these minutes are one line in the access log. */
export const oneLookMinutes = 15;

/** Staff see the cases of their own office, once they are handed in with all their signatures. */
export function maySee(actor: StaffActor, row: Pick<CaseRow, 'officeId' | 'lane'>): boolean {
  return row.lane !== 'unsigned' && actor.officeId === row.officeId && actor.roles.includes('caseworker');
}

/** The hands that count as a caseworker's own: theirs, and those of whom they stand in for today. */
export type Hands = readonly StaffId[];

export const isIn = (hands: Hands, { caseworkerId }: Pick<CaseRow, 'caseworkerId'>): boolean =>
  caseworkerId !== null && hands.includes(caseworkerId);

const decided: readonly CaseState[] = ['delivered', 'rejected', 'objection_denied'];

/** An objection waits to be answered, here or by the authority that it was passed on to. */
const objectedTo: readonly CaseState[] = ['objected', 'objection_passed_on'];

/** An objection is answered by who has it; what is closed may be taken up again by everyone of the office. */
export const mayReopen = (hands: Hands, row: Pick<CaseRow, 'caseworkerId' | 'state'>): boolean =>
  decided.includes(row.state) || (objectedTo.includes(row.state) && isIn(hands, row));

/** While an office works on a case it may have to ask or to invite; afterwards it has no reason to look. */
const running: readonly CaseState[] = ['in_review', 'evidence_requested', 'to_confirm', ...objectedTo];

/** Who works on a case sees how its applicant is reached and met; nobody else of the office does. */
export const maySeeContact = (hands: Hands, row: Pick<CaseRow, 'caseworkerId' | 'state'>): boolean =>
  isIn(hands, row) && running.includes(row.state);

type Allowed = StaffCase['allowed'][number];

/** What this caseworker may do with the case now. Only who took a case decides it; taking over is always visible. */
export function allowedActs(
  actor: StaffActor,
  row: CaseRow,
  { representation, proposal }: { representation: Representation | null; proposal: Proposal | null },
  hands: Hands,
): Allowed[] {
  const mine = isIn(hands, row);
  const acts: Allowed[] = [];
  if (row.caseworkerId !== actor.staffId && mayHappen(row.state, 'claimed')) acts.push('claim');
  if (mine && mayHappen(row.state, 'evidence_requested')) acts.push('requestEvidence');
  const decides = mine && proposal === null;
  if (decides && mayHappen(row.state, 'approved')) acts.push('approve');
  if (decides && mayHappen(row.state, 'rejected')) acts.push('reject');
  if (proposal && !proposal.mine && proposal.text !== null) acts.push('confirmDecision');
  if (proposal) acts.push('returnDecision');
  if (mine && mayHappen(row.state, 'objection_passed_on')) acts.push('passOnObjection');
  if (mine && mayHappen(row.state, 'objection_denied')) acts.push('denyObjection');
  if (mayReopen(hands, row)) acts.push('reopen');
  if (mayHappen(row.state, 'message_sent')) acts.push('write');
  if (mine && representation && !representation.isConfirmed) acts.push('confirmMandate');
  if (maySeeContact(hands, row)) acts.push('seeContact');
  return acts;
}
