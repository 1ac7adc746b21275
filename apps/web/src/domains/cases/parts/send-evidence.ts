import type { CaseId, EvidenceRequestId, IdempotencyKey } from '@jena/shared/kernel';
import { newId } from '@jena/shared/kernel';
import { readCounts } from '../../../lib/counts.ts';
import { client, queryClient, trpc } from '../../../lib/trpc.ts';
import { readFile, removeFile, type StoredFile } from '../../../offline/drafts.ts';
import { sendFile } from '../../../offline/uploads.ts';

export type EvidenceStep = { kind: 'sending'; sent: number; total: number } | { kind: 'checking' };

const keys = new Map<string, IdempotencyKey>();

/** One key for each answer to a request, however often it is tried. */
function keyFor(request: EvidenceRequestId, files: readonly StoredFile[]): IdempotencyKey {
  const name = [request, ...files.map((file) => file.documentId)].join(':');
  const key = keys.get(name) ?? newId<'idempotency'>();
  keys.set(name, key);
  return key;
}

/**
 * Sends the papers a caseworker asked for: files first, each resumable, then the answer that names them.
 * @throws what the server refuses, with its code; the files stay on the phone until it has worked
 */
export async function sendEvidence(
  input: { caseId: CaseId; evidenceRequestId: EvidenceRequestId; files: readonly StoredFile[] },
  onStep: (step: EvidenceStep) => void,
): Promise<void> {
  const total = input.files.reduce((sum, file) => sum + file.bytes, 0);
  let before = 0;
  for (const file of input.files) {
    const content = await readFile(file.documentId);
    if (!content) throw refused('platform.file_lost');
    const result = await sendFile({
      endpoint: '/uploads/',
      file: { documentId: file.documentId, name: file.name, url: null },
      content,
      onUrl: () => undefined,
      onProgress: (sent) => onStep({ kind: 'sending', sent: before + sent, total }),
    });
    if (result.kind === 'failed')
      throw refused('code' in result.failure ? result.failure.code : 'platform.offline');
    before += file.bytes;
  }
  onStep({ kind: 'checking' });
  for (const file of input.files) await untilChecked(file);
  await client.cases.addEvidence.mutate({
    idempotencyKey: keyFor(input.evidenceRequestId, input.files),
    caseId: input.caseId,
    evidenceRequestId: input.evidenceRequestId,
    documentIds: input.files.map((file) => file.documentId),
  });
  for (const file of input.files) await removeFile(file.documentId);
  await Promise.all([queryClient.invalidateQueries({ queryKey: trpc.cases.pathKey() }), readCounts()]);
}

const refused = (appCode: string) => Object.assign(new Error(appCode), { data: { appCode } });

/** Waits until the server has looked at a file. */
async function untilChecked(file: StoredFile): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    const { state, refusal } = await client.vault.document.query({ documentId: file.documentId });
    if (state === 'available') return;
    if (state === 'refused') throw refused(refusal ?? 'vault.damaged');
    await new Promise((resolve) => setTimeout(resolve, Math.min(250 * (tries + 1), 2000)));
  }
  throw refused('cases.attachment_not_ready');
}
