import type { CaseBundle } from '@jena/shared/cases';
import type { Answers, Change, FormFingerprint, Origins, Replaced, Stamps } from '@jena/shared/forms';
import { type DocumentId, type DraftId, type Language, type MandateId, newId } from '@jena/shared/kernel';
import { announce } from './changes.ts';
import { joinFiles } from './draft-files.ts';
import { storageUnavailable } from './errors.ts';
import { hideContent, hideDraft, openContent, openDraftRow } from './hidden.ts';
import { type DraftRow, type FileRow, isMine, loggedIn, outboxDatabase, withOwner } from './outbox.db.ts';
import { askToPersist } from './persist.ts';

/** A half-filled form. It lives on the phone and, for who is logged in, in their account too, until it is submitted. */
export type Draft = {
  id: string;
  serviceSlug: string;
  formVersion: number;
  /** What the form looked like when it was filled. */
  fingerprint: FormFingerprint;
  answers: Answers;
  /** Who gave an answer: card, BundID, what is known of the represented party, the profile, or the person. */
  origins: Origins;
  /** When each answer was given by hand; files of a question count as its answer. */
  stamps?: Stamps;
  files: Record<string, StoredFile[]>;
  page: string;
  updatedAt: string;
  language: Language;
  /** For whom it is filled in, by which mandate; missing when the person applies for themselves. */
  onBehalfOf?: Represented;
  /** Made of a bundle that was handed in: with which others it goes. */
  bundle?: CaseBundle;
  /** What a new version of the form changed, until the person has seen it. */
  changed?: Change[];
  /** Answers that the new version has no place for. */
  aside?: Answers;
  /** Answers that gave way to newer ones of another device, until the person has seen it. */
  replaced?: Replaced[];
  readVersion?: number;
  readUntil?: string;
  /** As it lies in the account: which draft, which state of it, and `updatedAt` of what went there. */
  server?: { id: DraftId; revision: number; at: string };
  /** The stamps when phone and account last agreed. */
  base?: Stamps;
  /** By device: papers that lie on another one alone. */
  elsewhere?: Record<string, { field: string; name: string }[]>;
};

export type Represented = { mandateId: MandateId; name: string };

/** A captured or chosen file, kept on the phone under the document id that the server will know it by. */
export type StoredFile = {
  documentId: DocumentId;
  name: string;
  mediaType: string;
  bytes: number;
  addedAt: string;
  /** Lies in the person's vault already: nothing of it is on the phone, and nothing travels. */
  inVault?: true;
};

/** What joins two states of a draft; whoever fills a form has it before the first letter. */
export const loadMerge = () => import('./draft-merge.ts');

/** The newest draft of a service that this person may see. */
export async function openDraft(serviceSlug: string): Promise<Draft | undefined> {
  return (await listDrafts()).find((draft) => draft.serviceSlug === serviceSlug);
}

/** All drafts of this person and those made on this device before a login, newest first. */
export async function listDrafts(): Promise<Draft[]> {
  const rows = await outboxDatabase.run(async (db) => {
    const transaction = db.transaction(['drafts', 'meta']);
    const owner = await transaction.objectStore('meta').get('owner');
    return (await transaction.objectStore('drafts').getAll()).filter((row) => isMine(row.owner, owner));
  });
  const drafts = await Promise.all(rows.map(({ owner: _owner, ...draft }) => openDraftRow(draft)));
  return drafts.filter((draft) => draft !== undefined).sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
}

/**
 * Writes a draft as typed, its answers sealed. What came to it meanwhile, from another tab or device, stays. A draft that
 * was submitted or deleted meanwhile stays so: a late write never brings it back.
 * @returns the draft as it lies there now; undefined when it is gone
 * @throws platform.storage_full when the phone has no room; what was saved before stays
 */
