import type { Search } from '@jena/shared/cases';
import { useSyncExternalStore } from 'react';

/** Nothing said yet. */
export const nothing: Search = { text: '', service: null, state: null, from: null, to: null };

let asked: Search = nothing;
const listeners = new Set<() => void>();

export const isNothing = (search: Search): boolean =>
  search.text.trim() === '' &&
  [search.service, search.state, search.from, search.to].every((said) => said === null);

/**
 * What is looked for, as long as the page is open. A name stands in no address, so it is neither in the history of the
 * browser nor in a bookmark.
 */
export function lookFor(search: Search): void {
  asked = search;
  for (const listener of listeners) listener();
}

export function useAsked(): Search {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => asked,
  );
}
