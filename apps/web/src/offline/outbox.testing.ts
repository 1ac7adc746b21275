import type { AddEvidenceInput, Receipt, SubmitInput } from '@jena/shared/cases';
import { type DocumentId, type IdempotencyKey, idFromBytes, newId } from '@jena/shared/kernel';
import type { DescribeInput, DocumentState } from '@jena/shared/vault';
import { addFile, type Draft, openDraft, saveDraft } from './drafts.ts';
import { createOutbox, type LetterInput, type OutboxDeps } from './outbox.engine.ts';
import type { EvidenceAnswer } from './outbox.machine.ts';
import { listEntries } from './outbox.store.ts';
import { aDraft } from './testing.ts';
import type { UploadJob, UploadResult } from './uploads.ts';

type StoredUpload = { total: number; received: number; state: DocumentState; refusal: string | null };

/** What the BFF promises, in memory: idempotent submission and evidence, resumable uploads by document id. */
export function server() {
  const cases = new Map<IdempotencyKey, { receipt: Receipt; input: SubmitInput }>();
  const evidence = new Map<IdempotencyKey, AddEvidenceInput>();
  const letters = new Map<IdempotencyKey, LetterInput>();
  const described = new Map<IdempotencyKey, DescribeInput>();
  const uploads = new Map<DocumentId, StoredUpload>();
  let number = 0;
  const fail = (httpStatus: number, appCode?: string) =>
    Object.assign(new Error('refused'), { data: { httpStatus, appCode } });
  const mustBeAvailable = (documents: readonly DocumentId[]) => {
    if (documents.some((id) => uploads.get(id)?.state !== 'available'))
      throw fail(409, 'cases.attachment_not_ready');
  };
  return {
    cases,
    evidence,
    described,
    letters,
    uploads,
    fail,
    async submit(input: SubmitInput): Promise<Receipt> {
      const known = cases.get(input.idempotencyKey);
      if (known) return known.receipt;
      mustBeAvailable(input.attachments.map(({ documentId }) => documentId));
      number += 1;
      const bytes = new Uint8Array(16);
      new DataView(bytes.buffer).setUint32(0, number);
      const receipt = {
        caseId: idFromBytes<'case'>(bytes),
        reference: `J-${number}`,
        submittedAt: '2026-11-23T10:00:00.000Z',
      } as Receipt;
      cases.set(input.idempotencyKey, { receipt, input });
      return receipt;
    },
    async addEvidence(input: AddEvidenceInput): Promise<void> {
      if (evidence.has(input.idempotencyKey)) return;
      const answered = [...evidence.values()].some(
        (known) => known.evidenceRequestId === input.evidenceRequestId,
      );
      if (answered) throw fail(404, 'cases.evidence_request_not_found');
      mustBeAvailable(input.documentIds);
      evidence.set(input.idempotencyKey, input);
    },
    async write(input: LetterInput): Promise<void> {
      letters.set(input.idempotencyKey, input);
    },
    async describe(input: DescribeInput): Promise<void> {
      if (!uploads.has(input.documentId)) throw fail(404, 'vault.not_found');
      described.set(input.idempotencyKey, input);
    },
    async documentState(documentId: DocumentId) {
      const upload = uploads.get(documentId);
      if (!upload) throw fail(404, 'vault.not_found');
      const { state, refusal } = upload;
      if (state === 'checking') upload.state = 'available';
      return { state, refusal };
    },
    async sendFile({ endpoint, file, content, onUrl, onProgress }: UploadJob): Promise<UploadResult> {
      const { documentId } = file;
      if (!file.url && uploads.has(documentId)) return { kind: 'exists' };
      const upload = uploads.get(documentId) ?? {
        total: content.size,
        received: 0,
        state: 'uploading',
        refusal: null,
      };
      uploads.set(documentId, upload);
      onUrl(`${endpoint}${documentId}`);
      upload.received = upload.total;
      upload.state = 'checking';
      onProgress(upload.total);
      return { kind: 'sent' };
    },
  };
}

type Server = ReturnType<typeof server>;

/** The outbox of a phone that talks to this server. */
export function outboxFor(city: Server, given: Partial<OutboxDeps> = {}) {
  return createOutbox({
    submit: city.submit,
    addEvidence: city.addEvidence,
    describe: city.describe,
    write: city.write,
    documentState: city.documentState,
    sendFile: city.sendFile,
    phoneKey: async () => null,
    uploadEndpoint: '/uploads/',
    now: () => new Date('2026-11-23T10:00:00.000Z'),
    random: () => 0.5,
    ...given,
  });
}

/** A draft with one photograph, as the phone keeps it. */
export async function draftWithPhoto(): Promise<Draft> {
  const draft = aDraft();
  await saveDraft(draft);
  await addFile(
    draft.id,
    'confirmation',
    new Blob([new Uint8Array(500)], { type: 'image/jpeg' }),
    'foto.jpg',
  );
  return (await openDraft(draft.serviceSlug)) ?? draft;
}

/** A request of a caseworker for a paper. */
export function anEvidenceRequest(): EvidenceAnswer {
  return {
    caseId: newId<'case'>(),
    evidenceRequestId: newId<'evidenceRequest'>(),
    field: 'confirmation',
    serviceSlug: 'wohnsitz-anmelden',
  };
}

/** Several passes, as a phone makes over time: files first, then the submission. */
export async function flushUntilStill(outbox: ReturnType<typeof outboxFor>): Promise<void> {
  for (let round = 0; round < 5; round++) await outbox.flush({ urgent: true });
}

/** The states of all entries, oldest first. */
export const states = async () => (await listEntries()).map((entry) => entry.state.kind);
