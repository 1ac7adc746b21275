import {
  type AccountId,
  type Actor,
  type CaseId,
  type DocumentId,
  type Instant,
  type StaffActor,
  type StaffId,
  toInstant,
} from '@jena/shared/kernel';
import type { VaultDocument } from '@jena/shared/vault';
import type { Reader, Writer } from '../../platform/db/access.ts';
import { planJob } from '../../platform/jobs.ts';
import { openDocuments, type VaultDeps } from './vault.documents.ts';
import { isOwner } from './vault.policy.ts';
import type { DocumentRow } from './vault.store.ts';

/**
 * A file that a caseworker prepares for a message. It is sealed with the key of whose case it is from its beginning on,
 * and nobody but this caseworker knows of it until the message is sent.
 */
export type Preparing = { staffId: StaffId; caseId: CaseId };

/** Answered by the cases domain: whose case it is, when this caseworker may write to them in it. */
export type MayPrepare = (db: Reader, staff: StaffActor, caseId: CaseId) => Promise<AccountId | undefined>;

/** Whether this document was begun the same way: by its owner, or by this caseworker for this case. */
export const isBegunBy = (row: DocumentRow, preparing: Preparing | undefined): boolean =>
  row.preparedBy === (preparing?.staffId ?? null) && row.preparedFor === (preparing?.caseId ?? null);

/** Who may see and continue an upload: its owner, or the caseworker who prepares it, as long as they may write. */
export async function mayContinue(
  deps: VaultDeps & { mayPrepare: MayPrepare },
  actor: Actor,
  row: DocumentRow,
): Promise<boolean> {
  if (actor.kind !== 'staff') return isOwner(actor, row);
  if (row.preparedFor === null || row.preparedBy !== actor.staffId) return false;
  return (await deps.mayPrepare(deps.store.read, actor, row.preparedFor)) === row.ownerId;
}

/** What a caseworker has prepared for a case and not sent yet, oldest first. */
export async function preparedFor(
  deps: VaultDeps,
  db: Reader,
  ownerId: AccountId,
  preparing: Preparing,
): Promise<VaultDocument[]> {
  const rows = await deps.documents.prepared(db, preparing);
  return openDocuments(
    deps,
    db,
    ownerId,
    rows.filter((row) => row.ownerId === ownerId),
  );
}

/**
 * Gives prepared documents to their owner: from now on they lie in the vault, as the city's.
 * @returns false when one of them is not prepared any more, e.g. another message took it; then nothing may stay
 */
export async function provide(
  { documents }: VaultDeps,
  tx: Writer,
  { ids, at, ...preparing }: Preparing & { ids: readonly DocumentId[]; at: Instant },
): Promise<boolean> {
  for (const id of ids) if (!(await documents.provide(tx, id, preparing, at))) return false;
  return true;
}

/** Forgets what was prepared and not sent, however far its check is; its files go after the commit. */
export async function forgetPrepared(deps: VaultDeps, documentId: DocumentId): Promise<void> {
  const { store, documents, clock } = deps;
  await store.transaction(
    async (tx) => {
      if (!(await documents.removePrepared(tx, documentId))) return;
      const at = toInstant(clock.now());
      await planJob(tx, store.tables, { kind: 'vault.discard', payload: { documentId }, at });
    },
    { changesPublicData: false },
  );
}
