import { type CaseId, type DocumentId, newId } from '@jena/shared/kernel';
import { maxUploadBytes } from '@jena/shared/vault';
import { useSyncExternalStore } from 'react';
import { queryClient, trpc } from './client.ts';

/** A file on its way to the server; `failure` is an error code once it stopped, `platform.offline` when it can go on. */
export type Sending = {
  id: DocumentId;
  name: string;
  bytes: number;
  sent: number;
  failure: string | null;
};
type Kept = { content: File; stop: AbortController };

const none: readonly Sending[] = [];
/** Outlives a look at another case, as what is typed does. */
const sendings = new Map<CaseId, readonly Sending[]>();
const kept = new Map<DocumentId, Kept>();
const listeners = new Set<() => void>();

function change(caseId: CaseId, next: readonly Sending[]): void {
  sendings.set(caseId, next);
  for (const listener of listeners) listener();
}

function note(caseId: CaseId, id: DocumentId, news: Partial<Sending>): void {
  change(
    caseId,
    (sendings.get(caseId) ?? none).map((one) => (one.id === id ? { ...one, ...news } : one)),
  );
}

function drop(caseId: CaseId, id: DocumentId): void {
  kept.delete(id);
  change(
    caseId,
    (sendings.get(caseId) ?? none).filter((one) => one.id !== id),
  );
}

const askAgain = (caseId: CaseId) =>
  queryClient.invalidateQueries(trpc.cases.staff.prepared.queryFilter({ caseId }));

/** Sends a file, or the rest of one that stopped. */
async function send(caseId: CaseId, id: DocumentId): Promise<void> {
  const content = kept.get(id)?.content;
  if (!content) return;
  const stop = new AbortController();
  kept.set(id, { content, stop });
  note(caseId, id, { failure: null });
  const { sendFile } = await import('../../offline/uploads.ts');
  const result = await sendFile({
    endpoint: '/uploads',
    file: { documentId: id, name: content.name, url: null },
    forCase: caseId,
    content,
    signal: stop.signal,
    onUrl: () => undefined,
    onProgress: (sent) => note(caseId, id, { sent }),
  });
  // Removed meanwhile.
  if (!kept.has(id)) return;
  if (result.kind === 'failed') {
    const { failure } = result;
    note(caseId, id, { failure: failure.kind === 'rejected' ? failure.code : 'platform.offline' });
    if (failure.kind === 'not_logged_in') await askAgain(caseId);
    return;
  }
  await askAgain(caseId);
  drop(caseId, id);
}

function add(caseId: CaseId, files: readonly File[]): void {
  const added = files.map((content): Sending => {
    const id = newId<'document'>() as DocumentId;
    kept.set(id, { content, stop: new AbortController() });
    const failure = content.size > maxUploadBytes ? 'vault.too_large' : null;
    return { id, name: content.name, bytes: content.size, sent: 0, failure };
  });
  change(caseId, [...(sendings.get(caseId) ?? none), ...added]);
  for (const { id, failure } of added) if (failure === null) void send(caseId, id);
}

/** Takes a file away here and at the server, however far it got. */
async function remove(caseId: CaseId, id: DocumentId): Promise<void> {
  kept.get(id)?.stop.abort();
  drop(caseId, id);
  const key = trpc.cases.staff.prepared.queryKey({ caseId });
  await queryClient.cancelQueries({ queryKey: key });
  // Gone from the screen at once: who removes and sends in one go must not be told of it.
  queryClient.setQueryData(key, (known) => known?.filter((file) => file.id !== id));
  const headers = { 'x-jena-client': '1', 'x-jena-door': 'staff', 'tus-resumable': '1.0.0' };
  // What could not be removed now is forgotten by itself after a day.
  await fetch(`/uploads/${id}`, { method: 'DELETE', headers }).catch(() => undefined);
  await askAgain(caseId);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Files that are on their way to a message of this case. */
export function useAttaching(caseId: CaseId) {
  const sending = useSyncExternalStore(subscribe, () => sendings.get(caseId) ?? none);
  return {
    sending,
    add: (files: readonly File[]) => add(caseId, files),
    again: (id: DocumentId) => void send(caseId, id),
    remove: (id: DocumentId) => void remove(caseId, id),
  };
}
