import { useSyncExternalStore } from 'react';

const storageKey = 'jena.guides.done';
const nothing: ReadonlySet<string> = new Set();

/**
 * Which tasks a person has ticked off. A task may stand in several guides and is done in all of them.
 * Kept on the device only, readable at once and without a network; works on in memory where storage is refused.
 */
export function createChecklist(storage: () => Storage) {
  let done: ReadonlySet<string> | undefined;
  const listeners = new Set<() => void>();

  function read(): ReadonlySet<string> {
    if (done !== undefined) return done;
    try {
      const stored: unknown = JSON.parse(storage().getItem(storageKey) ?? '[]');
      done = new Set(Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : []);
    } catch {
      done = nothing;
    }
    return done;
  }

  function changed() {
    for (const listener of listeners) listener();
  }

  return {
    done: read,
    set(taskId: string, isDone: boolean) {
      const next = new Set(read());
      if (isDone) next.add(taskId);
      else next.delete(taskId);
      done = next;
      try {
        storage().setItem(storageKey, JSON.stringify([...next]));
      } catch {
        // Private mode or a full disk: the ticks last as long as the page.
      }
      changed();
    },
    /** Another tab wrote: read again. */
    refresh() {
      done = undefined;
      changed();
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

const checklist = createChecklist(() => localStorage);

function subscribe(listener: () => void) {
  const onStorage = (event: StorageEvent) => {
    if (event.key === storageKey || event.key === null) checklist.refresh();
  };
  window.addEventListener('storage', onStorage);
  const unsubscribe = checklist.subscribe(listener);
  return () => {
    window.removeEventListener('storage', onStorage);
    unsubscribe();
  };
}

/** The ticked tasks; none while the page is prerendered. */
export function useDoneTasks(): ReadonlySet<string> {
  return useSyncExternalStore(subscribe, checklist.done, () => nothing);
}

export const setTaskDone = checklist.set;
