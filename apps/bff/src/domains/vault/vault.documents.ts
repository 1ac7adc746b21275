import { type AccountId, type DocumentId, type Instant, toInstant } from '@jena/shared/kernel';
import { type DocumentDetails, documentNotFound, noDetails, type VaultDocument } from '@jena/shared/vault';
import type { HeifPort } from '../../adapters/heif/port.ts';
import type { PdfPort } from '../../adapters/pdf/port.ts';
import type { ScannerPort } from '../../adapters/scanner/port.ts';
import type { Clock } from '../../platform/clock.ts';
import { KeyGone, type Keys } from '../../platform/crypto/keys.ts';
import { openJson, sealJson } from '../../platform/crypto/sealing.ts';
import { type Bytes, decryptStream, encryptStream } from '../../platform/crypto/stream.ts';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { Store } from '../../platform/db/store.ts';
import type { FileStore } from '../../platform/files/port.ts';
import type { Scratch } from '../../platform/files/scratch.ts';
import type { Log } from '../../platform/log.ts';
import type { UploadFolder } from './vault.folder.ts';
import type { FolderStore } from './vault.own-folders.store.ts';
import { safeFileName } from './vault.policy.ts';
import type { DocumentRow, VaultStore } from './vault.store.ts';

/** What the vault works with. */
export type VaultDeps = {
  store: Store;
  documents: VaultStore;
  folders: FolderStore;
  keys: Keys;
  files: FileStore;
  uploads: UploadFolder;
  clock: Clock;
  log: Log;
  scanner: ScannerPort;
  pdf: PdfPort;
  heif: HeifPort;
  /** For what needs a real file for a moment. */
  scratch: Scratch;
  notify: NotifyOwner;
};

/** Puts the news that a document ends into its owner's inbox. */
export type NotifyOwner = (
  tx: Writer,
  notice: {
    accountId: AccountId;
    type: 'document_expires' | 'document_expired';
    documentId: DocumentId;
    caseId: null;
    caseReference: null;
    serviceSlug: null;
    at: Instant;
    key: string;
  },
) => Promise<void>;

/** The two files of a document in the file store. */
export type FileKind = 'vault' | 'preview';

export const namePlace = (id: DocumentId) => `vault.name|${id}`;
export const detailsPlace = (id: DocumentId) => `vault.details|${id}`;
const filePlace = (kind: FileKind, id: DocumentId) => `vault.file.${kind}|${id}`;

export async function sealName(
  { keys }: VaultDeps,
  tx: Writer,
  row: { id: DocumentId; ownerId: AccountId },
  name: string,
) {
  return sealJson(await keys.of(tx, row.ownerId), namePlace(row.id), name);
}

export async function sealDetails(
  { keys }: VaultDeps,
  tx: Writer,
  row: { id: DocumentId; ownerId: AccountId },
  details: DocumentDetails,
) {
  return sealJson(await keys.of(tx, row.ownerId), detailsPlace(row.id), details);
}

/** What a new document brings besides its state: a sealed name and a key of its own. Makes the owner's key if needed. */
export async function sealedParts(
  { keys }: VaultDeps,
  tx: Writer,
  row: { id: DocumentId; ownerId: AccountId },
  name: string,
) {
  const ownerKey = await keys.create(tx, row.ownerId);
  const { wrapped } = keys.newDocumentKey(ownerKey, row.id);
  return { name: sealJson(ownerKey, namePlace(row.id), name), fileKey: wrapped };
}

async function fileKeyOf({ keys, store }: VaultDeps, row: DocumentRow) {
  return keys.documentKey(await keys.of(store.read, row.ownerId), row.id, row.fileKey);
}

/**
 * Encrypts and stores a file of a document as it flows by; replaces an earlier one whole. Not inside a transaction.
 * @returns the bytes of what can be read
 */
export async function writeFile(
  deps: VaultDeps,
  row: DocumentRow,
  kind: FileKind,
  content: Bytes,
): Promise<number> {
  let bytes = 0;
  const counted = (async function* () {
    for await (const part of content) {
      bytes += part.byteLength;
      yield part;
    }
  })();
  const sealed = encryptStream(await fileKeyOf(deps, row), filePlace(kind, row.id), counted);
  await deps.files.put(`${kind}/${row.id}`, sealed);
  return bytes;
}

/**
 * A file of a document, decrypted as it flows.
 * @throws FileMissing before the first byte; SealBroken from the stream when the file was changed
 */
export async function readFile(
  deps: VaultDeps,
  row: DocumentRow,
  kind: FileKind,
): Promise<AsyncGenerator<Buffer<ArrayBuffer>>> {
  const key = await fileKeyOf(deps, row);
  const sealed: Bytes = await deps.files.get(`${kind}/${row.id}`);
  return decryptStream(key, filePlace(kind, row.id), sealed);
}

