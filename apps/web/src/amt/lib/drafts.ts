import { useState } from 'react';

const drafts = new Map<string, unknown>();

/**
 * What somebody types about a case outlives a look at another one. In memory only: a reload or signing out forgets it.
 */
export function useWorkDraft<Value>(key: string, empty: Value) {
  const [value, setValue] = useState<Value>(() => (drafts.get(key) as Value | undefined) ?? empty);
  return {
    value,
    change(next: Value) {
      drafts.set(key, next);
      setValue(next);
    },
    forget() {
      drafts.delete(key);
    },
  };
}
