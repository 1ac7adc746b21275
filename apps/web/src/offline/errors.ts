import { DomainError, defineError } from '@jena/shared/kernel';

/** The phone has no room left; nothing that was saved before is touched. */
export const storageFull = defineError('platform.storage_full', 'too_large');
/** The browser refuses storage altogether: private mode, a policy, a broken profile. */
export const storageUnavailable = defineError('platform.storage_unavailable', 'unavailable');
/** A captured file is no longer on the phone, e.g. because the browser cleared it. */
export const fileLost = defineError('platform.file_lost', 'not_found');

const connectionLost = new Set(['InvalidStateError', 'UnknownError']);

/** True for WebKit's „connection lost“ after a phone wakes up (WebKit bugs 197050, 277615): opening again helps. */
export function isConnectionLost(error: unknown): boolean {
  return error instanceof Error && connectionLost.has(error.name);
}

/** Turns what IndexedDB throws into an error with a stable code and copy. */
export function storageError(error: unknown): unknown {
  if (error instanceof DomainError || !(error instanceof Error)) return error;
  if (error.name === 'QuotaExceededError') return storageFull();
  if (isConnectionLost(error) || error.name === 'SecurityError' || error.name === 'AbortError') {
    return storageUnavailable({ cause: error.name });
  }
  return error;
}
