import { useSyncExternalStore } from 'react';
import { onChange } from './changes.ts';
import { listEntries } from './outbox.store.ts';
import { type OutboxItem, toItem, toVaultItem, type VaultItem } from './outbox.ts';

/**
 * Nothing waits, something waits for the network or for a login (with the card), or something needs the person.
 * What was paused is at rest.
 */
export type SyncState = { waiting: number; needsLogin: number; problems: number; moving: boolean };

type Snapshot = { items: readonly OutboxItem[]; vault: readonly VaultItem[]; sync: SyncState };

const calm: SyncState = { waiting: 0, needsLogin: 0, problems: 0, moving: false };
const empty: Snapshot = { items: [], vault: [], sync: calm };

let snapshot = empty;
let stop: (() => void) | undefined;
let reading: Promise<void> | undefined;
let stale = false;
const subscribers = new Set<() => void>();

export function summarize(items: readonly Pick<OutboxItem, 'state'>[]): SyncState {
  const count = (...kinds: OutboxItem['state']['kind'][]) =>
    items.filter((item) => kinds.includes(item.state.kind)).length;
  return {
    waiting: count('waiting_for_network', 'uploading', 'submitting'),
    needsLogin: count('waiting_for_login', 'waiting_for_card'),
    problems: count('problem'),
    moving: count('uploading', 'submitting') > 0,
  };
}

/** Reads once however many changes come while reading, and once more after them. */
function refresh(): void {
  if (reading) {
    stale = true;
    return;
  }
  reading = listEntries()
    .then((entries) => {
      const items = entries.flatMap((entry) => toItem(entry) ?? []);
      const vault = entries.flatMap((entry) => toVaultItem(entry) ?? []);
      snapshot = { items, vault, sync: summarize(entries) };
      for (const subscriber of subscribers) subscriber();
    })
    // Storage is out of reach (private mode): the outbox reads as empty, and saving says so loudly.
    .catch(() => undefined)
    .finally(() => {
      reading = undefined;
      if (!stale) return;
      stale = false;
      refresh();
    });
}

function subscribe(subscriber: () => void): () => void {
  subscribers.add(subscriber);
  if (!stop) {
    stop = onChange((topic) => {
      if (topic === 'outbox' || topic === 'owner') refresh();
    });
    refresh();
  }
  return () => {
    subscribers.delete(subscriber);
    if (subscribers.size > 0) return;
    stop?.();
    stop = undefined;
  };
}

/** What is on its way to an office, of whoever holds the phone, oldest first; empty until it is read. */
export function useOutbox(): readonly OutboxItem[] {
  return useSyncExternalStore(
    subscribe,
    () => snapshot.items,
    () => empty.items,
  );
}

/** What is on its way into the vault. */
export function useVaultOutbox(): readonly VaultItem[] {
  return useSyncExternalStore(
    subscribe,
    () => snapshot.vault,
    () => empty.vault,
  );
}

/** The same for code outside of React: tells at once and at each change. */
export function watchSync(tell: (sync: SyncState) => void): () => void {
  const report = () => tell(snapshot.sync);
  report();
  return subscribe(report);
}
