import {
  hideContent,
  hideDraft,
  hideWords,
  openContent,
  openDraftRow,
  openWords,
  type StoredDraft,
} from './hidden.ts';
import { outboxDatabase } from './outbox.db.ts';
import type { Entry } from './outbox.machine.ts';
import { hasPersonKey, type Secret } from './phone-keys.ts';

/** Whether something should be sealed (anew): an older app wrote it in the clear, or the owner's key was away. */
async function wantsSeal(secret: Secret | undefined, owner: Secret['by']): Promise<boolean> {
  if (!secret) return true;
  return secret.by === null && owner !== null && (await hasPersonKey(owner));
}

/** Seals a draft that is stored; `undefined` when it is as it should be. */
async function sealedDraft(stored: StoredDraft, owner: Secret['by']): Promise<StoredDraft | undefined> {
  if (!(await wantsSeal(stored.secret, owner))) return undefined;
  const draft = await openDraftRow(stored);
  return draft && hideDraft(draft, owner);
}

/** Nobody wrote it since it was read; ivs never repeat. */
const isSame = (now: StoredDraft, read: StoredDraft) =>
  now.updatedAt === read.updatedAt && String(now.secret?.iv) === String(read.secret?.iv);

/**
 * Seals what lies in the clear: written by an older version of the app, or with the device's key while the owner's was
 * not here. What changes meanwhile is left to the next time. Harmless to repeat, and to stop anywhere.
 */
export async function sealWhatIsOpen(): Promise<void> {
  for (const row of await outboxDatabase.run((db) => db.getAll('drafts'))) {
    const { owner, ...stored } = row;
    const sealed = await sealedDraft(stored, owner);
    if (!sealed) continue;
    await outboxDatabase.run(async (db) => {
      const { store, done } = db.transaction('drafts', 'readwrite');
      const now = await store.get(row.id);
      if (now && now.owner === owner && isSame(now, row)) await store.put({ ...now, ...sealed, owner });
      await done;
    });
  }
  for (const entry of await outboxDatabase.run((db) => db.getAll('entries'))) {
    if (entry.kind === 'letter') await sealLetter(entry);
    if (entry.kind !== 'submission' || entry.state.kind === 'done') continue;
    const sealed = await sealedDraft(entry.draft, entry.owner);
    if (!sealed) continue;
    await outboxDatabase.run(async (db) => {
      const { store, done } = db.transaction('entries', 'readwrite');
      const now = await store.get(entry.id);
      const still = now?.kind === 'submission' && now.state.kind !== 'done' && isSame(now.draft, entry.draft);
      if (still) await store.put({ ...now, draft: sealed });
      await done;
    });
  }
  await sealFiles();
}

/** Written while its owner's key was not here. */
async function sealLetter({ id, secret, owner }: Extract<Entry, { kind: 'letter' }>): Promise<void> {
  const words = (await wantsSeal(secret, owner)) ? await openWords(id, secret) : undefined;
  if (!words) return;
  const sealed = await hideWords(id, words, owner);
  await outboxDatabase.run(async (db) => {
    const { store, done } = db.transaction('entries', 'readwrite');
    const now = await store.get(id);
    if (now?.kind === 'letter' && now.owner === owner) await store.put({ ...now, secret: sealed });
    await done;
  });
}

/** The same, once on each phone: reading every file at each start would cost a battery. */
export async function sealOldOnce(): Promise<void> {
  if ((await outboxDatabase.run((db) => db.get('meta', 'sealed'))) !== undefined) return;
  await sealWhatIsOpen();
  await outboxDatabase.run((db) => db.put('meta', 'yes', 'sealed'));
}

/**
 * One at a time: a file may be 50 MB. Its content never changes, it can only go. One that was added before a login
 * belongs to whom its draft belongs by now.
 */
async function sealFiles(): Promise<void> {
  const owners = new Map<string, Secret['by']>();
  for (const { id, owner } of await outboxDatabase.run((db) => db.getAll('drafts'))) owners.set(id, owner);
  for (const { draftId, owner } of await outboxDatabase.run((db) => db.getAll('entries')))
    owners.set(draftId, owner);
  for (const id of await outboxDatabase.run((db) => db.getAllKeys('files'))) {
    const row = await outboxDatabase.run((db) => db.get('files', id));
    if (!row) continue;
    const owner = row.owner ?? owners.get(row.draftId) ?? null;
    const content = (await wantsSeal(row.secret, owner)) ? await openContent(row) : undefined;
    if (!content) continue;
    const sealed = await hideContent(id, content, owner);
    await outboxDatabase.run(async (db) => {
      const { store, done } = db.transaction('files', 'readwrite');
      if (await store.get(id)) await store.put({ ...row, ...sealed, owner });
      await done;
    });
  }
}
