import { noObjection, notTheCaseworker } from '@jena/shared/cases';
import { type CaseId, type CitizenActor, newId, type StaffActor } from '@jena/shared/kernel';
import type { Writer } from '../../platform/db/access.ts';
import { objectionEnd } from './cases.appeal.ts';
import { writeDecision } from './cases.decisions.ts';
import type { CasesDeps } from './cases.deps.ts';
import { officeDue } from './cases.due.ts';
import { move } from './cases.events.ts';
import { handsOf } from './cases.hands.ts';
import { mayReopen } from './cases.policy.ts';
import { reachedCase } from './cases.reach.ts';
import { myCase, officeCase } from './cases.staff.ts';
import type { CaseRow } from './cases.store.ts';
import { keepWords } from './cases.words.ts';

/**
 * Takes in an objection (Widerspruch). One that comes late is taken in too: whether it is too late, or the person could
 * not help it (§§ 60, 70 (2) VwGO), is decided by people.
 * @throws cases.not_found, cases.no_objection, cases.not_in_state
 */
export async function object(
  deps: CasesDeps,
  tx: Writer,
  actor: CitizenActor,
  { caseId, reason }: { caseId: CaseId; reason: string },
): Promise<void> {
  const { row, by: onBehalfOf } = await reachedCase(deps, tx, actor, caseId);
  const [decision] = await deps.cases.decisions(tx, row.id);
  const id = newId<'caseMessage'>();
  const at = await move(deps, tx, { row, type: 'objected', actor, textId: id, onBehalfOf }, (objectedAt) => ({
    dueDay: officeDue({ serviceSlug: row.serviceSlug, at: objectedAt }),
  }));
  if (!decision || objectionEnd(decision) === null) throw noObjection();
  await keepWords(deps, tx, row, { id, side: 'citizen', text: reason, at });
}

/** Takes back an application before it is decided. */
export async function withdraw(
  deps: CasesDeps,
  tx: Writer,
  actor: CitizenActor,
  { caseId }: { caseId: CaseId },
): Promise<void> {
  const { row, by: onBehalfOf } = await reachedCase(deps, tx, actor, caseId);
  await move(deps, tx, { row, type: 'withdrawn', actor, onBehalfOf }, () => ({ answeredAt: null }));
}

type Answer = { caseId: CaseId; reason: string };
type Given = { row: CaseRow; type: 'reopened' | 'objection_passed_on' | 'objection_denied'; reason: string };

/** What an office answers after its decision: an event of the case with the words the person reads. */
async function answer(
  deps: CasesDeps,
  tx: Writer,
  actor: StaffActor,
  { row, type, reason }: Given,
  change?: Parameters<typeof move>[3],
) {
  const textId = newId<'caseMessage'>();
  const at = await move(deps, tx, { row, type, actor, textId }, change);
  await keepWords(deps, tx, row, { id: textId, side: 'office', text: reason, at });
  return { at, textId };
}

/**
 * Takes a decided case up again, because of an objection or of the office's own accord: it is in the hands of who does
 * so, and what was decided is no longer the last word.
 * @throws cases.not_found, cases.not_the_caseworker when a colleague has the objection, cases.not_in_state
 */
export async function reopen(
  deps: CasesDeps,
  tx: Writer,
  actor: StaffActor,
  { caseId, reason }: Answer,
): Promise<void> {
  const row = await officeCase(deps, tx, actor, caseId);
  if (!mayReopen(await handsOf(deps, tx, actor), row)) throw notTheCaseworker();
  const { at } = await answer(deps, tx, actor, { row, type: 'reopened', reason }, (reopenedAt) => ({
    caseworkerId: actor.staffId,
    dueDay: officeDue({ serviceSlug: row.serviceSlug, at: reopenedAt }),
  }));
  await deps.cases.replaceDecisions(tx, row.id, at);
}

/**
 * Passes an objection on that the office does not give in to (§ 72 VwGO): the authority above the city decides on it
 * (§ 73 (1) VwGO, § 10 (1) ThürAGVwGO). No deadline of the office runs any more.
 * @throws cases.not_found, cases.not_the_caseworker, cases.not_in_state
 */
export async function passOnObjection(
  deps: CasesDeps,
  tx: Writer,
  actor: StaffActor,
  { caseId, reason }: Answer,
): Promise<void> {
  const row = await myCase(deps, tx, actor, caseId);
  await answer(deps, tx, actor, { row, type: 'objection_passed_on', reason }, () => ({ dueDay: null }));
}

/**
 * Refuses an objection. Where the city itself decides on it, that is a decision with a letter of its own (§ 73 (3) VwGO);
 * where it was passed on, the authority has written to the person, and the office only notes how it ended.
 * @throws cases.not_found, cases.not_the_caseworker, cases.not_in_state
 */
export async function denyObjection(
  deps: CasesDeps,
  tx: Writer,
  actor: StaffActor,
  { caseId, reason }: Answer,
): Promise<void> {
  const row = await myCase(deps, tx, actor, caseId);
  const { at, textId } = await answer(deps, tx, actor, { row, type: 'objection_denied', reason });
  if (row.state === 'objected')
    await writeDecision(deps, tx, { row, outcome: 'objection_denied', textId, at });
}
