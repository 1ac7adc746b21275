import { caseNotInState, colleagueUnknown, laneOf } from '@jena/shared/cases';
import { type CaseId, type StaffActor, type StaffId, toInstant } from '@jena/shared/kernel';
import type { Writer } from '../../platform/db/access.ts';
import { appendEvent } from '../../platform/events.ts';
import type { CasesDeps } from './cases.deps.ts';
import { caseStream, move } from './cases.events.ts';
import { officeCase } from './cases.staff.ts';

/**
 * Puts a case into a colleague's hands, or back to all. Who did it, from whom and to whom, is an event of the case; the
 * person hears of it only when an office takes the case up for the first time. `from` is who had it on the screen.
 * @throws cases.not_found, cases.not_in_state when others have it by now, it is put away or waits for a second person, cases.colleague_unknown
 */
export async function assignCase(
  deps: CasesDeps,
  tx: Writer,
  actor: StaffActor,
  { caseId, from, to }: { caseId: CaseId; from: StaffId | null; to: StaffId | null },
): Promise<void> {
  const row = await officeCase(deps, tx, actor, caseId);
  if (row.caseworkerId === to) return;
  const event = to === null ? 'given_back' : 'assigned';
  const isFixed = laneOf[row.state] === 'done' || row.state === 'to_confirm';
  if (row.caseworkerId !== from || isFixed) throw caseNotInState({ state: row.state, event });
  if (to !== null && !(await isColleague(deps, tx, actor, to))) throw colleagueUnknown();
  const at = toInstant(deps.clock.now());
  if (row.state === 'submitted' && to !== null) {
    await move(deps, tx, { row, type: 'claimed', actor }, () => ({ caseworkerId: to }));
  } else {
    const moved = await deps.cases.moveCase(tx, row, { caseworkerId: to, updatedAt: at });
    if (!moved) throw caseNotInState({ state: row.state, event });
  }
  // No line in the person's access log: nobody saw anything by it.
  await appendEvent(tx, deps.tables, {
    stream: caseStream(caseId),
    type: `cases.${event}`,
    actor,
    at,
    data: { caseId, reference: row.reference, from, to },
  });
}

export async function isColleague(
  deps: CasesDeps,
  tx: Writer,
  { officeId }: StaffActor,
  staffId: StaffId,
): Promise<boolean> {
  return (await deps.caseworkersOf(tx, officeId)).some(({ id }) => id === staffId);
}
