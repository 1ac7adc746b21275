import type { CaseBundle } from '@jena/shared/cases';
import { type DraftId, type Instant, type Language, newId } from '@jena/shared/kernel';
import { announce } from './changes.ts';
import type { Draft, StoredFile } from './drafts.ts';
import { hideDraft } from './hidden.ts';
import { loggedIn, outboxDatabase, withOwner } from './outbox.db.ts';
import { newEntry } from './outbox.machine.ts';
import { askForBackgroundSync } from './outbox.ts';

/** What one service of a bundle is handed in with. */
export type BundleCargo = Pick<Draft, 'serviceSlug' | 'formVersion' | 'fingerprint' | 'answers' | 'page'> & {
  files: Record<string, StoredFile[]>;
};

/**
 * Hands a finished bundle to the outbox: one entry for each service, each with its own idempotency key, all saved in the
 * one transaction that takes the bundle's draft away. From then on each goes its own way: one that waits or fails holds
 * up no other. Called again for the same draft (a second tap, a second tab) it does nothing.
 * @throws platform.storage_full when the phone has no room; the draft stays
 */
export async function enqueueBundle(
  bundle: Draft,
  cargo: readonly BundleCargo[],
  { language }: { language: Language },
): Promise<void> {
  const id = bundle.id as DraftId;
  const common: CaseBundle = { id, slug: bundle.serviceSlug };
  // Their order in the outbox is the order of the bundle.
  const begun = Date.now();
  const entries = cargo.map((part, index) => {
    const createdAt = new Date(begun + index).toISOString() as Instant;
    const draft: Draft = {
      ...part,
      id: newId<'draft'>(),
      origins: {},
      updatedAt: createdAt,
      language,
      bundle: common,
      ...(bundle.onBehalfOf && { onBehalfOf: bundle.onBehalfOf }),
    };
    const given = { id: newId<'outbox'>(), idempotencyKey: newId<'idempotency'>(), owner: null };
    return { draft, entry: newEntry(draft, { ...given, language, createdAt }) };
  });
  await withOwner(id, async (owner) => {
    const hidden = await Promise.all(
      entries.map(async ({ draft, entry }) => ({ ...entry, draft: await hideDraft(draft, owner) })),
    );
    return (isStill) =>
      outboxDatabase.run(async (db) => {
        const transaction = db.transaction(['drafts', 'entries', 'files', 'meta'], 'readwrite');
        const drafts = transaction.objectStore('drafts');
        const files = transaction.objectStore('files');
        const meta = transaction.objectStore('meta');
        if ((await meta.get(`deleted:${id}`)) !== undefined) return { value: undefined };
        const row = await drafts.get(id);
        if (!isStill(row?.owner ?? (await loggedIn(meta)))) return 'again';
        for (const entry of hidden) {
          await transaction.objectStore('entries').put({ ...entry, owner });
          // A paper that several ask for goes with the first; the outbox keeps it until the last has it.
          for (const { documentId } of entry.files) {
            const file = await files.get(documentId);
            if (file?.draftId === id) await files.put({ ...file, draftId: entry.draftId, owner });
          }
        }
        for (const key of await files.index('byDraft').getAllKeys(id)) await files.delete(key);
        if (row?.server) await meta.put('submitted', `closing:${row.server.id}`);
        await drafts.delete(id);
        await meta.put('yes', `deleted:${id}`);
        await transaction.done;
        return { value: undefined };
      });
  });
  announce('outbox');
  announce('drafts');
  announce('flush');
  void askForBackgroundSync();
}
