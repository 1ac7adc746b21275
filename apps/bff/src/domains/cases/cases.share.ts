import { caseNotInState, type DocumentCase, mayHappen, type ShareDocumentInput } from '@jena/shared/cases';
import type { CaseId, CitizenActor, DocumentId } from '@jena/shared/kernel';
import { documentNotFound } from '@jena/shared/vault';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { CasesDeps } from './cases.deps.ts';
import { move } from './cases.events.ts';
import { purposePlace } from './cases.purpose.ts';
import { reachedCase, reaches } from './cases.reach.ts';
import { usableDocuments } from './cases.submit.ts';

/** The field under which a shared document stands; no form has one of this name. */
const sharedField = '';

/**
 * Lets the office of a case open a document of the person's vault, for what they write. Harmless for one it has.
 * @throws cases.not_found, cases.not_in_state once it is decided, vault.not_found, cases.attachment_not_ready
 */
export async function shareDocument(
  deps: CasesDeps,
  tx: Writer,
  actor: CitizenActor,
  { caseId, documentId, purpose }: Omit<ShareDocumentInput, 'idempotencyKey'>,
): Promise<void> {
  const { row, by: onBehalfOf } = await reachedCase(deps, tx, actor, caseId);
  if (!mayHappen(row.state, 'document_shared'))
    throw caseNotInState({ state: row.state, event: 'document_shared' });
  await usableDocuments(deps, tx, actor, [{ field: sharedField, documentId }]);
  const links = await deps.cases.documents(tx, row.id);
  if (links.some((link) => link.documentId === documentId)) return;
  const addedAt = await move(deps, tx, { row, type: 'document_shared', actor, documentId, onBehalfOf });
  await deps.cases.addDocuments(tx, [
    {
      documentId,
      caseId: row.id,
      ownerId: actor.accountId,
      field: sharedField,
      addedAt,
      issuedByCity: false,
      purpose: await deps.seal.seal(tx, row.ownerId, purpose, purposePlace(row.id, documentId)),
    },
  ]);
}

/**
 * Takes a shared document back, for whose it is: from now on nobody of the office can open it. What was handed in stays.
 * @throws cases.not_found, vault.not_found when it is not shared, cases.not_in_state once it is decided
 */
export async function endShare(
  deps: CasesDeps,
  tx: Writer,
  actor: CitizenActor,
  { caseId, documentId }: { caseId: CaseId; documentId: DocumentId },
): Promise<void> {
  const { row, by: onBehalfOf } = await reachedCase(deps, tx, actor, caseId);
  const links = await deps.cases.documents(tx, row.id);
  const link = links.find((candidate) => candidate.documentId === documentId);
  if (link?.ownerId !== actor.accountId || link.purpose === null) throw documentNotFound();
  await move(deps, tx, { row, type: 'share_ended', actor, documentId, onBehalfOf });
  await deps.cases.removeDocument(tx, row.id, documentId);
}

/**
 * The cases that a person's document was given to, the newest first.
 * @throws vault.not_found
 */
export async function casesWith(
  deps: CasesDeps,
  db: Reader,
  actor: CitizenActor,
  documentId: DocumentId,
): Promise<DocumentCase[]> {
  const [document] = await deps.vault.documentsOf(db, actor.accountId, [documentId]);
  if (!document) throw documentNotFound();
  const found = [];
  for (const given of await deps.cases.linksOf(db, documentId))
    if (await reaches(deps, db, actor, given.row)) found.push(given);
  return Promise.all(
    found.map(async ({ row, link }) => ({
      caseId: row.id,
      reference: row.reference,
      serviceSlug: row.serviceSlug,
      state: row.state,
      addedAt: link.addedAt,
      purpose:
        link.purpose &&
        (await deps.seal.open(db, row.ownerId, link.purpose, purposePlace(row.id, documentId))),
      issuedByCity: link.issuedByCity,
      mayEnd: link.purpose !== null && mayHappen(row.state, 'share_ended'),
    })),
  );
}