export async function deleteFiles({ files, uploads }: VaultDeps, id: DocumentId): Promise<void> {
  await files.delete(`vault/${id}`);
  await files.delete(`preview/${id}`);
  await uploads.discard(id);
}

/** Opens what is sealed in the rows with its owner's key. The documents of somebody who was erased do not exist any more. */
export async function openDocuments(
  { keys }: VaultDeps,
  db: Reader,
  ownerId: AccountId,
  rows: readonly DocumentRow[],
): Promise<VaultDocument[]> {
  if (rows.length === 0) return [];
  const key = await keys.of(db, ownerId).catch((error: unknown) => {
    if (error instanceof KeyGone) return undefined;
    throw error;
  });
  if (key === undefined) return [];
  return rows.map(({ id, name, details, heldSince, ...row }) => ({
    id,
    name: openJson<string>(key, namePlace(id), name),
    mediaType: row.mediaType,
    bytes: row.bytes,
    state: row.state,
    refusal: row.refusal,
    held: heldSince !== null,
    issuedByCity: row.issuedByCity,
    hasPreview: row.hasPreview,
    pages: row.pages,
    details: {
      ...noDetails,
      ...(details && openJson<Partial<DocumentDetails>>(key, detailsPlace(id), details)),
    },
    folderId: row.folderId,
    createdAt: row.createdAt,
  }));
}

/** Those of the documents that belong to this person, in the order asked for. Others are left out, whoever owns them. */
export async function documentsOf(
  deps: VaultDeps,
  db: Reader,
  ownerId: AccountId,
  ids: readonly DocumentId[],
): Promise<VaultDocument[]> {
  const rows = await deps.documents.ofOwnerById(db, ownerId, ids);
  const opened = await openDocuments(deps, db, ownerId, rows);
  const byId = new Map(opened.map((document) => [document.id, document]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** @throws vault.not_found also for another person's document */
export async function ownDocument(
  deps: VaultDeps,
  db: Reader,
  ownerId: AccountId,
  id: DocumentId,
): Promise<VaultDocument> {
  const [document] = await documentsOf(deps, db, ownerId, [id]);
  if (document === undefined) throw documentNotFound();
  return document;
}

/** @throws vault.not_found also for another person's document; FileMissing, SealBroken */
export async function contentOf(
  deps: VaultDeps,
  db: Reader,
  ownerId: AccountId,
  id: DocumentId,
): Promise<Buffer> {
  const [row] = await deps.documents.ofOwnerById(db, ownerId, [id]);
  if (row === undefined) throw documentNotFound();
  const parts: Buffer[] = [];
  for await (const part of await readFile(deps, row, 'vault')) parts.push(part);
  return Buffer.concat(parts);
}

export type IssuedDocument = {
  accountId: AccountId;
  documentId: DocumentId;
  name: string;
  mediaType: string;
  bytes: Uint8Array;
};

/**
 * Puts a document that the city made into a person's vault. Repeating it with the same id changes nothing once it is
 * there. The row and its key come first, so that a repeated or doubled call writes under the same key; only a stored
 * file makes it available. Not inside a transaction.
 */
export async function putIssued(deps: VaultDeps, issued: IssuedDocument): Promise<void> {
  const { store, documents } = deps;
  const row = await store.transaction((tx) => issuedRow(deps, tx, issued), { changesPublicData: false });
  if (row.state === 'available') return;
  await writeFile(deps, row, 'vault', [issued.bytes]);
  const done = { state: 'available' as const, bytes: issued.bytes.byteLength };
  await store.transaction(async (tx) => void (await documents.changeFrom(tx, row.id, 'checking', done)), {
    changesPublicData: false,
  });
}

async function issuedRow(deps: VaultDeps, tx: Writer, issued: IssuedDocument): Promise<DocumentRow> {
  const { documentId: id, accountId: ownerId, mediaType } = issued;
  const known = await deps.documents.byId(tx, id);
  if (known !== undefined) return known;
  const row: DocumentRow = {
    id,
    ownerId,
    ...(await sealedParts(deps, tx, { id, ownerId }, safeFileName(issued.name, mediaType))),
    mediaType,
    bytes: issued.bytes.byteLength,
    uploadBytes: null,
    state: 'checking',
    refusal: null,
    heldSince: null,
    heldBy: null,
    issuedByCity: true,
    hasPreview: false,
    pages: null,
    details: null,
    folderId: null,
    preparedBy: null,
    preparedFor: null,
    createdAt: toInstant(deps.clock.now()),
    removedAt: null,
  };
  if (await deps.documents.add(tx, row)) return row;
  // Somebody was quicker: what counts is their row, for its key seals the file.
  const theirs = await deps.documents.byId(tx, id);
  if (theirs === undefined) throw documentNotFound();
  return theirs;
}
