import { type AccountId, type DocumentId, toInstant } from '@jena/shared/kernel';
import type { DocumentDetails } from '@jena/shared/vault';
import { openJson } from '../../platform/crypto/sealing.ts';
import type { Writer } from '../../platform/db/access.ts';
import { planJob } from '../../platform/jobs.ts';
import { detailsPlace, namePlace, sealDetails, sealName, type VaultDeps } from './vault.documents.ts';
import { dropReminders } from './vault.reminders.ts';

/** Gives documents to another owner: names and keys are sealed anew, the files stay as they lie. */
export async function handOverDocuments(
  deps: VaultDeps,
  tx: Writer,
  { ids, from, heir }: { ids: readonly DocumentId[]; from: AccountId; heir: AccountId },
): Promise<void> {
  const { documents, keys } = deps;
  const rows = await documents.ofOwnerById(tx, from, ids);
  if (rows.length === 0) return;
  const [fromKey, heirKey] = [await keys.of(tx, from), await keys.create(tx, heir)];
  for (const { id, name, details, fileKey } of rows) {
    const owned = { id, ownerId: heir };
    const said = details && openJson<DocumentDetails>(fromKey, detailsPlace(id), details);
    if (said) await dropReminders(deps, tx, id, said);
    await documents.give(tx, id, {
      ownerId: heir,
      folderId: null,
      name: await sealName(deps, tx, owned, openJson<string>(fromKey, namePlace(id), name)),
      details: said && (await sealDetails(deps, tx, owned, said)),
      fileKey: keys.handOver(fromKey, heirKey, id, fileKey),
    });
  }
}

/** Forgets all documents of an owner; their files go after the commit. */
export async function eraseDocuments(deps: VaultDeps, tx: Writer, ownerId: AccountId): Promise<void> {
  const at = toInstant(deps.clock.now());
  await deps.folders.removeAllOf(tx, ownerId);
  for (const documentId of await deps.documents.removeAllOf(tx, ownerId))
    await planJob(tx, deps.store.tables, { kind: 'vault.discard', payload: { documentId }, at });
}
