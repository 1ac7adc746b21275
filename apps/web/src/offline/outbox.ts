import type { Receipt } from '@jena/shared/cases';
import { type Instant, type Language, newId } from '@jena/shared/kernel';
import { announce } from './changes.ts';
import type { Draft } from './drafts.ts';
import { type Entry, mayDiscard, mayEdit, mayRetry, type OutboxState } from './outbox.machine.ts';
import { applyEvent, insertEntry, removeEntry, reopenAsDraft } from './outbox.store.ts';

export type { Receipt };

/** A submission as the person sees it in the outbox. */
export type OutboxItem = {
  id: string;
  draftId: string;
  serviceSlug: string;
  createdAt: string;
  state: OutboxState;
  files: { name: string; sent: number; total: number }[];
  sent: number;
  total: number;
  mayEdit: boolean;
  mayRetry: boolean;
  mayDiscard: boolean;
};

/**
 * Hands a finished draft to the outbox: saved with its idempotency key before anything touches the network.
 * Calling it again for the same draft (a second tap, a second tab) gives the same entry.
 * @throws platform.storage_full when the phone has no room; the draft stays
 */
export async function enqueueSubmission(
  draft: Draft,
  { language }: { language: Language },
): Promise<{ outboxId: string }> {
  const outboxId = await insertEntry(draft, {
    id: newId<'outbox'>(),
    idempotencyKey: newId<'idempotency'>(),
    language,
    createdAt: new Date().toISOString() as Instant,
  });
  announce('flush');
  void askForBackgroundSync();
  return { outboxId };
}

/** „Noch einmal versuchen“ at a problem. */
export async function retrySubmission(outboxId: string): Promise<void> {
  await applyEvent(outboxId, { type: 'retried' }, { now: Date.now(), random: Math.random });
  announce('flush');
}

/** „Antrag ändern“: back to a draft with all files; `undefined` while it is on its way and may already have arrived. */
export async function editAgain(outboxId: string): Promise<Draft | undefined> {
  return reopenAsDraft(outboxId, new Date().toISOString());
}

/** „Verwerfen“, after the person confirmed, and „ausblenden“ of a finished one. False while it is on its way. */
export async function discardSubmission(outboxId: string): Promise<boolean> {
  return removeEntry(outboxId);
}

/** What a person needs to see of an entry. */
export function toItem(entry: Entry): OutboxItem {
  const { id, draftId, createdAt, state } = entry;
  const files = entry.files.map(({ name, sent, total }) => ({ name, sent, total }));
  return {
    id,
    draftId,
    createdAt,
    state,
    serviceSlug: entry.draft.serviceSlug,
    files,
    sent: files.reduce((sum, file) => sum + file.sent, 0),
    total: files.reduce((sum, file) => sum + file.total, 0),
    mayEdit: mayEdit(entry),
    mayRetry: mayRetry(entry),
    mayDiscard: mayDiscard(entry),
  };
}

type SyncRegistration = ServiceWorkerRegistration & { sync?: { register: (tag: string) => Promise<void> } };

/** Where the browser offers Background Sync (Chromium), it wakes us when the network is back; elsewhere our own triggers do. */
async function askForBackgroundSync(): Promise<void> {
  try {
    const registration: SyncRegistration | undefined = await navigator.serviceWorker?.getRegistration();
    await registration?.sync?.register('jena-outbox');
  } catch {
    // Switched off by the person: an extra that is missing, not a failure.
  }
}
