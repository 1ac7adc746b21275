// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { navigate, rememberScroll, restoreScroll } from './navigation.ts';

const scrolledTo = vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined);

function isScrolledTo(y: number): void {
  Object.defineProperty(window, 'scrollY', { value: y, configurable: true });
}

beforeEach(() => {
  history.replaceState({ index: 0 }, '', '/');
  scrolledTo.mockClear();
});

it('shows a new page from its top, and the one before where it was left', () => {
  isScrolledTo(640);
  navigate('/dienste');
  restoreScroll();
  expect(scrolledTo).toHaveBeenLastCalledWith(0, 0);
  // What „back“ does: the place left is remembered, and the address is the old one.
  rememberScroll();
  history.replaceState({ index: 0 }, '', '/');
  restoreScroll();
  expect(scrolledTo).toHaveBeenLastCalledWith(0, 640);
});

it('shows a page that takes the place of another from its top', () => {
  isScrolledTo(900);
  navigate('/vorgaenge', { replace: true });
  restoreScroll();
  expect(scrolledTo).toHaveBeenLastCalledWith(0, 0);
  expect(location.pathname).toBe('/vorgaenge');
});