export async function saveDraft(draft: Draft): Promise<Draft | undefined> {
  const { mergeDrafts } = await loadMerge();
  return changeDraft(draft.id, (stored, row, captured) => {
    const { server, base, elsewhere, ...typed } = draft;
    const theirs = stored ?? row;
    const account = {
      ...(theirs?.server && { server: theirs.server }),
      ...(theirs?.elsewhere && { elsewhere: theirs.elsewhere }),
      ...(stored?.base && { base: stored.base }),
    };
    if (!stored) return theirs ? { ...typed, ...account } : draft;
    const now = new Date().toISOString();
    const files = joinFiles(typed, stored, (id) => captured.has(id));
    return { ...mergeDrafts<Draft>(typed, stored, { onTie: 'mine', now }), files, ...account };
  });
}

/**
 * Reads a draft and writes what `change` makes of it, as one: begins again when somebody else wrote in between.
 * `stored` is undefined when there is none, or, with a `row`, while its key is not here; `captured` are the photographs of
 * it that lie on this phone.
 * @returns the draft as it lies there now; undefined when there is none, or `change` wants none
 */
export async function changeDraft(
  id: string,
  change: (
    stored: Draft | undefined,
    row: Draft | undefined,
    captured: ReadonlySet<DocumentId>,
  ) => Draft | undefined,
): Promise<Draft | undefined> {
  const result = await withOwner(id, async (owner) => {
    const [row, captured] = await outboxDatabase.run(async (db) => {
      const transaction = db.transaction(['drafts', 'files']);
      const keys = await transaction.objectStore('files').index('byDraft').getAllKeys(id);
      return [await transaction.objectStore('drafts').get(id), new Set(keys as DocumentId[])] as const;
    });
    const next = change(row && (await openDraftRow(row)), row, captured);
    const hidden = next && (await hideDraft(next, owner));
    return (isStill) =>
      outboxDatabase.run(async (db) => {
        const transaction = db.transaction(['drafts', 'entries', 'meta'], 'readwrite');
        const submitted = await transaction.objectStore('entries').index('byDraft').getKey(id);
        const gone = await transaction.objectStore('meta').get(`deleted:${id}`);
        if (submitted !== undefined || gone !== undefined || !hidden) return { value: undefined };
        const now = await transaction.objectStore('drafts').get(id);
        if (!isSameRow(now, row)) return 'again';
        if (!isStill(now?.owner ?? (await loggedIn(transaction.objectStore('meta'))))) return 'again';
        await transaction.objectStore('drafts').put({ ...hidden, owner });
        await transaction.done;
        return { value: { next, isNew: now === undefined } };
      });
  });
  announce('drafts');
  if (result?.isNew) askToPersist();
  return result?.next;
}

/** Nobody wrote it since it was read; ivs never repeat, and files come and go beside the answers. */
function isSameRow(now: DraftRow | undefined, read: DraftRow | undefined): boolean {
  const print = (row: DraftRow | undefined) =>
    row && JSON.stringify([row.updatedAt, String(row.secret?.iv), row.files, row.server]);
  return print(now) === print(read);
}

/** Deletes a draft with its files; its account hears of it when it is there. */
export async function deleteDraft(id: string): Promise<void> {
  await outboxDatabase.run(async (db) => {
    const transaction = db.transaction(['drafts', 'files', 'meta'], 'readwrite');
    const files = transaction.objectStore('files');
    for (const key of await files.index('byDraft').getAllKeys(id)) await files.delete(key);
    const row = await transaction.objectStore('drafts').get(id);
    if (row?.server) await transaction.objectStore('meta').put('deleted', `closing:${row.server.id}`);
    await transaction.objectStore('drafts').delete(id);
    await transaction.objectStore('meta').put('yes', `deleted:${id}`);
    await transaction.done;
  });
  announce('drafts');
}

/**
 * Keeps a file for a field of a draft; the draft on the phone lists it from this moment on.
 * @throws platform.storage_full when the phone has no room
 */
