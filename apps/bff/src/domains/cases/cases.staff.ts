import { caseNotFound, notTheCaseworker, type StaffCase, workqueues } from '@jena/shared/cases';
import { addDays, type CaseId, cityTime, newId, type StaffActor, toInstant } from '@jena/shared/kernel';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { Store } from '../../platform/db/store.ts';
import { appendEvent, readEvents } from '../../platform/events.ts';
import { planJob } from '../../platform/jobs.ts';
import type { CasesDeps } from './cases.deps.ts';
import { caseStream, happen } from './cases.events.ts';
import { allowedActs, evidenceDays, maySee, oneLookMinutes } from './cases.policy.ts';
import type { CaseRow, Cursor, Queue } from './cases.store.ts';
import { caseDetail, summary } from './cases.view.ts';

const pageSize = 50;

/** One work queue with the counts of all of them. */
export async function workqueue(
  deps: CasesDeps,
  db: Reader,
  actor: StaffActor,
  queue: Queue,
  after: string | null,
) {
  const owner = { officeId: actor.officeId, staffId: actor.staffId };
  const counted = await Promise.all(
    workqueues.map(async (name) => [name, await deps.cases.countQueue(db, name, owner)] as const),
  );
  const found = await deps.cases.queue(db, queue, owner, parseCursor(after), pageSize + 1);
  const rows = found.slice(0, pageSize);
  const last = found.length > pageSize ? rows.at(-1) : undefined;
  return {
    counts: Object.fromEntries(counted) as Record<Queue, number>,
    rows: await Promise.all(rows.map(async (row) => ({ ...summary(row), ...(await people(deps, db, row)) }))),
    next: last ? `${last.submittedAt}~${last.id}` : null,
  };
}

function parseCursor(after: string | null): Cursor | null {
  const [at, id] = after?.split('~') ?? [];
  return at && id ? ({ at, id } as Cursor) : null;
}

async function people(deps: CasesDeps, db: Reader, row: CaseRow) {
  const name = row.caseworkerId && (await deps.staffName(db, row.caseworkerId));
  return {
    applicant: await deps.seal.open(db, row.ownerId, row.applicant, `cases_case.applicant:${row.id}`),
    caseworker: row.caseworkerId ? { id: row.caseworkerId, name: name || '' } : null,
  };
}

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

/** Opens a case for a caseworker; the look is on the person's access log before the answer leaves. */
export async function viewCase(
  deps: CasesDeps & { store: Store },
  actor: StaffActor,
  id: CaseId,
): Promise<StaffCase> {
  const db = deps.store.read;
  const row = await officeCase(deps, db, actor, id);
  const now = deps.clock.now();
  const recent = toInstant(new Date(now.getTime() - oneLookMinutes * 60_000));
  const events = await readEvents(db, deps.tables, { stream: caseStream(id) });
  const looked = events.some(
    (e) => e.type === 'cases.viewed' && e.actorId === actor.staffId && e.at > recent,
  );
  if (!looked) {
    await deps.store.transaction(
      (tx) =>
        appendEvent(tx, deps.tables, {
          stream: caseStream(id),
          type: 'cases.viewed',
          actor,
          at: toInstant(now),
          data: { caseId: id, reference: row.reference },
          subject: row.ownerId,
        }),
      { changesPublicData: false },
    );
  }
  return {
    ...(await caseDetail(deps, db, row)),
    ...(await people(deps, db, row)),
    allowed: allowedActs(actor, row),
  };
}

/** Takes a case into one's own hands. */
export async function claimCase(deps: CasesDeps, tx: Writer, actor: StaffActor, id: CaseId): Promise<void> {
  const row = await officeCase(deps, tx, actor, id);
  if (row.caseworkerId === actor.staffId) return;
  const { state, at } = await happen(deps, tx, { head: row, type: 'claimed', actor });
  await deps.cases.changeCase(tx, id, { state, caseworkerId: actor.staffId, updatedAt: at });
}

async function myCase(deps: CasesDeps, tx: Writer, actor: StaffActor, id: CaseId): Promise<CaseRow> {
  const row = await officeCase(deps, tx, actor, id);
  if (row.caseworkerId !== actor.staffId) throw notTheCaseworker();
  return row;
}

/** Asks for a missing paper, in words the citizen reads. */
export async function requestEvidence(
  deps: CasesDeps,
  tx: Writer,
  actor: StaffActor,
  input: { caseId: CaseId; field: string; reason: string },
): Promise<void> {
  const row = await myCase(deps, tx, actor, input.caseId);
  const id = newId<'evidenceRequest'>();
  const { state, at } = await happen(deps, tx, {
    head: row,
    type: 'evidence_requested',
    actor,
    requestId: id,
  });
  await deps.cases.addEvidenceRequest(tx, {
    id,
    caseId: row.id,
    field: input.field,
    reason: await deps.seal.seal(tx, row.ownerId, input.reason, `cases_evidence_request.reason:${id}`),
    requestedAt: at,
    dueDay: addDays(cityTime(deps.clock.now()).day, evidenceDays),
  });
  await deps.cases.changeCase(tx, row.id, { state, updatedAt: at, answeredAt: null });
}

/** Decides a case. An approval plans the confirmation document; the citizen gets it when it is written. */
export async function decideCase(
  deps: CasesDeps,
  tx: Writer,
  actor: StaffActor,
  input: { caseId: CaseId; decision: 'approved' | 'rejected'; note: string },
): Promise<void> {
  const row = await myCase(deps, tx, actor, input.caseId);
  const { state, at } = await happen(deps, tx, { head: row, type: input.decision, actor });
  const decisionNote =
    input.note && (await deps.seal.seal(tx, row.ownerId, input.note, `cases_case.decision_note:${row.id}`));
  await deps.cases.changeCase(tx, row.id, {
    state,
    updatedAt: at,
    answeredAt: null,
    decisionNote: decisionNote || null,
  });
  if (input.decision === 'approved') {
    await planJob(tx, deps.tables, { kind: 'cases.issue', payload: { caseId: row.id }, at, key: row.id });
  }
}
