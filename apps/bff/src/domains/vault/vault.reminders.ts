import { type DocumentId, type Instant, toInstant } from '@jena/shared/kernel';
import { type DocumentDetails, type Reminder, remindersOf } from '@jena/shared/vault';
import type { Writer } from '../../platform/db/access.ts';
import { planJob, unplanJobs } from '../../platform/jobs.ts';
import { openDocuments, type VaultDeps } from './vault.documents.ts';
import type { DocumentRow } from './vault.store.ts';

const kind = 'vault.remind';
const keyOf = (id: DocumentId, at: Instant) => `${id}:${at}`;
const noCase = { caseId: null, caseReference: null, serviceSlug: null } as const;

/**
 * Plans the reminders that are still to come, in the transaction that says until when a document is valid. Planned
 * twice they come once. A job names the document and the moment: what ends and when it ends stays sealed.
 */
export async function planReminders(
  { store, clock }: VaultDeps,
  tx: Writer,
  documentId: DocumentId,
  details: DocumentDetails,
): Promise<void> {
  const now = toInstant(clock.now());
  for (const { at } of remindersOf(details).filter((reminder) => reminder.at > now)) {
    const payload = { documentId, at };
    await planJob(tx, store.tables, { kind, payload, at: now, runAt: at, key: keyOf(documentId, at) });
  }
}

/** Takes back what was planned for these details. */
export async function dropReminders(
  { store }: VaultDeps,
  tx: Writer,
  documentId: DocumentId,
  details: DocumentDetails,
): Promise<void> {
  const keys = remindersOf(details).map(({ at }) => keyOf(documentId, at));
  await unplanJobs(tx, store.tables, { kind, keys });
}

/** What its owner said about a document so far. */
export async function detailsOf(
  deps: VaultDeps,
  tx: Writer,
  row: DocumentRow,
): Promise<DocumentDetails | undefined> {
  const [document] = await openDocuments(deps, tx, row.ownerId, [row]);
  return document?.details;
}

/** The reminder that is due; none when a later one is due as well, because the product stood still in between. */
function dueNow(details: DocumentDetails, at: Instant, now: Instant): Reminder | undefined {
  const due = remindersOf(details).filter((reminder) => reminder.at <= now);
  const last = due.at(-1);
  return last?.at === at ? last : undefined;
}

/** Tells the owner of a document that it ends. Silent when it is gone, or is valid until another day by now. */
export async function remind(
  deps: VaultDeps,
  { documentId, at }: { documentId: DocumentId; at: Instant },
): Promise<void> {
  const { store, documents, clock, notify } = deps;
  const now = toInstant(clock.now());
  await store.transaction(
    async (tx) => {
      const row = await documents.byId(tx, documentId);
      if (row?.state !== 'available' || row.removedAt !== null) return;
      const details = await detailsOf(deps, tx, row);
      const due = details && dueNow(details, at, now);
      if (due === undefined) return;
      await notify(tx, {
        accountId: row.ownerId,
        type: due.kind === 'expired' ? 'document_expired' : 'document_expires',
        documentId,
        ...noCase,
        at: now,
        key: `vault.remind:${documentId}:${at}`,
      });
    },
    { changesPublicData: false },
  );
}
