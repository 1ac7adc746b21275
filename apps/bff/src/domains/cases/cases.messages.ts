import { type CaseSide, caseNotInState, mayHappen, type WriteInput } from '@jena/shared/cases';
import {
  type Actor,
  type CaseId,
  type CitizenActor,
  newId,
  type StaffActor,
  toInstant,
} from '@jena/shared/kernel';
import type { Writer } from '../../platform/db/access.ts';
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
 * A message of the office; everyone of it may answer, not only who has the case.
 * @throws cases.not_found, cases.not_in_state
 */
export async function writeToCitizen(
  deps: CasesDeps,
  tx: Writer,
  actor: StaffActor,
  { caseId, body }: { caseId: CaseId; body: string },
): Promise<void> {
  const row = await officeCase(deps, tx, actor, caseId);
  if (!mayHappen(row.state, 'message_sent'))
    throw caseNotInState({ state: row.state, event: 'message_sent' });
  const id = newId<'caseMessage'>();
  const at = await move(deps, tx, { row, type: 'message_sent', actor, textId: id });
  await keepWords(deps, tx, row, { id, side: 'office', text: body, at });
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
