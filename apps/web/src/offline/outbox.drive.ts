import type { AddEvidenceInput, SubmitInput } from '@jena/shared/cases';
import { onChange } from './changes.ts';
import { readFile } from './drafts.ts';
import { fileLost, storageUnavailable } from './errors.ts';
import { failureOf } from './failures.ts';
import { openDraftRow, openWords } from './hidden.ts';
import type { LetterInput, OutboxDeps } from './outbox.engine.ts';
import { type Entry, type FileProgress, nextStep, type OutboxEvent } from './outbox.machine.ts';
import { applyEvent, readEntry } from './outbox.store.ts';
import { expireSession } from './owner.ts';

type Effects = Omit<OutboxDeps, 'online' | 'phoneKey'> & { online: () => boolean };

const answerWithin = 60_000;
/** Far more steps than any entry has (20 files, two steps each): a loop ends here instead of draining a battery. */
const mostSteps = 120;

/** Takes one entry as far as it goes now. Every step is saved before the next, so it may be killed anywhere. */
export async function driveEntry(id: string, deps: Effects, urgent: boolean): Promise<void> {
  let hurry = urgent;
  for (let steps = 0; steps < mostSteps; steps++) {
    const found = await readEntry(id);
    if (!found) return;
    const now = deps.now().getTime();
    const step = nextStep(found.entry, { online: deps.online(), account: found.account, now }, hurry);
    const note = async (event: OutboxEvent) => {
      if (event.type === 'failed' && event.failure.kind === 'not_logged_in') await expireSession();
      return applyEvent(id, event, { now: deps.now().getTime(), random: deps.random });
    };
    switch (step.do) {
      case 'rest':
      case 'wait':
        return;
      case 'note':
        await note(step.event);
        continue;
      case 'upload':
        await note(await upload(id, step.file, deps, note));
        break;
      case 'check':
        await note(await check(step.file, deps));
        break;
      case 'submit':
        if (!(await note({ type: 'submitting' }))) return;
        await note(await handIn(found.entry, deps));
    }
    hurry = false;
  }
}

type Note = (event: OutboxEvent) => Promise<unknown>;

async function upload(entryId: string, file: FileProgress, deps: Effects, note: Note): Promise<OutboxEvent> {
  const { documentId } = file;
  try {
    const content = await readFile(documentId);
    if (!content) return await afterLoss(file, deps);
    await note({ type: 'progressed', documentId, sent: file.sent });
    const send = deps.sendFile ?? (await import('./uploads.ts')).sendFile;
    // Saved one after the other, in order, and all of them before the next step.
    let saving: Promise<unknown> = Promise.resolve();
    const save = (event: OutboxEvent) => {
      saving = saving.then(() => note(event)).catch(() => undefined);
    };
    const stop = new AbortController();
    const unwatch = onChange((topic) => {
      if (topic === 'outbox') void isPaused(entryId).then((paused) => paused && stop.abort());
    });
    const job = {
      endpoint: deps.uploadEndpoint,
      content,
      signal: stop.signal,
      onUrl: (url: string) => save({ type: 'uploadFound', documentId, url }),
      onProgress: (sent: number) => save({ type: 'progressed', documentId, sent }),
    };
    const result = await send({ ...job, file }).finally(unwatch);
    await saving;
    // What the server makes of a file that it already has, the check finds out next.
    if (result.kind !== 'failed') return { type: 'uploaded', documentId };
    return { type: 'failed', failure: result.failure, documentId };
  } catch (error) {
    return { type: 'failed', failure: failureOf(error), documentId };
  }
}

/** The person paused it, in this tab or another, or threw it away. */
async function isPaused(id: string): Promise<boolean> {
  const found = await readEntry(id).catch(() => undefined);
  return found?.entry.state.kind === 'paused';
}

/** The file is gone from the phone; if the server has all of it, that is enough. */
async function afterLoss({ documentId }: FileProgress, deps: Effects): Promise<OutboxEvent> {
  const lost: OutboxEvent = {
    type: 'failed',
    failure: { kind: 'rejected', code: fileLost.code },
    documentId,
  };
  try {
    const { state } = await deps.documentState(documentId);
    return state === 'uploading' ? lost : { type: 'uploaded', documentId };
  } catch (error) {
    const failure = failureOf(error);
    return failure.kind === 'rejected' ? lost : { type: 'failed', failure, documentId };
  }
}

async function check({ documentId }: FileProgress, deps: Effects): Promise<OutboxEvent> {
  try {
    const { state, refusal } = await deps.documentState(documentId);
    if (state === 'available') return { type: 'available', documentId };
    if (state === 'refused') return { type: 'refused', documentId, code: refusal ?? 'vault.damaged' };
    return state === 'uploading' ? { type: 'uploadGone', documentId } : { type: 'stillChecking' };
  } catch (error) {
    const failure = failureOf(error);
    // The server never heard of it, e.g. after a restore from backup: send it again.
    const unknown = failure.kind === 'rejected' && failure.code === 'vault.not_found';
    return unknown ? { type: 'uploadGone', documentId } : { type: 'failed', failure, documentId };
  }
}

/** Hands in what the files belong to. */
async function handIn(entry: Entry, deps: Effects): Promise<OutboxEvent> {
  try {
    const options = { signal: AbortSignal.timeout(answerWithin) };
    if (entry.kind === 'submission')
      return { type: 'accepted', receipt: await deps.submit(await submitInput(entry), options) };
    if (entry.kind === 'vault')
      await deps.describe({ idempotencyKey: entry.idempotencyKey, ...entry.vault }, options);
    else if (entry.kind === 'letter') await deps.write(await letterInput(entry), options);
    else await deps.addEvidence(evidenceInput(entry), options);
    return { type: 'accepted', receipt: null };
  } catch (error) {
    return { type: 'failed', failure: failureOf(error) };
  }
}

type Of<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>;

/** @throws platform.storage_unavailable while the key of the answers is not here */
async function submitInput(entry: Of<'submission'>): Promise<SubmitInput> {
  const { idempotencyKey, files, language } = entry;
  const draft = await openDraftRow(entry.draft);
  if (!draft) throw storageUnavailable({ cause: 'locked' });
  const attachments = files.map(({ field, documentId }) => ({ field, documentId }));
  const { serviceSlug, formVersion, answers } = draft;
  const onBehalfOf = draft.onBehalfOf?.mandateId ?? null;
  const { bundle } = draft;
  return {
    ...{ idempotencyKey, serviceSlug, formVersion, answers, attachments, language, onBehalfOf },
    ...(bundle && { bundle }),
  };
}

/** @throws platform.storage_unavailable while its key is not here */
async function letterInput({ id, idempotencyKey, letter, secret }: Of<'letter'>): Promise<LetterInput> {
  const words = await openWords(id, secret);
  if (!words) throw storageUnavailable({ cause: 'locked' });
  const { use, caseId } = letter;
  return { idempotencyKey, use, caseId, ...words };
}

function evidenceInput({ idempotencyKey, evidence, files }: Of<'evidence'>): AddEvidenceInput {
  const { caseId, evidenceRequestId } = evidence;
  const documentIds = files.map(({ documentId }) => documentId);
  return { idempotencyKey, caseId, evidenceRequestId, documentIds };
}
