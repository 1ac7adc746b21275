import type { Proposal } from '@jena/shared/cases';
import { newId, type ProposalId, type StaffActor } from '@jena/shared/kernel';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { CasesDeps } from './cases.deps.ts';
import type { ProposalRow } from './cases.desk.store.ts';
import { move } from './cases.events.ts';
import type { CaseRow } from './cases.store.ts';

const place = (id: ProposalId) => `cases_proposal.text:${id}`;

type Decision = { outcome: 'approved' | 'rejected'; text: string };

/** Writes down what is to be decided, for a second person; the case is in the hands of who proposes. */
export async function propose(
  deps: CasesDeps,
  tx: Writer,
  actor: StaffActor,
  { row, outcome, text }: { row: CaseRow } & Decision,
): Promise<void> {
  const id = newId<'proposal'>();
  const at = await move(deps, tx, { row, type: 'decision_proposed', actor }, () => ({
    answeredAt: null,
    caseworkerId: actor.staffId,
  }));
  const sealed = text ? await deps.seal.seal(tx, row.ownerId, text, place(id)) : null;
  await deps.desk.addProposal(tx, { id, caseId: row.id, outcome, text: sealed, by: actor.staffId, at });
}

/** What the person would read. @throws when its seal cannot be opened */
export async function proposedText(
  { seal }: CasesDeps,
  db: Reader,
  { ownerId }: CaseRow,
  { id, text }: ProposalRow,
) {
  return text === null ? '' : seal.open(db, ownerId, text, place(id));
}

/** What waits for a second person in a case, as its office sees it. */
export async function proposalOf(
  deps: CasesDeps,
  db: Reader,
  actor: StaffActor,
  row: CaseRow,
): Promise<Proposal | null> {
  const found = row.state === 'to_confirm' ? await deps.desk.proposal(db, row.id) : undefined;
  if (!found) return null;
  return {
    id: found.id,
    outcome: found.outcome,
    text: await proposedText(deps, db, row, found).catch(() => null),
    by: (await deps.staffName(db, found.by)) ?? '',
    at: found.at,
    mine: found.by === actor.staffId,
  };
}
