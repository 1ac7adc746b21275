import { type Colleague, colleagueUnknown, type Substitute, substituteNotFound } from '@jena/shared/cases';
import { type Day, newId, type StaffActor, type StaffId, toInstant } from '@jena/shared/kernel';
import type { Reader, Writer } from '../../platform/db/access.ts';
import { appendEvent } from '../../platform/events.ts';
import { isColleague } from './cases.assign.ts';
import type { CasesDeps } from './cases.deps.ts';
import { todayOf } from './cases.hands.ts';

type Period = { absentId: StaffId; substituteId: StaffId; fromDay: Day; toDay: Day };

const officeStream = (officeId: string) => `cases:office:${officeId}`;

/**
 * Lets a colleague work on somebody's cases from one day to another. Anybody of the office may set it up, since who is
 * ill cannot; who did it is an event.
 * @throws cases.colleague_unknown
 */
export async function setSubstitute(
  deps: CasesDeps,
  tx: Writer,
  actor: StaffActor,
  { absentId, substituteId, fromDay, toDay }: Period,
): Promise<string> {
  for (const staffId of [absentId, substituteId])
    if (!(await isColleague(deps, tx, actor, staffId))) throw colleagueUnknown();
  const { officeId } = actor;
  const row = { id: newId<'substitution'>() as string, officeId, absentId, substituteId, fromDay, toDay };
  await deps.desk.addSubstitute(tx, row);
  await append(deps, tx, actor, { type: 'cases.substitute_set', data: row });
  return row.id;
}

/** @throws cases.substitute_not_found */
export async function endSubstitute(
  deps: CasesDeps,
  tx: Writer,
  actor: StaffActor,
  id: string,
): Promise<void> {
  const gone = await deps.desk.removeSubstitute(tx, { id, officeId: actor.officeId });
  if (!gone) throw substituteNotFound();
  await append(deps, tx, actor, { type: 'cases.substitute_ended', data: gone });
}

async function append(
  deps: CasesDeps,
  tx: Writer,
  actor: StaffActor,
  { type, data }: { type: string; data: unknown },
): Promise<void> {
  const at = toInstant(deps.clock.now());
  await appendEvent(tx, deps.tables, { stream: officeStream(actor.officeId), type, actor, at, data });
}

/** Who stands in for whom at this office, today or later. */
export async function substitutesOf(deps: CasesDeps, db: Reader, actor: StaffActor): Promise<Substitute[]> {
  const names = new Map(
    (await deps.caseworkersOf(db, actor.officeId)).map(({ id, name }) => [id as string, name]),
  );
  const person = (id: StaffId) => ({ id, name: names.get(id) ?? '' });
  return (await deps.desk.substitutes(db, actor.officeId, todayOf(deps))).map((row) => ({
    id: row.id as Substitute['id'],
    absent: person(row.absentId),
    substitute: person(row.substituteId),
    fromDay: row.fromDay,
    toDay: row.toDay,
  }));
}

/** Who works at this office, and who stands in for them today. */
export async function colleaguesOf(deps: CasesDeps, db: Reader, actor: StaffActor): Promise<Colleague[]> {
  const today = todayOf(deps);
  const now = (await substitutesOf(deps, db, actor)).filter(({ fromDay }) => fromDay <= today);
  return (await deps.caseworkersOf(db, actor.officeId)).map(({ id, name }) => ({
    id,
    name,
    substitutes: now.filter(({ absent }) => absent.id === id).map(({ substitute }) => substitute.name),
  }));
}
