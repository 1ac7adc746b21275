import { type CaseDetail, type CaseSummary, caseNotFound, waitsForCitizen } from '@jena/shared/cases';
import type { CaseId, CitizenActor } from '@jena/shared/kernel';
import type { Reader } from '../../platform/db/access.ts';
import { readEvents, type StoredEvent } from '../../platform/events.ts';
import type { CasesDeps } from './cases.deps.ts';
import { caseStream, timeline } from './cases.events.ts';
import { purposePlace } from './cases.purpose.ts';
import type { CaseHeading, CaseRow } from './cases.store.ts';

export function summary(row: CaseHeading): CaseSummary {
  const { id, reference, serviceSlug, state, submittedAt, updatedAt } = row;
  return {
    id,
    reference,
    serviceSlug,
    state,
    submittedAt,
    updatedAt,
    waitsForCitizen: waitsForCitizen(state),
  };
}

/** The person's cases, the one that moved last first. */
export async function casesOf(deps: CasesDeps, db: Reader, actor: CitizenActor): Promise<CaseSummary[]> {
  return (await deps.cases.ofOwner(db, actor.accountId)).map(summary);
}

/**
 * One case of this person.
 * @throws cases.not_found also for the cases of others, so that nobody learns which ids exist
 */
export async function ownCase(
  deps: CasesDeps,
  db: Reader,
  actor: CitizenActor,
  id: CaseId,
): Promise<CaseRow> {
  const row = await deps.cases.byId(db, id);
  if (!row || row.ownerId !== actor.accountId) throw caseNotFound();
  return row;
}

/** All that belongs to a case, opened for whoever may see it; the caller has checked that. */
export async function caseDetail(deps: CasesDeps, db: Reader, row: CaseRow): Promise<CaseDetail> {
  const [requests, links, events] = await Promise.all([
    deps.cases.evidenceRequests(db, row.id),
    deps.cases.documents(db, row.id),
    readEvents(db, deps.tables, { stream: caseStream(row.id) }),
  ]);
  const open = (sealed: string, place: string) => deps.seal.open(db, row.ownerId, sealed, place);
  const reasons = new Map(
    await Promise.all(
      requests.map(
        async (r) => [r.id as string, await open(r.reason, `cases_evidence_request.reason:${r.id}`)] as const,
      ),
    ),
  );
  const decisionNote =
    row.decisionNote && (await open(row.decisionNote, `cases_case.decision_note:${row.id}`));
  const documents = await deps.vault.documentsOf(
    db,
    row.ownerId,
    links.map((link) => link.documentId),
  );
  const byId = new Map(documents.map((document) => [document.id, document]));
  const purposes = new Map(
    await Promise.all(
      links.map(
        async ({ documentId, purpose }) =>
          [documentId, purpose && (await open(purpose, purposePlace(row.id, documentId)))] as const,
      ),
    ),
  );
  return {
    ...summary(row),
    officeId: row.officeId,
    formVersion: row.formVersion,
    answers: JSON.parse(await open(row.answers, `cases_case.answers:${row.id}`)) as CaseDetail['answers'],
    timeline: timeline(events, (event) => noteOf(event, reasons, decisionNote)),
    evidenceRequests: requests.map(({ id, field, requestedAt, dueDay, answeredAt }) => ({
      id,
      field,
      reason: reasons.get(id) ?? '',
      requestedAt,
      dueDay,
      answeredAt,
    })),
    documents: links.flatMap((link) => {
      const document = byId.get(link.documentId);
      if (!document) return [];
      const { name, mediaType, bytes } = document;
      const { documentId, field, addedAt, issuedByCity } = link;
      const purpose = purposes.get(documentId) ?? null;
      return [{ documentId, field, name, mediaType, bytes, addedAt, issuedByCity, purpose }];
    }),
  };
}

function noteOf(
  event: StoredEvent,
  reasons: Map<string, string>,
  decisionNote: string | null,
): string | null {
  const { requestId } = event.data as { requestId?: string };
  if (event.type === 'cases.evidence_requested' && requestId) return reasons.get(requestId) ?? null;
  if (event.type === 'cases.approved' || event.type === 'cases.rejected') return decisionNote || null;
  return null;
}
