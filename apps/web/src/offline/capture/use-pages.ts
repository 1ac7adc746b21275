import { useCallback, useRef, useState } from 'react';
import { changePages, type PageChange, type ScanPage } from './document/pages.ts';
import { toDocument } from './document/to-document.ts';

export type PageBox = {
  pages: readonly ScanPage[];
  /** The page removed last, until the next change. */
  removed: { page: ScanPage; at: number } | undefined;
  /** Resolves when the changed document is on the phone; rejects and changes nothing when it cannot be kept. */
  change: (change: PageChange) => Promise<void>;
};

/** The pages of one document. Every change is kept at once, so that a closed app loses nothing. */
export function usePages(
  start: readonly ScanPage[],
  onDocument: (content: Blob | undefined) => Promise<void>,
): PageBox {
  const [pages, setPages] = useState(start);
  const [removed, setRemoved] = useState<PageBox['removed']>();
  const now = useRef(start);
  const last = useRef<Promise<void>>(Promise.resolve());
  const keep = useRef(onDocument);
  keep.current = onDocument;

  const change = useCallback((wanted: PageChange) => {
    // One after the other: two quick taps must not overtake each other.
    const done = last.current.then(async () => {
      const before = now.current;
      const next = changePages(before, wanted);
      if (next === before) return;
      await keep.current(toDocument(next));
      now.current = next;
      setPages(next);
      const at = wanted.kind === 'remove' ? before.findIndex(({ id }) => id === wanted.id) : -1;
      const page = before[at];
      setRemoved(page && { page, at });
    });
    last.current = done.catch(() => undefined);
    return done;
  }, []);

  return { pages, removed, change };
}
