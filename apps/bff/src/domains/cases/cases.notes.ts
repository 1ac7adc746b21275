import type { CaseNote } from '@jena/shared/cases';
import { type AccountId, type CaseId, newId, type StaffActor, toInstant } from '@jena/shared/kernel';
import type { Reader, Writer } from '../../platform/db/access.ts';
import { appendEvent } from '../../platform/events.ts';
import type { CasesDeps } from './cases.deps.ts';
import { caseStream } from './cases.events.ts';
import { officeCase } from './cases.staff.ts';
import type { CaseRow } from './cases.store.ts';

const place = (id: string) => `cases_note.text:${id}`;

/** Writes down for colleagues what belongs to a case. The person never sees it here, but gets it with their data (0067). */
export async function addNote(
  deps: CasesDeps,
  tx: Writer,
  actor: StaffActor,
  input: { caseId: CaseId; text: string },
): Promise<void> {
  const row = await officeCase(deps, tx, actor, input.caseId);
  const id = newId<'note'>() as string;
  const at = toInstant(deps.clock.now());
  const text = await deps.seal.seal(tx, row.ownerId, input.text, place(id));
  await deps.desk.addNote(tx, { id, caseId: row.id, text, by: actor.staffId, at });
  await appendEvent(tx, deps.tables, {
    stream: caseStream(row.id),
    type: 'cases.note_added',
    actor,
    at,
    data: { caseId: row.id, reference: row.reference, noteId: id },
  });
}

/** The notes of a case for its office, the oldest first; the caller has written down the look. */
export async function notesOf(deps: CasesDeps, db: Reader, row: CaseRow): Promise<CaseNote[]> {
  return Promise.all(
    (await deps.desk.notes(db, row.id)).map(async ({ id, at, by, text }) => ({
      id,
      at,
      by: (await deps.staffName(db, by)) ?? '',
      text: await deps.seal.open(db, row.ownerId, text, place(id)).catch(() => null),
    })),
  );
}

/** Notes as the person gets them with their data: what was written about them and when, without who wrote it. */
export async function notesAbout(deps: CasesDeps, db: Reader, row: CaseRow) {
  return (await notesOf(deps, db, row)).map(({ at, text }) => ({ at, text }));
}

/** Notes go with the case to an owner without a name. */
export async function giveNotes(deps: CasesDeps, tx: Writer, row: CaseRow, heir: AccountId): Promise<void> {
  for (const { id, text } of await deps.desk.notes(tx, row.id)) {
    const opened = await deps.seal.open(tx, row.ownerId, text, place(id));
    await deps.desk.changeNote(tx, id, await deps.seal.seal(tx, heir, opened, place(id)));
  }
}
