import { navigate as browserNavigate } from 'wouter/use-browser-location';

/** Where each place in the history was scrolled to, so that „back“ lands where the person left. */
const scrollPositions = new Map<number, number>();

type HistoryState = { index?: number } | null;

function currentIndex(): number {
  return (history.state as HistoryState)?.index ?? 0;
}

/** Remembers the scroll position of the place that is about to be left. */
export function rememberScroll(): void {
  scrollPositions.set(currentIndex(), window.scrollY);
}

/** Scrolls to where this place was left; a new one is read from its `#anchor` or from the top. */
export function restoreScroll(): void {
  const left = scrollPositions.get(currentIndex());
  const anchor =
    left === undefined ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  if (anchor) anchor.scrollIntoView();
  else window.scrollTo(0, left ?? 0);
}

/**
 * Goes to an address of the product, language prefix included.
 * `replace` leaves no trace in the history: for redirects and for steps that „back“ must skip.
 */
export function navigate(href: string, options: { replace?: boolean } = {}): void {
  const replace = options.replace ?? false;
  if (!replace) rememberScroll();
  const index = currentIndex() + (replace ? 0 : 1);
  // A new page is read from its top, also one that takes the place of another.
  scrollPositions.delete(index);
  browserNavigate(href, { replace, state: { index } });
}
