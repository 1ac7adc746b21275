import { readCaseNumber, type Search, searchWords } from '@jena/shared/cases';
import { addDays, cityInstant, type Day, type StaffActor, toInstant } from '@jena/shared/kernel';
import type { Reader } from '../../platform/db/access.ts';
import type { CasesDeps } from './cases.deps.ts';
import { parseCursor, queueRow, writeCursor } from './cases.queues.ts';
import type { CaseRow } from './cases.store.ts';

const pageSize = 50;

/**
 * Keyed hashes of the words of a name, by which an office finds its cases. Another office has other hashes for the same
 * name, so the table does not say that somebody is known at two.
 */
export const wordsOf = ({ keys }: Pick<CasesDeps, 'keys'>, officeId: string, name: string): string[] =>
  searchWords(name).map((word) => keys.blindIndex('cases.word', JSON.stringify([officeId, word])));

const beginOf = (day: Day) => toInstant(cityInstant(day, '00:00'));

/**
 * Cases of the caseworker's own office, the newest first. A number finds its case whatever else is said; what looks like
 * a number and is none may be a name.
 */
export async function searchCases(
  deps: CasesDeps,
  db: Reader,
  actor: StaffActor,
  { text, service, state, from, to, after }: Search & { after: string | null },
) {
  const { officeId } = actor;
  const number = readCaseNumber(text);
  const known = number === undefined ? undefined : await deps.search.byNumber(db, officeId, number);
  if (known) return { rows: [await queueRow(deps, db, known)], next: null };
  const sought = {
    officeId,
    words: wordsOf(deps, officeId, text),
    service,
    state,
    from: from && beginOf(from),
    before: to && beginOf(addDays(to, 1)),
  };
  const found = await deps.search.find(db, sought, { after: parseCursor(after), limit: pageSize + 1 });
  const rows = found.slice(0, pageSize);
  const last: CaseRow | undefined = found.length > pageSize ? rows.at(-1) : undefined;
  return {
    rows: await Promise.all(rows.map((row) => queueRow(deps, db, row))),
    next: last ? writeCursor({ key: last.submittedAt, id: last.id }) : null,
  };
}
