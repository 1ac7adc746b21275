import type { AccountId, DocumentId } from '@jena/shared/kernel';
import { announce } from './changes.ts';
import { hideDraft } from './hidden.ts';
import { type FileRow, isMine, loggedIn, outboxDatabase, withOwner } from './outbox.db.ts';
import {
  advance,
  type Entry,
  type Moment,
  mayDiscard,
  mayEdit,
  type OfficeCargo,
  type OutboxEvent,
} from './outbox.machine.ts';

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

/**
 * Saves a new entry, key and all, in the one transaction that takes its draft away; it belongs to whom the draft belonged.
 * A second entry for the same draft or evidence request finds the first.
 */
export async function insertEntry(entry: Entry): Promise<string> {
  const id = await withOwner(entry.draftId, async (owner) => {
    const hidden =
      entry.kind === 'submission' ? { ...entry, draft: await hideDraft(entry.draft, owner) } : entry;
    return (isStill) =>
      outboxDatabase.run(async (db) => {
        const transaction = db.transaction(['drafts', 'entries', 'files', 'meta'], 'readwrite');
        const entries = transaction.objectStore('entries');
        const meta = transaction.objectStore('meta');
        const known = await entries.index('byDraft').getKey(entry.draftId);
        if (known !== undefined) return { value: known };
        const draft = await transaction.objectStore('drafts').get(entry.draftId);
        if (!isStill(draft?.owner ?? (await loggedIn(meta)))) return 'again';
        const belongsTo = draft?.owner ?? (await ownerOfNew(entry, meta));
        await entries.put({ ...hidden, owner: belongsTo });
        await transaction.objectStore('drafts').delete(entry.draftId);
        if (entry.kind === 'vault')
          await takeFileAlong({ ...entry, owner: belongsTo }, transaction.objectStore('files'));
        await transaction.done;
        return { value: entry.id };
      });
  });
  announce('outbox');
  announce('drafts');
  return id;
}

type Files = {
  get: (key: DocumentId) => Promise<FileRow | undefined>;
  put: (row: FileRow) => Promise<unknown>;
};

/** Where it was added, the next document begins: the file goes with its entry. */
async function takeFileAlong({ draftId, owner, vault }: Extract<Entry, { kind: 'vault' }>, files: Files) {
  const row = await files.get(vault.documentId);
  if (row) await files.put({ ...row, draftId, owner });
}

/** A case and a vault belong to one account, also while its session is over: nobody else may get papers for them. */
async function ownerOfNew(entry: Entry, meta: Parameters<typeof loggedIn>[0]): Promise<AccountId | null> {
  if (entry.kind !== 'submission') return ((await meta.get('owner')) ?? null) as AccountId | null;
  return loggedIn(meta);
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
      const files = transaction.objectStore('files');
      for (const key of await files.index('byDraft').getAllKeys(entry.draftId)) await files.delete(key);
      await transaction.objectStore('meta').put('yes', `deleted:${entry.draftId}`);
      const inAccount = entry.kind === 'submission' ? entry.draft.server : undefined;
      if (inAccount) await transaction.objectStore('meta').put('submitted', `closing:${inAccount.id}`);
      changed = withoutAnswers(changed);
    }
    // What lies in the vault or its case shows there; an application is looked at once more before it goes.
    const showsElsewhere = changed.kind === 'vault' || changed.kind === 'letter';
    if (showsElsewhere && changed.state.kind === 'done') await transaction.objectStore('entries').delete(id);
    else await transaction.objectStore('entries').put(changed);
    await transaction.done;
    return changed;
  });
  announce('outbox');
  return next;
}

function withoutAnswers(entry: Entry): Entry {
  if (entry.kind !== 'submission') return entry;
  const { secret: _secret, ...draft } = entry.draft;
  return { ...entry, draft: { ...draft, answers: {}, origins: {}, files: {} } };
}

/** What is taken back with its files; a letter is taken back in its case. */
type WithFiles = Exclude<OfficeCargo, { kind: 'letter' }>;

/**
 * Takes an entry back to be changed, with its files: an application becomes a draft again, papers wait at their case.
 * `undefined` when it is on its way and may arrive.
 */
export async function takeBack(id: string, updatedAt: string): Promise<WithFiles | undefined> {
  const cargo = await outboxDatabase.run(async (db): Promise<WithFiles | undefined> => {
    const transaction = db.transaction(['drafts', 'entries'], 'readwrite');
    const entry = await transaction.objectStore('entries').get(id);
    if (!entry || entry.kind === 'vault' || entry.kind === 'letter' || !mayEdit(entry)) return undefined;
    await transaction.objectStore('entries').delete(id);
    const taken: WithFiles =
      entry.kind === 'evidence'
        ? { kind: 'evidence', evidence: entry.evidence }
        : { kind: 'submission', draft: { ...entry.draft, updatedAt } };
    if (taken.kind === 'submission')
      await transaction.objectStore('drafts').put({ ...taken.draft, owner: entry.owner });
    await transaction.done;
    return taken;
  });
  announce('outbox');
  announce('drafts');
  return cargo;
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
    const inAccount = entry.kind === 'submission' && entry.state.kind !== 'done' && entry.draft.server;
    if (inAccount) await transaction.objectStore('meta').put('deleted', `closing:${inAccount.id}`);
    await transaction.objectStore('entries').delete(id);
    await transaction.done;
    return true;
  });
  announce('outbox');
  return removed;
}
