import type { CaseId } from '@jena/shared/kernel';
import { DetailedError, Upload } from 'tus-js-client';
import { codeInBody, failureOfStatus } from './failures.ts';
import type { Failure, FileProgress } from './outbox.machine.ts';

/** The first piece; the next ones are as large as the connection is fast. */
export const firstChunkBytes = 256 * 1024;
const largestChunkBytes = 8 * 1024 * 1024;
/** How long a piece should travel: long enough that the answers between pieces cost little, short enough to show progress. */
const chunkSeconds = 2;
/** A connection that moves nothing for so long is given up and resumed later. */
const stalledAfter = 60_000;

export type UploadJob = {
  endpoint: string;
  file: Pick<FileProgress, 'documentId' | 'name' | 'url'>;
  content: Blob;
  /** A caseworker prepares it for a message in this case; left out, a person sends their own. */
  forCase?: CaseId;
  /** Stops it; what the server has by then stays there. */
  signal?: AbortSignal;
  onUrl: (url: string) => void;
  onProgress: (sent: number) => void;
};

/** `exists`: the server knows this document and wants no more of it; what it thinks of it, `vault.document` says. */
export type UploadResult = { kind: 'sent' } | { kind: 'exists' } | { kind: 'failed'; failure: Failure };
export type SendFile = (job: UploadJob) => Promise<UploadResult>;

/** How often an upload is picked up again within one try, when the server has another opinion of how far it got. */
const mostResumptions = 3;

/** The next piece's size after one of `bytes` took so many seconds. */
function chunkFor(bytes: number, seconds: number): number {
  const wanted = Math.round((bytes / Math.max(seconds, 0.001)) * chunkSeconds);
  return Math.min(Math.max(wanted, firstChunkBytes), largestChunkBytes);
}

/**
 * Sends a file by tus 1.0, from where an earlier try stopped. Never throws: what went wrong is in the result.
 * The document's id is ours, so a second creation meets 409 instead of making a second document; the upload's address
 * follows from the id, so one whose creation was answered into the void is found and resumed. A piece meets 409 when
 * the server has more than we think: browsers repeat a request by themselves whose connection broke. Then we ask.
 */
export async function sendFile(job: UploadJob): Promise<UploadResult> {
  const endpoint = job.endpoint.replace(/\/$/, '');
  let result = await attempt({ ...job, endpoint });
  const url = `${endpoint}/${job.file.documentId}`;
  for (let again = 0; result.kind === 'exists' && again < mostResumptions; again++) {
    result = await attempt({ ...job, endpoint, file: { ...job.file, url } });
  }
  return result;
}

function attempt({
  endpoint,
  file,
  content,
  forCase,
  signal,
  onUrl,
  onProgress,
}: UploadJob): Promise<UploadResult> {
  return new Promise((resolve) => {
    let watchdog: ReturnType<typeof setTimeout> | undefined;
    let chunkBegan = performance.now();
    const finish = (result: UploadResult) => {
      clearTimeout(watchdog);
      signal?.removeEventListener('abort', giveUp);
      resolve(result);
    };
    const giveUp = () => {
      void upload.abort();
      finish({ kind: 'failed', failure: { kind: 'offline' } });
    };
    const alive = () => {
      clearTimeout(watchdog);
      watchdog = setTimeout(giveUp, stalledAfter);
    };
    const upload = new Upload(content, {
      endpoint,
      uploadUrl: file.url,
      chunkSize: firstChunkBytes,
      metadata: {
        documentId: file.documentId,
        filename: file.name,
        filetype: content.type,
        ...(forCase ? { caseId: forCase } : {}),
      },
      // When to try again is the outbox's business, and it keeps the address itself.
      retryDelays: null,
      // Proves that a page of this origin asks; the server demands it of everything that changes something.
      headers: { 'x-jena-client': '1', ...(forCase ? { 'x-jena-door': 'staff' } : {}) },
      storeFingerprintForResuming: false,
      onProgress: alive,
      onUploadUrlAvailable: () => {
        chunkBegan = performance.now();
        if (upload.url) onUrl(upload.url);
      },
      onChunkComplete: (bytes, accepted) => {
        const now = performance.now();
        upload.options.chunkSize = chunkFor(bytes, (now - chunkBegan) / 1000);
        chunkBegan = now;
        onProgress(accepted);
      },
      onSuccess: () => finish({ kind: 'sent' }),
      onError: (error) => finish(resultOf(error)),
    });
    if (signal?.aborted) return giveUp();
    signal?.addEventListener('abort', giveUp);
    alive();
    upload.start();
  });
}

function resultOf(error: Error): UploadResult {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  const status = response?.getStatus();
  if (status === 409) return { kind: 'exists' };
  return { kind: 'failed', failure: failureOfStatus(status, codeInBody(response?.getBody() ?? '')) };
}
