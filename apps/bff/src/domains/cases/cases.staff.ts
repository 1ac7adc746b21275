import {
  caseNotFound,
  caseNotInState,
  endOfDays,
  needsSecond,
  notTheCaseworker,
  procedureOf,
  type StaffCase,
} from '@jena/shared/cases';
import { type CaseId, cityTime, newId, type StaffActor, type StaffId, toInstant } from '@jena/shared/kernel';
import { badInput } from '@jena/shared/platform';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { Store } from '../../platform/db/store.ts';
import { appendEvent, readEvents } from '../../platform/events.ts';
import { writeDecision } from './cases.decisions.ts';
import type { CasesDeps } from './cases.deps.ts';
import { duplicatesOf } from './cases.duplicates.ts';
import { caseStream, move } from './cases.events.ts';
import { handsOf } from './cases.hands.ts';
import { notesOf } from './cases.notes.ts';
import { readableDetail } from './cases.partial.ts';
import { allowedActs, isIn, maySee, oneLookMinutes } from './cases.policy.ts';
import { proposalOf, propose } from './cases.proposals.ts';
import { applicantOf, caseworkerOf } from './cases.queues.ts';
import type { CaseRow } from './cases.store.ts';
import { keepWords } from './cases.words.ts';

/** A case of the caseworker's own office; those of others do not exist for them. */
export async function officeCase(
  deps: CasesDeps,
  db: Reader,
  actor: StaffActor,
  id: CaseId,
): Promise<CaseRow> {
  const row = await deps.cases.byId(db, id);
  if (!row || !maySee(actor, row)) throw caseNotFound();
  return row;
}

const looks = new Set(['cases.viewed', 'cases.found_and_viewed']);

/** Opens a case for a caseworker; the look is on the person's access log before the answer leaves. */
export async function viewCase(
  deps: CasesDeps & { store: Store },
  actor: StaffActor,
  { caseId: id, from }: { caseId: CaseId; from: 'queue' | 'search' },
): Promise<StaffCase> {
  const db = deps.store.read;
  const row = await officeCase(deps, db, actor, id);
  const now = deps.clock.now();
  const recent = toInstant(new Date(now.getTime() - oneLookMinutes * 60_000));
  const looked = async (reader: Reader) =>
    (await readEvents(reader, deps.tables, { stream: caseStream(id) })).some(
      (event) => looks.has(event.type) && event.actorId === actor.staffId && event.at > recent,
    );
  if (!(await looked(db))) {
    await deps.store.transaction(
      async (tx) => {
        // A screen may ask twice at once: the second waits, and finds the first one's line.
        await deps.cases.holdCase(tx, row);
        if (await looked(tx)) return;
        await appendEvent(tx, deps.tables, {
          stream: caseStream(id),
          type: from === 'search' ? 'cases.found_and_viewed' : 'cases.viewed',
          actor,
          at: toInstant(now),
          data: { caseId: id, reference: row.reference },
          subject: row.ownerId,
        });
      },
      { changesPublicData: false },
    );
  }
  const { detail, unreadable } = await readableDetail(deps, db, row);
  const hands = await handsOf(deps, db, actor);
  const proposal = await proposalOf(deps, db, actor, row);
  const allowed = allowedActs(actor, row, { ...detail, proposal }, hands);
  return {
    ...detail,
    applicant: (await applicantOf(deps, db, row)) ?? '',
    caseworker: await caseworkerOf(deps, db, row),
    unreadable,
    notes: await notesOf(deps, db, row),
    proposal,
    duplicates: await duplicatesOf(deps, db, actor, id),
    // Nobody decides what they cannot read.
    allowed: unreadable ? allowed.filter((act) => act === 'claim') : allowed,
  };
}

/**
 * Takes a case into one's own hands, from nobody or from the colleague who has it. `from` is who had it on the screen:
 * of two who take a new case at once, the second must not take it from the first unseen.
 * @throws cases.not_in_state when others have it by now
 */
export async function claimCase(
  deps: CasesDeps,
  tx: Writer,
  actor: StaffActor,
  input: { caseId: CaseId; from: StaffId | null },
): Promise<void> {
  const row = await officeCase(deps, tx, actor, input.caseId);
  if (row.caseworkerId === actor.staffId) return;
  if (row.caseworkerId !== input.from) throw caseNotInState({ state: row.state, event: 'claimed' });
  await move(deps, tx, { row, type: 'claimed', actor }, () => ({ caseworkerId: actor.staffId }));
}

/** @throws cases.not_found, cases.not_the_caseworker */
export async function myCase(deps: CasesDeps, tx: Writer, actor: StaffActor, id: CaseId): Promise<CaseRow> {
  const row = await officeCase(deps, tx, actor, id);
  if (!isIn(await handsOf(deps, tx, actor), row)) throw notTheCaseworker();
  return row;
}

/**
 * Asks for a missing paper, in words the citizen reads.
 * @throws cases.not_the_caseworker, cases.not_in_state, platform.bad_input when the form has no such place for files
 */
export async function requestEvidence(
  deps: CasesDeps,
  tx: Writer,
  actor: StaffActor,
  input: { caseId: CaseId; field: string; reason: string },
): Promise<void> {
  const row = await myCase(deps, tx, actor, input.caseId);
  if (!asksForFile(deps, row, input.field)) throw badInput();
  const id = newId<'evidenceRequest'>();
  const dueDay = endOfDays(cityTime(deps.clock.now()).day, procedureOf(row.serviceSlug).evidenceDays);
  const at = await move(deps, tx, { row, type: 'evidence_requested', actor, requestId: id }, () => ({
    answeredAt: null,
    dueDay,
  }));
  await deps.cases.addEvidenceRequest(tx, {
    id,
    caseId: row.id,
    field: input.field,
    reason: await deps.seal.seal(tx, row.ownerId, input.reason, `cases_evidence_request.reason:${id}`),
    requestedAt: at,
    dueDay,
  });
}

/** True when the form that was handed in has this place for files; anything else could not be named to the citizen. */
function asksForFile({ catalogue }: CasesDeps, row: CaseRow, field: string): boolean {
  const slug = catalogue.service(row.serviceSlug)?.form;
  const pages = (slug && catalogue.form(slug, row.formVersion)?.pages) || [];
  return pages.flatMap((page) => page.fields).some(({ name, type }) => name === field && type === 'file');
}

/** Decides a case, or proposes the decision to a second person where two have to agree. */
export async function decideCase(
  deps: CasesDeps,
  tx: Writer,
  actor: StaffActor,
  input: { caseId: CaseId; decision: 'approved' | 'rejected'; note: string },
): Promise<void> {
  const row = await myCase(deps, tx, actor, input.caseId);
  const { decision: outcome, note } = input;
  if (needsSecond(row.serviceSlug)) await propose(deps, tx, actor, { row, outcome, text: note });
  else await settleCase(deps, tx, actor, { row, outcome, note });
}

/** Makes a decision and plans its letter; the citizen gets it when it is written. */
export async function settleCase(
  deps: CasesDeps,
  tx: Writer,
  actor: StaffActor,
  { row, outcome, note: text }: { row: CaseRow; outcome: 'approved' | 'rejected'; note: string },
): Promise<void> {
  const textId = text ? newId<'caseMessage'>() : null;
  const about = { row, type: outcome, actor, ...(textId ? { textId } : {}) };
  const at = await move(deps, tx, about, () => ({ answeredAt: null }));
  if (textId) await keepWords(deps, tx, row, { id: textId, side: 'office', text, at });
  await writeDecision(deps, tx, { row, outcome, textId, at });
}
