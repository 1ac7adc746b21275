import { type AccountId, type DocumentId, type Instant, toInstant } from '@jena/shared/kernel';
import { documentNotFound } from '@jena/shared/vault';
import { oneAtATime } from '../../platform/db/sql.ts';
import { planJob } from '../../platform/jobs.ts';
import { sealedParts, type VaultDeps } from './vault.documents.ts';
import { admitPrepared, admitUpload, safeFileName, uploadHours } from './vault.policy.ts';
import { forgetPrepared, isBegunBy, type Preparing } from './vault.prepared.ts';
import type { DocumentRow } from './vault.store.ts';

/** Any number that no other advisory lock uses. */
const quotaRoom = 7_745_002;

export type NewUpload = {
  ownerId: AccountId;
  documentId: DocumentId;
  filename: string;
  filetype: string;
  /** Declared size of the whole file. */
  bytes: number;
  /** Left out: the owner sends it themselves. */
  prepared?: Preparing | undefined;
};

/**
 * Registers an upload that begins. `known` when there is one of this id already: it can be resumed.
 * An upload that was registered but whose file was never made (the process died between) begins again.
 * @throws vault.too_large, vault.quota_exceeded; vault.not_found when the id belongs to somebody else
 */
export async function beginUpload(deps: VaultDeps, upload: NewUpload): Promise<'begun' | 'known'> {
  const { store, documents, uploads, clock } = deps;
  const { documentId: id, ownerId, bytes, filetype, prepared } = upload;
  const arrived = await uploads.size(id);
  return store.transaction(
    async (tx) => {
      const known = await documents.byId(tx, id);
      if (known !== undefined) {
        if (known.ownerId !== ownerId || !isBegunBy(known, prepared)) throw documentNotFound();
        const lost = known.state === 'uploading' && arrived === undefined && known.uploadBytes === bytes;
        return lost ? 'begun' : 'known';
      }
      // Uploads that begin together would each see room for itself alone.
      await oneAtATime(tx, store.dialect, { room: quotaRoom, name: prepared?.staffId ?? ownerId });
      if (prepared) admitPrepared(bytes, await documents.preparedUsage(tx, prepared.staffId));
      else admitUpload(bytes, await documents.usage(tx, ownerId));
      const at = toInstant(clock.now());
      await documents.add(tx, {
        id,
        ownerId,
        ...(await sealedParts(deps, tx, { id, ownerId }, safeFileName(upload.filename, filetype))),
        mediaType: filetype,
        bytes,
        uploadBytes: bytes,
        state: 'uploading',
        refusal: null,
        heldSince: null,
        heldBy: null,
        issuedByCity: prepared !== undefined,
        hasPreview: false,
        preparedBy: prepared?.staffId ?? null,
        preparedFor: prepared?.caseId ?? null,
        createdAt: at,
      });
      await planJob(tx, store.tables, {
        kind: 'vault.expire',
        payload: { documentId: id, createdAt: at },
        at,
        runAt: toInstant(new Date(clock.now().getTime() + uploadHours * 3_600_000)),
      });
      return 'begun';
    },
    { changesPublicData: false },
  );
}

/** Hands a complete upload to the check. Harmless to repeat: only the first call finds it uploading. */
export async function finishUpload(deps: VaultDeps, id: DocumentId): Promise<void> {
  const { store, documents, uploads, clock } = deps;
  await uploads.flush(id);
  await store.transaction(
    async (tx) => {
      if (!(await documents.changeFrom(tx, id, 'uploading', { state: 'checking' }))) return;
      await planJob(tx, store.tables, {
        kind: 'vault.check',
        payload: { documentId: id },
        at: toInstant(clock.now()),
      });
    },
    { changesPublicData: false },
  );
}

/** True when all bytes are there, although the process died before it could say so. */
export async function isComplete({ uploads }: VaultDeps, row: DocumentRow): Promise<boolean> {
  return row.state === 'uploading' && (await uploads.size(row.id)) === row.uploadBytes;
}

/** Forgets an upload, unless it got further meanwhile. */
export async function cancelUpload(deps: VaultDeps, id: DocumentId): Promise<void> {
  const { store, documents, uploads } = deps;
  const row = await documents.byId(store.read, id);
  if (row?.state !== 'uploading') return;
  await uploads.discard(id);
  await store.transaction(
    async (tx) => {
      const now = await documents.byId(tx, id);
      if (now?.state === 'uploading') await documents.remove(tx, id);
    },
    { changesPublicData: false },
  );
}

/** What happens a day after it began to an upload that is still unfinished, or that no message was sent with. */
export async function expireUpload(
  deps: VaultDeps,
  upload: { documentId: DocumentId; createdAt: Instant },
): Promise<void> {
  const row = await deps.documents.byId(deps.store.read, upload.documentId);
  // The same id may have begun anew since; then another job watches over it.
  if (row === undefined || row.createdAt !== upload.createdAt) return;
  if (row.preparedBy !== null) await forgetPrepared(deps, row.id);
  else if (await isComplete(deps, row)) await finishUpload(deps, row.id);
  else await cancelUpload(deps, row.id);
}