export async function addFile(draftId: string, field: string, blob: Blob, name: string): Promise<StoredFile> {
  // ArrayBuffers instead of Blobs: WebKit has lost Blobs in IndexedDB more than once.
  const content = await blob.arrayBuffer();
  const file: StoredFile = {
    documentId: newId<'document'>(),
    name,
    mediaType: blob.type,
    bytes: content.byteLength,
    addedAt: new Date().toISOString(),
  };
  await withOwner(draftId, async (owner) => {
    const row: FileRow = {
      ...file,
      draftId,
      field,
      owner,
      ...(await hideContent(file.documentId, content, owner)),
    };
    return (isStill) =>
      outboxDatabase.run(async (db) => {
        const transaction = db.transaction(['drafts', 'files', 'meta'], 'readwrite');
        const draft = await transaction.objectStore('drafts').get(draftId);
        if (!isStill(draft?.owner ?? (await loggedIn(transaction.objectStore('meta'))))) return 'again';
        await transaction.objectStore('files').put(row);
        if (draft) {
          const files = { ...draft.files, [field]: [...(draft.files[field] ?? []), file] };
          await transaction.objectStore('drafts').put({ ...draft, files });
        }
        await transaction.done;
        return { value: undefined };
      });
  });
  return file;
}

/** The files that were added under an id, oldest first; for places that keep no draft, e.g. an evidence request. */
export async function listFiles(draftId: string): Promise<StoredFile[]> {
  const rows = await outboxDatabase.run(async (db) => {
    const transaction = db.transaction(['files', 'meta']);
    const owner = await transaction.objectStore('meta').get('owner');
    const found = await transaction.objectStore('files').index('byDraft').getAll(draftId);
    return found.filter((row) => isMine(row.owner, owner));
  });
  return rows
    .map(({ documentId, name, mediaType, bytes, addedAt }) => ({
      documentId,
      name,
      mediaType,
      bytes,
      addedAt,
    }))
    .sort((a, b) => a.addedAt.localeCompare(b.addedAt));
}

/** Takes a file off the phone and out of its draft. */
export async function removeFile(documentId: DocumentId): Promise<void> {
  await outboxDatabase.run(async (db) => {
    const transaction = db.transaction(['drafts', 'files'], 'readwrite');
    const row = await transaction.objectStore('files').get(documentId);
    const draft = row && (await transaction.objectStore('drafts').get(row.draftId));
    if (row && draft) {
      const left = (draft.files[row.field] ?? []).filter((file) => file.documentId !== documentId);
      const { [row.field]: _emptied, ...others } = draft.files;
      const files = left.length > 0 ? { ...draft.files, [row.field]: left } : others;
      await transaction.objectStore('drafts').put({ ...draft, files });
    }
    await transaction.objectStore('files').delete(documentId);
    await transaction.done;
  });
}

/** Takes all files off the phone that were added under an id, e.g. because the paper came another way. */
export async function forgetFiles(draftId: string): Promise<void> {
  await outboxDatabase.run(async (db) => {
    const { store, done } = db.transaction('files', 'readwrite');
    for (const key of await store.index('byDraft').getAllKeys(draftId)) await store.delete(key);
    await done;
  });
}

/**
 * The content of a file on the phone, e.g. for a thumbnail; `undefined` when it is gone or belongs to someone else.
 * @throws platform.storage_unavailable while its key is not here, because the login that brings it is not through
 */
export async function readFile(documentId: DocumentId): Promise<Blob | undefined> {
  const row = await outboxDatabase.run(async (db) => {
    const transaction = db.transaction(['files', 'meta']);
    const owner = await transaction.objectStore('meta').get('owner');
    const found = await transaction.objectStore('files').get(documentId);
    return found && isMine(found.owner, owner) ? found : undefined;
  });
  if (!row) return undefined;
  const content = await openContent(row);
  if (!content) throw storageUnavailable({ cause: 'locked' });
  return new Blob([content], { type: row.mediaType });
}
