import { useEffect } from 'react';
import { copy } from '../copy.de.ts';

/** Names the browser's tab, for as long as it is shown. */
export function useTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = copy.titleOf(title);
    return () => {
      document.title = before;
    };
  }, [title]);
}
