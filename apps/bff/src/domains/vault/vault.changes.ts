import { type AccountId, type Actor, type DocumentId, type Instant, toInstant } from '@jena/shared/kernel';
import { type DescribeInput, documentInUse, documentNotFound } from '@jena/shared/vault';
import type { Reader, Writer } from '../../platform/db/access.ts';
import { appendEvent } from '../../platform/events.ts';
import { planJob } from '../../platform/jobs.ts';
import { sealDetails, sealName, type VaultDeps } from './vault.documents.ts';
import { removedMinutes, safeFileName } from './vault.policy.ts';
import { detailsOf, dropReminders, planReminders } from './vault.reminders.ts';
import type { DocumentRow } from './vault.store.ts';

/** True when a case (or another domain) needs the document. */
export type IsUsed = (db: Reader, documentId: DocumentId) => Promise<boolean>;

type Own = { ownerId: AccountId; documentId: DocumentId };

/** @throws vault.not_found also for another person's document */
async function ownRow(
  { documents }: VaultDeps,
  tx: Writer,
  { ownerId, documentId }: Own,
): Promise<DocumentRow> {
  const row = await documents.byId(tx, documentId);
  if (row?.ownerId !== ownerId || row.preparedBy !== null) throw documentNotFound();
  return row;
}

async function dropRemindersOf(deps: VaultDeps, tx: Writer, row: DocumentRow): Promise<void> {
  const details = await detailsOf(deps, tx, row);
  if (details) await dropReminders(deps, tx, row.id, details);
}

async function note(deps: VaultDeps, tx: Writer, own: Own & { actor: Actor; type: string }): Promise<void> {
  await appendEvent(tx, deps.store.tables, {
    stream: `vault:${own.documentId}`,
    type: own.type,
    actor: own.actor,
    at: toInstant(deps.clock.now()),
    data: { documentId: own.documentId },
    subject: own.ownerId,
  });
}

/**
 * Says what a document is called, what it is, who issued it and how long it is valid.
 * @throws vault.not_found
 */
export async function describeDocument(
  deps: VaultDeps,
  tx: Writer,
  actor: Actor,
  { ownerId, documentId, name, details }: Own & Pick<DescribeInput, 'name' | 'details'>,
): Promise<void> {
  const row = await ownRow(deps, tx, { ownerId, documentId });
  if (row.removedAt !== null) throw documentNotFound();
  await deps.documents.change(tx, row.id, {
    name: await sealName(deps, tx, row, safeFileName(name, row.mediaType)),
    details: await sealDetails(deps, tx, row, details),
  });
  await dropRemindersOf(deps, tx, row);
  await planReminders(deps, tx, row.id, details);
  await note(deps, tx, { ownerId, documentId, actor, type: 'vault.described' });
}

/**
 * Throws away a person's own document that nothing needs. It can be taken back for a while, then it is gone.
 * @throws vault.not_found, vault.in_use
 */
export async function removeDocument(
  deps: VaultDeps & { isUsed: IsUsed },
  tx: Writer,
  actor: Actor,
  own: Own,
): Promise<void> {
  const row = await ownRow(deps, tx, own);
  if (row.removedAt !== null) throw documentNotFound();
  if (row.issuedByCity || (await deps.isUsed(tx, row.id))) throw documentInUse();
  const now = deps.clock.now();
  const removedAt = toInstant(now);
  await deps.documents.change(tx, row.id, { removedAt });
  await dropRemindersOf(deps, tx, row);
  await note(deps, tx, { ...own, actor, type: 'vault.thrown_away' });
  await planJob(tx, deps.store.tables, {
    kind: 'vault.purge',
    payload: { documentId: row.id, removedAt },
    at: removedAt,
    runAt: toInstant(new Date(now.getTime() + removedMinutes * 60_000)),
  });
}

/**
 * Takes a document back that was thrown away a moment ago.
 * @throws vault.not_found when it is gone already
 */
export async function restoreDocument(deps: VaultDeps, tx: Writer, actor: Actor, own: Own): Promise<void> {
  const row = await ownRow(deps, tx, own);
  if (row.removedAt === null) return;
  await deps.documents.change(tx, row.id, { removedAt: null });
  const details = await detailsOf(deps, tx, row);
  if (details) await planReminders(deps, tx, row.id, details);
  await note(deps, tx, { ...own, actor, type: 'vault.restored' });
}

/** Forgets a document that was thrown away and not taken back; its files go after the commit. */
export async function purgeDocument(
  { store, documents, clock }: VaultDeps,
  { documentId, removedAt }: { documentId: DocumentId; removedAt: Instant },
): Promise<void> {
  await store.transaction(
    async (tx) => {
      const row = await documents.byId(tx, documentId);
      // Taken back, and perhaps thrown away anew: then another job watches over it.
      if (row?.removedAt !== removedAt) return;
      await documents.remove(tx, row.id);
      await planJob(tx, store.tables, {
        kind: 'vault.discard',
        payload: { documentId },
        at: toInstant(clock.now()),
      });
    },
    { changesPublicData: false },
  );
}
