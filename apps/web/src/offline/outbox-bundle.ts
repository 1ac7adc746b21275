import type { CaseBundle } from '@jena/shared/cases';
import { type AccountId, type DraftId, type Instant, type Language, newId } from '@jena/shared/kernel';
import { announce } from './changes.ts';
import type { Draft, StoredFile } from './drafts.ts';
import { storageUnavailable } from './errors.ts';
import { hideContent, hideDraft, openContent } from './hidden.ts';
import { type FileRow, loggedIn, outboxDatabase, withOwner } from './outbox.db.ts';
import { newEntry } from './outbox.entries.ts';
import { askForBackgroundSync } from './outbox.ts';

/** What one service of a bundle is handed in with, or, when it waits, begun with. */
export type BundleCargo = Pick<Draft, 'serviceSlug' | 'formVersion' | 'fingerprint' | 'answers' | 'page'> & {
  files: Record<string, StoredFile[]>;
  waits: boolean;
};

/**
 * Hands a finished bundle to the outbox: one entry for each service, each with its own idempotency key, and a draft for
 * each that waits, all saved in the one transaction that takes the bundle's draft away. From then on each goes its own
 * way, with its own copy of a paper that several need: one that waits, fails or is taken back holds up no other. Called
 * again for the same draft (a second tap, a second tab) it does nothing.
 * @returns what they have in common
 * @throws platform.storage_full when the phone has no room; the draft stays
 */
export async function enqueueBundle(
  bundle: Draft,
  cargo: readonly BundleCargo[],
  { language }: { language: Language },
): Promise<CaseBundle> {
  const id = bundle.id as DraftId;
  const common: CaseBundle = { id, slug: bundle.serviceSlug };
  // Their order in the outbox is the order of the bundle.
  const begun = Date.now();
  const parts = cargo.map(({ waits, ...part }, index) => {
    const updatedAt = new Date(begun + index).toISOString() as Instant;
    const draft: Draft = {
      ...part,
      id: newId<'draft'>(),
      origins: {},
      updatedAt,
      language,
      bundle: common,
      ...(bundle.onBehalfOf && { onBehalfOf: bundle.onBehalfOf }),
    };
    return { waits, draft };
  });
  await withOwner(id, async (owner) => {
    const rows = await outboxDatabase.run((db) => db.getAllFromIndex('files', 'byDraft', id));
    const copied = await Promise.all(parts.map(({ draft }) => withOwnFiles(draft, rows, owner)));
    const ready = await Promise.all(
      copied.map(async ({ draft, files }, index) => {
        const given = { id: newId<'outbox'>(), idempotencyKey: newId<'idempotency'>(), owner, language };
        const hidden = await hideDraft(draft, owner);
        const entry = parts[index]?.waits
          ? undefined
          : { ...newEntry(draft, { ...given, createdAt: draft.updatedAt as Instant }), draft: hidden };
        return { files, hidden, entry };
      }),
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
        for (const key of await files.index('byDraft').getAllKeys(id)) await files.delete(key);
        for (const part of ready) {
          if (part.entry) await transaction.objectStore('entries').put(part.entry);
          else await drafts.put({ ...part.hidden, owner });
          for (const file of part.files) await files.put(file);
        }
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
  return common;
}

/** The draft with copies of its files under ids of their own; what lies in the vault is named as it is. */
async function withOwnFiles(
  draft: Draft,
  rows: readonly FileRow[],
  owner: AccountId | null,
): Promise<{ draft: Draft; files: FileRow[] }> {
  const files: FileRow[] = [];
  const named: Draft['files'] = {};
  for (const [field, list] of Object.entries(draft.files)) {
    named[field] = await Promise.all(
      list.map(async (file): Promise<StoredFile> => {
        const row = rows.find(({ documentId }) => documentId === file.documentId);
        if (!row) return file;
        const content = await openContent(row);
        if (!content) throw storageUnavailable({ cause: 'locked' });
        const own = { ...file, documentId: newId<'document'>() };
        const hidden = await hideContent(own.documentId, content, owner);
        files.push({ ...own, draftId: draft.id, field, owner, ...hidden });
        return own;
      }),
    );
  }
  return { draft: { ...draft, files: named }, files };
}
