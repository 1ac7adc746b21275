import { useSyncExternalStore } from 'react';

type Politeness = 'polite' | 'assertive';

let spoken: Record<Politeness, string> = { polite: '', assertive: '' };
const silent = spoken;
const listeners = new Set<() => void>();

/** Says a sentence to screen readers: the name of a new page, „Gespeichert“. Said twice, it is read twice. */
export function announce(text: string, politeness: Politeness = 'polite'): void {
  const same = spoken[politeness] === text;
  // A no-break space makes an equal sentence a new one.
  spoken = { ...spoken, [politeness]: same ? `${text}\u00a0` : text };
  for (const listener of listeners) listener();
}

/** The place that screen readers listen to; the layout has one. */
export function Announcer() {
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    () => spoken,
    () => silent,
  );
  return (
    <div className="sr-only">
      <div aria-live="polite">{now.polite}</div>
      <div aria-live="assertive">{now.assertive}</div>
    </div>
  );
}
