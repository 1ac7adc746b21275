import type { AccountId } from '@jena/shared/kernel';
import { announce } from './changes.ts';
import type { Draft } from './drafts.ts';
import { isMine, loggedIn, outboxDatabase } from './outbox.db.ts';
import {
  advance,
  type Entry,
  type Moment,
  mayDiscard,
  mayEdit,
  newEntry,
  type OutboxEvent,
} from './outbox.machine.ts';

type Given = Omit<Parameters<typeof newEntry>[1], 'owner'>;

/** Every entry that whoever holds the phone may see, oldest first. */
export async function listEntries(): Promise<Entry[]> {
  const rows = await outboxDatabase.run(async (db) => {
    const transaction = db.transaction(['entries', 'meta']);
    const owner = await transaction.objectStore('meta').get('owner');
    return (await transaction.objectStore('entries').getAll()).filter((row) => isMine(row.owner, owner));
  });
  return rows.sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id));
}

/** One entry and who is logged in, read together; `undefined` when it is gone or someone else's. */
export async function readEntry(
  id: string,
): Promise<{ entry: Entry; account: AccountId | null } | undefined> {
  return outboxDatabase.run(async (db) => {
    const transaction = db.transaction(['entries', 'meta']);
    const owner = await transaction.objectStore('meta').get('owner');
    const account = await loggedIn(transaction.objectStore('meta'));
    const entry = await transaction.objectStore('entries').get(id);
    return entry && isMine(entry.owner, owner) ? { entry, account } : undefined;
  });
}

/** In one transaction a draft becomes an entry, key and all. A second call for the same draft finds the first entry. */
export async function insertEntry(draft: Draft, given: Given): Promise<string> {
  const id = await outboxDatabase.run(async (db) => {
    const transaction = db.transaction(['drafts', 'entries', 'meta'], 'readwrite');
    const entries = transaction.objectStore('entries');
    const known = await entries.index('byDraft').getKey(draft.id);
    if (known !== undefined) return known;
    const row = await transaction.objectStore('drafts').get(draft.id);
    const owner = row?.owner ?? (await loggedIn(transaction.objectStore('meta')));
    await entries.put(newEntry(draft, { ...given, owner }));
    await transaction.objectStore('drafts').delete(draft.id);
    await transaction.done;
    return given.id;
  });
  announce('outbox');
  announce('drafts');
  return id;
}

/** Saves what an event makes of an entry; `undefined` when the entry was discarded meanwhile. */
export async function applyEvent(id: string, event: OutboxEvent, moment: Moment): Promise<Entry | undefined> {
  const next = await outboxDatabase.run(async (db) => {
    const transaction = db.transaction(['entries', 'files', 'meta'], 'readwrite');
    const entry = await transaction.objectStore('entries').get(id);
    if (!entry) return undefined;
    let changed = advance(entry, event, moment);
    if (changed.state.kind === 'done' && entry.state.kind !== 'done') {
      // The office has it now: the phone keeps the receipt, not the answers and pictures.
      for (const { documentId } of entry.files) await transaction.objectStore('files').delete(documentId);
      await transaction.objectStore('meta').put('yes', `deleted:${entry.draftId}`);
      changed = { ...changed, draft: { ...changed.draft, answers: {}, origins: {}, files: {} } };
    }
    await transaction.objectStore('entries').put(changed);
    await transaction.done;
    return changed;
  });
  announce('outbox');
  return next;
}

/** Makes an entry a draft again, with its files; `undefined` when it is on its way and may arrive. */
export async function reopenAsDraft(id: string, updatedAt: string): Promise<Draft | undefined> {
  const draft = await outboxDatabase.run(async (db) => {
    const transaction = db.transaction(['drafts', 'entries'], 'readwrite');
    const entry = await transaction.objectStore('entries').get(id);
    if (!entry || !mayEdit(entry)) return undefined;
    const reopened = { ...entry.draft, updatedAt };
    await transaction.objectStore('drafts').put({ ...reopened, owner: entry.owner });
    await transaction.objectStore('entries').delete(id);
    await transaction.done;
    return reopened;
  });
  announce('outbox');
  announce('drafts');
  return draft;
}

/** Removes an entry with its files; false when it is on its way right now. */
export async function removeEntry(id: string): Promise<boolean> {
  const removed = await outboxDatabase.run(async (db) => {
    const transaction = db.transaction(['entries', 'files', 'meta'], 'readwrite');
    const entry = await transaction.objectStore('entries').get(id);
    if (!entry || !mayDiscard(entry)) return false;
    const files = transaction.objectStore('files');
    for (const key of await files.index('byDraft').getAllKeys(entry.draftId)) await files.delete(key);
    await transaction.objectStore('meta').put('yes', `deleted:${entry.draftId}`);
    await transaction.objectStore('entries').delete(id);
    await transaction.done;
    return true;
  });
  announce('outbox');
  return removed;
}
