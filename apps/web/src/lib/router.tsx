import { type ReactNode, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { usePathname } from 'wouter/use-browser-location';
import { type LoadedPage, type LoadRequest, loadPage } from './load.ts';
import { rememberScroll, restoreScroll } from './navigation.ts';
import { splitPath } from './paths.ts';

/** How long a page may take before the person sees that something is on its way. */
const patience = 300;

type RouterProps = {
  initial: LoadedPage;
  request: Omit<LoadRequest, 'path' | 'embedded'>;
  /** Draws the frame around a page; `waiting` is true while the next one takes longer than usual. */
  frame: (page: LoadedPage, waiting: boolean) => ReactNode;
  onShown: (page: LoadedPage) => void;
  onFailed: (error: unknown) => void;
};

/** Shows the page of the address. The old page stays until the new one is ready, so nothing flickers. */
export function Router({ initial, request, frame, onShown, onFailed }: RouterProps) {
  const pathname = usePathname({ ssrPath: initial.path });
  const { path } = splitPath(pathname);
  const [page, setPage] = useState(initial);
  const [waiting, setWaiting] = useState(false);
  const shown = useRef(initial.path);

  useEffect(() => {
    window.addEventListener('popstate', rememberScroll, { capture: true });
    return () => window.removeEventListener('popstate', rememberScroll, { capture: true });
  }, []);

  useEffect(() => {
    if (path === shown.current) return;
    let current = true;
    const timer = setTimeout(() => setWaiting(true), patience);
    loadPage({ ...request, path })
      .then((next) => {
        if (!current) return;
        shown.current = path;
        show(
          () => {
            setPage(next);
            setWaiting(false);
          },
          () => {
            restoreScroll();
            onShown(next);
          },
        );
      })
      .catch((error: unknown) => current && onFailed(error))
      .finally(() => clearTimeout(timer));
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [path, request, onShown, onFailed]);

  return frame(page, waiting);
}

/** Changes the page in a short view transition where the browser has them and the person wants motion. */
function show(change: () => void, afterwards: () => void): void {
  // A view transition changes the page later: what needs the new page must wait for it.
  const both = () => {
    flushSync(change);
    afterwards();
  };
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (calm || !document.startViewTransition) both();
  else document.startViewTransition(both);
}
