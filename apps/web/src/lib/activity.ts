import { quietHeader } from '@jena/shared/identity';

const signs = ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove'] as const;

let lastAt = Date.now();

function note(): void {
  lastAt = Date.now();
}

if (typeof window !== 'undefined') {
  for (const sign of signs) window.addEventListener(sign, note, { passive: true, capture: true });
}

/** When somebody last touched, typed or scrolled here, in milliseconds; opening the page counts. */
export function lastActivity(): number {
  return lastAt;
}

/**
 * Extra headers of a call: who is not at work says so, so that a page left open, which looks for news by itself,
 * does not keep a session alive.
 */
export function quietly(): Record<string, string> {
  return Date.now() - lastAt > 60_000 ? { [quietHeader]: '1' } : {};
}
