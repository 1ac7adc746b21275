import type { CaseBundle, Receipt } from '@jena/shared/cases';
import { assertNever, type CaseId, type Instant, type Language, newId } from '@jena/shared/kernel';
import { announce } from './changes.ts';
import type { Draft, StoredFile } from './drafts.ts';
import { newEntry, newEvidenceEntry, newVaultEntry } from './outbox.entries.ts';
import {
  type Entry,
  type EvidenceAnswer,
  type Letter,
  mayDiscard,
  mayEdit,
  mayPause,
  mayRetry,
  type OfficeCargo,
  type OutboxState,
  type VaultAddition,
} from './outbox.machine.ts';
import { applyEvent, insertEntry, removeEntry, takeBack } from './outbox.store.ts';

export type { Receipt };

/** One thing on its way as the person sees it in the outbox. */
export type OutboxItem = OnItsWay & {
  kind: OfficeCargo['kind'];
  draftId: string;
  serviceSlug: string;
  /** With which others it was handed in. */
  bundle?: CaseBundle | undefined;
  /** What kind of letter it is, and until when it counts. */
  letter?: Pick<Letter, 'use' | 'until'> | undefined;
  /** Where it leads: the case that it adds to, or, once it has arrived, made. */
  caseId: CaseId | null;
  files: { name: string; sent: number; total: number }[];
  mayEdit: boolean;
};

/** A document on its way into the vault. */
export type VaultItem = OnItsWay & VaultAddition;

type OnItsWay = {
  id: string;
  createdAt: string;
  state: OutboxState;
  sent: number;
  total: number;
  mayRetry: boolean;
  mayPause: boolean;
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
  return enqueue(newEntry(draft, given(language)));
}

/**
 * Hands papers that a caseworker asked for to the outbox, in the same way.
 * @throws platform.storage_full when the phone has no room; the files stay
 */
export async function enqueueEvidence(
  evidence: EvidenceAnswer,
  files: readonly StoredFile[],
  { language }: { language: Language },
): Promise<{ outboxId: string }> {
  return enqueue(newEvidenceEntry(evidence, files, given(language)));
}

/**
 * Hands a document for the person's vault to the outbox, in the same way.
 * @throws platform.storage_full when the phone has no room; the file stays where it was added
 */
export async function enqueueForVault(
  addition: Omit<VaultAddition, 'documentId'> & { file: StoredFile },
  { language }: { language: Language },
): Promise<{ outboxId: string }> {
  return enqueue(newVaultEntry(addition, given(language)));
}

function given(language: Language) {
  return {
    id: newId<'outbox'>(),
    idempotencyKey: newId<'idempotency'>(),
    owner: null,
    language,
    createdAt: new Date().toISOString() as Instant,
  };
}

async function enqueue(entry: Entry): Promise<{ outboxId: string }> {
  const outboxId = await insertEntry(entry);
  announce('flush');
  void askForBackgroundSync();
  return { outboxId };
}

/** „Noch einmal versuchen“ at a problem. */
export async function retry(outboxId: string): Promise<void> {
  await applyEvent(outboxId, { type: 'retried' }, { now: Date.now(), random: Math.random });
  announce('flush');
}

/** „Pausieren“: stops sending, here and in other tabs; what arrived stays with the server for a day. */
export async function pause(outboxId: string): Promise<void> {
  await applyEvent(outboxId, { type: 'paused' }, { now: Date.now(), random: Math.random });
}

/** „Weiter senden“: from where it stopped. */
export async function resume(outboxId: string): Promise<void> {
  await applyEvent(outboxId, { type: 'resumed' }, { now: Date.now(), random: Math.random });
  announce('flush');
}

/** „Antrag ändern“, „Unterlage ändern“: back to where it was made, with all files; `undefined` while it may already have arrived. */
export async function editAgain(outboxId: string): ReturnType<typeof takeBack> {
  return takeBack(outboxId, new Date().toISOString());
}

/** „Verwerfen“, after the person confirmed, and „ausblenden“ of a finished one. False while it is on its way. */
export async function discard(outboxId: string): Promise<boolean> {
  return removeEntry(outboxId);
}

function onItsWay(entry: Entry): OnItsWay {
  const { id, createdAt, state, files } = entry;
  return {
    id,
    createdAt,
    state,
    sent: files.reduce((sum, file) => sum + file.sent, 0),
    total: files.reduce((sum, file) => sum + file.total, 0),
    mayRetry: mayRetry(entry),
    mayPause: mayPause(entry),
    mayDiscard: mayDiscard(entry),
  };
}

/** What a person needs to see of what goes to an office; `undefined` for what does not. */
export function toItem(entry: Entry): OutboxItem | undefined {
  if (entry.kind === 'vault') return undefined;
  const { kind, draftId, state } = entry;
  const receipt = state.kind === 'done' ? state.receipt : null;
  return {
    ...onItsWay(entry),
    kind,
    draftId,
    ...about(entry, receipt?.caseId ?? null),
    files: entry.files.map(({ name, sent, total }) => ({ name, sent, total })),
    mayEdit: mayEdit(entry),
  };
}

/** Which service and case it is about, and what only its kind has. */
function about(
  entry: Entry & OfficeCargo,
  made: CaseId | null,
): Pick<OutboxItem, 'serviceSlug' | 'caseId' | 'bundle' | 'letter'> {
  switch (entry.kind) {
    case 'evidence':
      return entry.evidence;
    case 'letter': {
      const { serviceSlug, caseId, use, until } = entry.letter;
      return { serviceSlug, caseId, letter: { use, until } };
    }
    case 'submission':
      return { serviceSlug: entry.draft.serviceSlug, caseId: made, bundle: entry.draft.bundle };
    default:
      return assertNever(entry);
  }
}

/** The same of a document for the vault. */
export function toVaultItem(entry: Entry): VaultItem | undefined {
  return entry.kind === 'vault' ? { ...onItsWay(entry), ...entry.vault } : undefined;
}

type SyncRegistration = ServiceWorkerRegistration & { sync?: { register: (tag: string) => Promise<void> } };

/** Where the browser offers Background Sync (Chromium), it wakes us when the network is back; elsewhere our own triggers do. */
export async function askForBackgroundSync(): Promise<void> {
  try {
    const registration: SyncRegistration | undefined = await navigator.serviceWorker?.getRegistration();
    await registration?.sync?.register('jena-outbox');
  } catch {
    // Switched off by the person: an extra that is missing, not a failure.
  }
}
