/** Asks the browser not to clear our storage when space runs short; called after the first draft, when there is something to lose. */
export function askToPersist(): void {
  const storage = globalThis.navigator?.storage;
  if (!storage?.persist) return;
  void storage
    .persisted()
    .then((granted) => granted || storage.persist())
    // A browser that will not say is one that did not promise: the outbox stays visible either way.
    .catch(() => false);
}

export type StorageState = { persisted: boolean; usedBytes: number | null; quotaBytes: number | null };

/** What the account page says about storage on this device. */
export async function storageState(): Promise<StorageState> {
  const storage = globalThis.navigator?.storage;
  if (!storage?.estimate) return { persisted: false, usedBytes: null, quotaBytes: null };
  const [estimate, persisted] = await Promise.all([storage.estimate(), storage.persisted()]);
  return { persisted, usedBytes: estimate.usage ?? null, quotaBytes: estimate.quota ?? null };
}
