import {
  type AccountId,
  type Actor,
  type DocumentId,
  type FolderId,
  type Instant,
  newId,
  toInstant,
} from '@jena/shared/kernel';
import {
  documentNotFound,
  folderExists,
  folderNotFound,
  isSameFolderName,
  maxFolders,
  tooManyFolders,
  type VaultFolder,
} from '@jena/shared/vault';
import { KeyGone } from '../../platform/crypto/keys.ts';
import { openJson, sealJson } from '../../platform/crypto/sealing.ts';
import type { Reader, Writer } from '../../platform/db/access.ts';
import { oneAtATime } from '../../platform/db/sql.ts';
import { appendEvent } from '../../platform/events.ts';
import { planJob } from '../../platform/jobs.ts';
import type { VaultDeps } from './vault.documents.ts';
import type { FolderRow } from './vault.own-folders.store.ts';
import { removedMinutes } from './vault.policy.ts';

/** Any number that no other advisory lock uses. */
const folderRoom = 7_745_003;

const namePlace = (id: FolderId) => `vault.folder|${id}`;

type Own = { ownerId: AccountId; folderId: FolderId };

async function note(
  { store, clock }: VaultDeps,
  tx: Writer,
  actor: Actor,
  { id, type, ownerId, ...data }: { id: string; type: string; ownerId: AccountId; folderId: FolderId | null },
): Promise<void> {
  const at = toInstant(clock.now());
  await appendEvent(tx, store.tables, { stream: `vault:${id}`, type, actor, at, data, subject: ownerId });
}

/** @throws vault.folder_not_found also for another person's folder */
async function ownRow({ folders }: VaultDeps, db: Reader, { ownerId, folderId }: Own): Promise<FolderRow> {
  const row = await folders.byId(db, folderId);
  if (row?.ownerId !== ownerId) throw folderNotFound();
  return row;
}

/** Who was erased has no folders any more, and gets none. */
function refuseErased(error: unknown): never {
  throw error instanceof KeyGone ? folderNotFound() : error;
}

/** A person's own folders, by name. */
export async function foldersOf(deps: VaultDeps, db: Reader, ownerId: AccountId): Promise<VaultFolder[]> {
  const rows = await deps.folders.ofOwner(db, ownerId);
  if (rows.length === 0) return [];
  const key = await deps.keys.of(db, ownerId);
  return rows
    .map(({ id, name, createdAt }) => ({ id, name: openJson<string>(key, namePlace(id), name), createdAt }))
    .sort((one, other) => one.name.localeCompare(other.name, 'de'));
}

/** Is there room for one more folder of this name? Acts of the same person wait for each other here. */
async function admit(
  deps: VaultDeps,
  tx: Writer,
  { ownerId, name, known }: { ownerId: AccountId; name: string; known?: FolderId },
): Promise<void> {
  await oneAtATime(tx, deps.store.dialect, { room: folderRoom, name: ownerId });
  const others = (await foldersOf(deps, tx, ownerId)).filter(({ id }) => id !== known);
  if (others.some((folder) => isSameFolderName(folder.name, name))) throw folderExists();
  if (others.length >= maxFolders) throw tooManyFolders({ most: maxFolders });
}

/** @throws vault.folder_exists, vault.too_many_folders */
export async function addFolder(
  deps: VaultDeps,
  tx: Writer,
  actor: Actor,
  { ownerId, name }: { ownerId: AccountId; name: string },
): Promise<FolderId> {
  await admit(deps, tx, { ownerId, name });
  const id = newId<'folder'>();
  const key = await deps.keys.create(tx, ownerId).catch(refuseErased);
  const sealed = sealJson(key, namePlace(id), name);
  const createdAt = toInstant(deps.clock.now());
  await deps.folders.add(tx, { id, ownerId, name: sealed, createdAt, removedAt: null });
  await note(deps, tx, actor, { id, type: 'vault.folder_added', ownerId, folderId: id });
  return id;
}

/** @throws vault.folder_not_found, vault.folder_exists */
export async function renameFolder(
  deps: VaultDeps,
  tx: Writer,
  actor: Actor,
  { ownerId, folderId: id, name }: Own & { name: string },
): Promise<void> {
  const row = await ownRow(deps, tx, { ownerId, folderId: id });
  if (row.removedAt !== null) throw folderNotFound();
  await admit(deps, tx, { ownerId, name, known: id });
  await deps.folders.change(tx, id, { name: sealJson(await deps.keys.of(tx, ownerId), namePlace(id), name) });
  await note(deps, tx, actor, { id, type: 'vault.folder_renamed', ownerId, folderId: id });
}

/**
 * Throws a folder away. What lies in it lies where its kind belongs from now on, and is in it again when the folder
 * is taken back: until then the documents keep its id.
 * @throws vault.folder_not_found
 */
export async function removeFolder(deps: VaultDeps, tx: Writer, actor: Actor, own: Own): Promise<void> {
  const row = await ownRow(deps, tx, own);
  if (row.removedAt !== null) throw folderNotFound();
  const now = deps.clock.now();
  const removedAt = toInstant(now);
  await deps.folders.change(tx, row.id, { removedAt });
  await note(deps, tx, actor, { ...own, id: row.id, type: 'vault.folder_thrown_away' });
  await planJob(tx, deps.store.tables, {
    kind: 'vault.forget_folder',
    payload: { folderId: row.id, removedAt },
    at: removedAt,
    runAt: toInstant(new Date(now.getTime() + removedMinutes * 60_000)),
  });
}

/**
 * Takes a folder back that was thrown away a moment ago, with what still belongs into it.
 * @throws vault.folder_not_found when it is gone already; vault.folder_exists when another took its name
 */
export async function restoreFolder(deps: VaultDeps, tx: Writer, actor: Actor, own: Own): Promise<void> {
  const row = await ownRow(deps, tx, own);
  if (row.removedAt === null) return;
  const { keys, folders } = deps;
  const name = openJson<string>(await keys.of(tx, own.ownerId), namePlace(row.id), row.name);
  await admit(deps, tx, { ownerId: own.ownerId, name, known: row.id });
  await folders.change(tx, row.id, { removedAt: null });
  await note(deps, tx, actor, { ...own, id: row.id, type: 'vault.folder_restored' });
}

/**
 * Puts a document into a folder of its owner's, or back where its kind belongs.
 * @throws vault.not_found, vault.folder_not_found
 */
export async function fileDocument(
  deps: VaultDeps,
  tx: Writer,
  actor: Actor,
  input: { ownerId: AccountId; documentId: DocumentId; folderId: FolderId | null },
): Promise<void> {
  const { ownerId, documentId, folderId } = input;
  const row = await deps.documents.byId(tx, documentId);
  const isTheirs = row?.ownerId === ownerId && row.preparedBy === null;
  if (!isTheirs || row.removedAt !== null) throw documentNotFound();
  if (folderId !== null && (await ownRow(deps, tx, { ownerId, folderId })).removedAt !== null)
    throw folderNotFound();
  await deps.documents.change(tx, documentId, { folderId });
  await note(deps, tx, actor, { id: documentId, type: 'vault.filed', ownerId, folderId });
}

/** Forgets a folder that was thrown away and not taken back. Harmless to repeat. */
export async function forgetFolder(
  { store, folders }: VaultDeps,
  { folderId, removedAt }: { folderId: FolderId; removedAt: Instant },
): Promise<void> {
  await store.transaction((tx) => folders.forget(tx, folderId, removedAt), { changesPublicData: false });
}
