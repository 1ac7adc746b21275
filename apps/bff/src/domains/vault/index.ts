import type { AccountId, DocumentId } from '@jena/shared/kernel';
import type { HeifPort } from '../../adapters/heif/port.ts';
import type { PdfPort } from '../../adapters/pdf/port.ts';
import type { ScannerPort } from '../../adapters/scanner/port.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { Store } from '../../platform/db/store.ts';
import type { FileStore } from '../../platform/files/port.ts';
import { openScratch } from '../../platform/files/scratch.ts';
import type { Log } from '../../platform/log.ts';
import {
  contentOf,
  documentsOf,
  type IssuedDocument,
  type NotifyOwner,
  putIssued,
  type VaultDeps,
} from './vault.documents.ts';
import { openUploadFolder } from './vault.folder.ts';
import { eraseDocuments, handOverDocuments } from './vault.leave.ts';
import { createFolderStore } from './vault.own-folders.store.ts';
import { type Preparing, preparedFor, provide } from './vault.prepared.ts';
import { createVaultStore } from './vault.store.ts';

export type { IsUsed } from './vault.changes.ts';
export type { IssuedDocument, VaultDeps } from './vault.documents.ts';
export { vaultPart } from './vault.export.ts';
export { type VaultHttpDeps, vaultRoutes } from './vault.http.ts';
export { vaultJobs } from './vault.jobs.ts';
export type { MayPrepare } from './vault.prepared.ts';
export { createVaultRouter } from './vault.router.ts';
export type { MayReadInCase, MayStaffRead } from './vault.serve.ts';

export type VaultPorts = {
  store: Store;
  keys: Keys;
  files: FileStore;
  clock: Clock;
  log: Log;
  scanner: ScannerPort;
  pdf: PdfPort;
  heif: HeifPort;
  /** Folder in which uploads grow, e.g. `DATA_DIR/uploads`; made when missing, readable by the product's user alone. */
  uploadsDir: string;
  /** Folder for what needs a real file for a moment; a memory file system is fine. */
  scratchDir: string;
  notify: NotifyOwner;
};

/** The domain's half of the composition: its own deps, and the face to other domains. */
export async function createVaultDomain({ uploadsDir, scratchDir, ...ports }: VaultPorts) {
  const vault: VaultDeps = {
    ...ports,
    documents: createVaultStore(ports.store.tables),
    folders: createFolderStore(ports.store.tables),
    uploads: await openUploadFolder(uploadsDir, ports.keys.systemKey('vault.uploads')),
    scratch: await openScratch(scratchDir),
  };
  return {
    vault,
    /** Metadata of those of the documents that belong to this person, in the order asked for; others are left out. */
    documentsOf: (db: Reader, ownerId: AccountId, ids: readonly DocumentId[]) =>
      documentsOf(vault, db, ownerId, ids),
    /** A paper as it is, decrypted. @throws FileMissing, SealBroken, vault.not_found */
    contentOf: (db: Reader, ownerId: AccountId, id: DocumentId) => contentOf(vault, db, ownerId, id),
    /** What a caseworker has prepared for a case and not sent yet. */
    prepared: (db: Reader, ownerId: AccountId, preparing: Preparing) =>
      preparedFor(vault, db, ownerId, preparing),
    /** Gives prepared documents to their owner; false when one of them is not prepared any more. */
    provide: (tx: Writer, given: Parameters<typeof provide>[2]) => provide(vault, tx, given),
    countOf: (db: Reader, ownerId: AccountId) => vault.documents.countOf(db, ownerId),
    handOver: (tx: Writer, given: Parameters<typeof handOverDocuments>[2]) =>
      handOverDocuments(vault, tx, given),
    eraseAll: (tx: Writer, ownerId: AccountId) => eraseDocuments(vault, tx, ownerId),
    /** Puts a document of the city into a person's vault; repeating it changes nothing. Not inside a transaction. */
    putIssued: (document: IssuedDocument) => putIssued(vault, document),
  };
}
