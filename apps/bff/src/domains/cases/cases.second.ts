import { caseNotInState } from '@jena/shared/cases';
import type { CaseId, ProposalId, StaffActor } from '@jena/shared/kernel';
import { badInput, needsAnother } from '@jena/shared/platform';
import type { Writer } from '../../platform/db/access.ts';
import type { CasesDeps } from './cases.deps.ts';
import { move } from './cases.events.ts';
import { addNote } from './cases.notes.ts';
import { proposedText } from './cases.proposals.ts';
import { officeCase, settleCase } from './cases.staff.ts';

type Settling = { caseId: CaseId; proposalId: ProposalId };

/** @throws cases.not_found, cases.not_in_state when it was settled, or is another one by now */
async function waiting(deps: CasesDeps, tx: Writer, actor: StaffActor, { caseId, proposalId }: Settling) {
  const row = await officeCase(deps, tx, actor, caseId);
  const proposal = await deps.desk.proposal(tx, caseId);
  if (proposal?.id !== proposalId || row.state !== 'to_confirm')
    throw caseNotInState({ state: row.state, event: 'proposal_returned' });
  return { row, proposal };
}

/**
 * The second pair of eyes: decides as was proposed, in the same transaction.
 * @throws platform.needs_another for who proposed it, cases.not_found, cases.not_in_state
 */
export async function confirmDecision(
  deps: CasesDeps,
  tx: Writer,
  actor: StaffActor,
  input: Settling,
): Promise<void> {
  const { row, proposal } = await waiting(deps, tx, actor, input);
  if (proposal.by === actor.staffId) throw needsAnother();
  const note = await proposedText(deps, tx, row, proposal);
  await settleCase(deps, tx, actor, { row, outcome: proposal.outcome, note });
}

/**
 * Gives a proposal back, with a reason that becomes a note among colleagues; who made it takes it back without one.
 * @throws platform.bad_input without a reason, cases.not_found, cases.not_in_state
 */
export async function returnDecision(
  deps: CasesDeps,
  tx: Writer,
  actor: StaffActor,
  { reason, ...input }: Settling & { reason: string },
): Promise<void> {
  const { row, proposal } = await waiting(deps, tx, actor, input);
  if (proposal.by !== actor.staffId && reason.length < 3) throw badInput();
  await move(deps, tx, { row, type: 'proposal_returned', actor });
  if (reason) await addNote(deps, tx, actor, { caseId: row.id, text: reason });
}
