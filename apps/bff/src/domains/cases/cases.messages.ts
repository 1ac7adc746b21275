import {
  attachmentNotReady,
  type CaseSide,
  caseNotInState,
  mayHappen,
  type PreparedFile,
  type WriteInput,
} from '@jena/shared/cases';
import {
  type Actor,
  type CaseId,
  type CitizenActor,
  type DocumentId,
  type Instant,
  newId,
  type StaffActor,
  toInstant,
} from '@jena/shared/kernel';
import { documentNotFound } from '@jena/shared/vault';
import type { Reader, Writer } from '../../platform/db/access.ts';
import { appendEvent } from '../../platform/events.ts';
import type { CasesDeps } from './cases.deps.ts';
import { caseStream, move } from './cases.events.ts';
import { reachedCase } from './cases.reach.ts';
import { officeCase } from './cases.staff.ts';
import type { CaseRow } from './cases.store.ts';
import { usableDocuments } from './cases.submit.ts';
import { keepWords } from './cases.words.ts';

/** The field under which the documents of a message stand; no form has one of this name. */
const messageField = '';

/**
 * A message of the person, with documents of their vault; from then on the office may open them.
 * @throws cases.not_found, vault.not_found, cases.attachment_not_ready
 */
export async function writeToOffice(
  deps: CasesDeps,
  tx: Writer,
  actor: CitizenActor,
  { caseId, body, documentIds }: Omit<WriteInput, 'idempotencyKey'>,
): Promise<void> {
  const { row, by: onBehalfOf } = await reachedCase(deps, tx, actor, caseId);
  const documents = [...new Set(documentIds)];
  const attachments = documents.map((documentId) => ({ field: messageField, documentId }));
  await usableDocuments(deps, tx, actor, attachments);
  const id = newId<'caseMessage'>();
  const at = await move(deps, tx, { row, type: 'message_sent', actor, textId: id, onBehalfOf });
  await keepWords(deps, tx, row, { id, side: 'citizen', text: body, at, documents });
  await deps.cases.addDocuments(
    tx,
    attachments.map(({ documentId, field }) => ({
      documentId,
      caseId: row.id,
      ownerId: actor.accountId,
      field,
      addedAt: at,
      issuedByCity: false,
    })),
  );
}

/**
 * A message of the office; everyone of it may answer, not only who has the case. Files that this caseworker prepared for
 * it lie in the person's vault from then on.
 * @throws cases.not_found, cases.not_in_state, vault.not_found, cases.attachment_not_ready
 */
export async function writeToCitizen(
  deps: CasesDeps,
  tx: Writer,
  actor: StaffActor,
  { caseId, body, documentIds }: Omit<WriteInput, 'idempotencyKey'>,
): Promise<void> {
  const row = await officeCase(deps, tx, actor, caseId);
  if (!mayHappen(row.state, 'message_sent'))
    throw caseNotInState({ state: row.state, event: 'message_sent' });
  const documents = [...new Set(documentIds)];
  await readyFiles(deps, tx, actor, { row, documents });
  const id = newId<'caseMessage'>();
  const at = await move(deps, tx, { row, type: 'message_sent', actor, textId: id });
  await keepWords(deps, tx, row, { id, side: 'office', text: body, at, documents });
  await giveFiles(deps, tx, actor, { row, documents, at });
}

/** @throws vault.not_found for what this caseworker did not prepare for this case, cases.attachment_not_ready */
async function readyFiles(
  deps: CasesDeps,
  tx: Writer,
  actor: StaffActor,
  { row, documents }: { row: CaseRow; documents: readonly DocumentId[] },
): Promise<void> {
  if (documents.length === 0) return;
  const prepared = new Map((await preparedIn(deps, tx, actor, row)).map((file) => [file.id, file]));
  for (const id of documents) {
    const file = prepared.get(id);
    if (file === undefined) throw documentNotFound();
    if (file.state !== 'available') throw attachmentNotReady();
  }
}

/** @throws vault.not_found when another message took one of them meanwhile */
async function giveFiles(
  deps: CasesDeps,
  tx: Writer,
  { staffId }: StaffActor,
  { row, documents, at }: { row: CaseRow; documents: readonly DocumentId[]; at: Instant },
): Promise<void> {
  if (!(await deps.vault.provide(tx, { staffId, caseId: row.id, ids: documents, at })))
    throw documentNotFound();
  await deps.cases.addDocuments(
    tx,
    documents.map((documentId) => ({
      documentId,
      caseId: row.id,
      ownerId: row.ownerId,
      field: messageField,
      addedAt: at,
      issuedByCity: true,
    })),
  );
}

const preparedIn = (deps: CasesDeps, db: Reader, { staffId }: StaffActor, { id, ownerId }: CaseRow) =>
  deps.vault.prepared(db, ownerId, { staffId, caseId: id });

/**
 * What this caseworker has prepared for a message of a case and not sent, with how far each file's check is.
 * @throws cases.not_found
 */
export async function preparedFiles(
  deps: CasesDeps,
  db: Reader,
  actor: StaffActor,
  caseId: CaseId,
): Promise<PreparedFile[]> {
  return preparedIn(deps, db, actor, await officeCase(deps, db, actor, caseId));
}

/** Tells the other side that its messages were opened; nothing happens when none is new. */
export async function readMessages(
  deps: CasesDeps,
  tx: Writer,
  { row, by, actor }: { row: CaseRow; by: CaseSide; actor: Actor },
): Promise<void> {
  const at = toInstant(deps.clock.now());
  const count = await deps.cases.markMessagesRead(tx, { caseId: row.id, by, at });
  if (count === 0) return;
  await appendEvent(tx, deps.tables, {
    stream: caseStream(row.id),
    type: 'cases.messages_read',
    actor,
    at,
    data: { caseId: row.id, count },
  });
}
