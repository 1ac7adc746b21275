import {
  type CaseDetail,
  type CaseSummary,
  type Representation,
  turnIn,
  turnSince,
  waitsForCitizen,
} from '@jena/shared/cases';
import type { AccountId, DocumentId } from '@jena/shared/kernel';
import type { Party } from '@jena/shared/mandates';
import type { VaultDocument } from '@jena/shared/vault';
import type { Reader } from '../../platform/db/access.ts';
import { readEvents, type StoredEvent } from '../../platform/events.ts';
import type { CasesDeps } from './cases.deps.ts';
import { actedBy, caseStream, type Representatives, timeline } from './cases.events.ts';
import { openMessages } from './cases.messages.read.ts';
import { outlookOf } from './cases.outlook.ts';
import { purposePlace } from './cases.purpose.ts';
import type { CaseDocumentRow, CaseHeading, CaseRow } from './cases.store.ts';

/** @param forWhom whose case it is, when it is not the reader's own */
export function summary(row: CaseHeading, forWhom: Party | null): CaseSummary {
  const { id, reference, serviceSlug, bundleId, bundleSlug, state, submittedAt, updatedAt } = row;
  return {
    id,
    reference,
    serviceSlug,
    state,
    submittedAt,
    updatedAt,
    waitsForCitizen: waitsForCitizen(state),
    forWhom,
    bundle: bundleId && bundleSlug ? { id: bundleId, slug: bundleSlug } : null,
  };
}

/**
 * All that belongs to a case, opened for whoever may see it; the caller has checked that.
 * @param reader the account that reads, or null for staff
 */
export async function caseDetail(
  deps: CasesDeps,
  db: Reader,
  row: CaseRow,
  reader: AccountId | null,
): Promise<CaseDetail> {
  const [requests, links, events, represented, texts, outlook] = await Promise.all([
    deps.cases.evidenceRequests(db, row.id),
    deps.cases.documents(db, row.id),
    readEvents(db, deps.tables, { stream: caseStream(row.id) }),
    representationOf(deps, db, row, reader),
    openMessages(deps, db, row),
    outlookOf(deps, db, row, reader === null),
  ]);
  const actors = await actorsOf(deps, db, row, { events, reader });
  const open = (sealed: string, place: string) => deps.seal.open(db, row.ownerId, sealed, place);
  const reasons = new Map(
    await Promise.all(
      requests.map(
        async (r) => [r.id as string, await open(r.reason, `cases_evidence_request.reason:${r.id}`)] as const,
      ),
    ),
  );
  const byId = await openDocuments(deps, db, links);
  const isOwn = reader === null || reader === row.ownerId;
  const purposes = new Map(
    await Promise.all(
      links.map(
        async ({ documentId, purpose }) =>
          [documentId, purpose && (await open(purpose, purposePlace(row.id, documentId)))] as const,
      ),
    ),
  );
  return {
    ...summary(row, isOwn ? null : await deps.mandates.party(db, row.ownerId)),
    officeId: row.officeId,
    representation: represented,
    formVersion: row.formVersion,
    answers: JSON.parse(await open(row.answers, `cases_case.answers:${row.id}`)) as CaseDetail['answers'],
    ...outlook,
    turn: turnOf(row, events),
    timeline: timeline(events, {
      noteOf: (event) => noteOf(event, reasons, texts),
      actors,
      explain: deps.automation.explain,
    }),
    messages: thread(events, texts, actors),
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
    mayWantPerson: await deps.automation.mayAct(db, row),
  };
}

/** The mandate by which a case was handed in, as its reader is told of it. */
async function representationOf(
  deps: CasesDeps,
  db: Reader,
  row: CaseRow,
  reader: AccountId | null,
): Promise<Representation | null> {
  const found = row.mandateId && (await deps.mandates.representation(db, row.mandateId));
  if (!found) return null;
  const { kind, party, isConfirmed } = found;
  const holder = await deps.mandates.nameOf(db, row.submittedBy);
  return { kind, party, isConfirmed, holder, isYou: row.submittedBy === reader };
}

/** Those who acted in a case of somebody else, by account. */
async function actorsOf(
  deps: CasesDeps,
  db: Reader,
  row: CaseRow,
  { events, reader }: { events: readonly StoredEvent[]; reader: AccountId | null },
): Promise<Representatives> {
  const ids = new Set(
    events.flatMap(({ actorKind, actorId }) =>
      actorKind === 'citizen' && actorId && actorId !== row.ownerId ? [actorId as AccountId] : [],
    ),
  );
  // Who left has no name any more, and their case no owner with one.
  if (ids.size === 0 || row.keptUntil !== null) return new Map();
  const { name: party } = await deps.mandates.party(db, row.ownerId);
  return new Map(
    await Promise.all(
      [...ids].map(
        async (id) =>
          [id, { name: await deps.mandates.nameOf(db, id), isYou: id === reader, party }] as const,
      ),
    ),
  );
}

/** Documents of a case, wherever they lie: evidence stays in the vault of whoever gave it. */
async function openDocuments(
  deps: CasesDeps,
  db: Reader,
  links: readonly CaseDocumentRow[],
): Promise<Map<DocumentId, VaultDocument>> {
  const found = await Promise.all(
    [...new Set(links.map(({ ownerId }) => ownerId))].map((ownerId) =>
      deps.vault.documentsOf(
        db,
        ownerId,
        links.filter((link) => link.ownerId === ownerId).map((link) => link.documentId),
      ),
    ),
  );
  return new Map(found.flat().map((document) => [document.id, document]));
}

const sentType = 'cases.message_sent';

/** The messages of a case, each with who wrote it as the timeline says it. */
function thread(
  events: readonly StoredEvent[],
  texts: Awaited<ReturnType<typeof openMessages>>,
  actors: Representatives,
): CaseDetail['messages'] {
  return events.flatMap((event) => {
    const { textId = '' } = event.data as { textId?: string };
    const text = event.type === sentType ? texts.get(textId) : undefined;
    return text ? [{ ...text, by: actedBy(event, actors) }] : [];
  });
}

/** Whose turn it is, and since when. */
export function turnOf({ state, submittedAt }: CaseRow, events: readonly StoredEvent[]): CaseDetail['turn'] {
  const steps = timeline(events, { noteOf: () => null, actors: new Map(), explain: () => null });
  return { who: turnIn(state), since: turnSince(steps) ?? submittedAt };
}

function noteOf(
  event: StoredEvent,
  reasons: Map<string, string>,
  texts: ReadonlyMap<string, { body: string }>,
): string | null {
  const { requestId, textId } = event.data as { requestId?: string; textId?: string };
  if (event.type === 'cases.evidence_requested' && requestId) return reasons.get(requestId) ?? null;
  // A message has its place in the thread.
  return textId && event.type !== sentType ? (texts.get(textId)?.body ?? null) : null;
}
