import { type AddEvidenceInput, caseNotInState, evidenceRequestNotFound } from '@jena/shared/cases';
import type { CitizenActor } from '@jena/shared/kernel';
import type { Writer } from '../../platform/db/access.ts';
import type { CasesDeps } from './cases.deps.ts';
import { officeDue } from './cases.due.ts';
import { move } from './cases.events.ts';
import { reachedCase } from './cases.reach.ts';
import { usableDocuments } from './cases.submit.ts';

/**
 * Answers a request for evidence with documents of the vault of whoever answers.
 * @throws cases.not_found, cases.evidence_request_not_found, cases.attachment_not_ready, vault.not_found
 */
export async function addEvidence(
  deps: CasesDeps,
  tx: Writer,
  actor: CitizenActor,
  input: Omit<AddEvidenceInput, 'idempotencyKey'>,
): Promise<void> {
  const { row, by: onBehalfOf } = await reachedCase(deps, tx, actor, input.caseId);
  const requests = await deps.cases.evidenceRequests(tx, row.id);
  const request = requests.find((candidate) => candidate.id === input.evidenceRequestId);
  if (!request || request.answeredAt) throw evidenceRequestNotFound();
  if (row.state !== 'evidence_requested') throw caseNotInState({ state: row.state, event: 'evidence_added' });
  const attachments = input.documentIds.map((documentId) => ({ field: request.field, documentId }));
  await usableDocuments(deps, tx, actor, attachments);
  const at = await move(
    deps,
    tx,
    { row, type: 'evidence_added', actor, requestId: request.id, onBehalfOf },
    (answeredAt) => ({
      answeredAt,
      dueDay: officeDue({ serviceSlug: row.serviceSlug, at: row.submittedAt }),
    }),
  );
  await deps.cases.answerEvidenceRequest(tx, request.id, at);
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
