import { useEffect, useRef, useSyncExternalStore } from 'react';

type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'defaultPrevented'
> & {
  target: EventTarget | null;
};

const typing = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]';

/**
 * The shortcut that a key press means, in lower case; undefined while somebody types, with a modifier,
 * or while a dialog asks something (WCAG 2.1.4).
 */
export function shortcutOf(event: KeyPress): string | undefined {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
    return undefined;
  const target = event.target instanceof Element ? event.target : undefined;
  if (target?.closest(typing) || target?.closest('dialog')) return undefined;
  if (target?.ownerDocument.querySelector('dialog[open]')) return undefined;
  const key = event.key.toLowerCase();
  // A letter with shift is a shortcut of its own; signs like ? need shift on some keyboards.
  return event.shiftKey && /^\p{L}$/u.test(key) ? `shift+${key}` : key;
}

/** Runs what belongs to a key, while the shortcuts are switched on. */
export function useShortcuts(acts: Readonly<Record<string, (() => void) | undefined>>): void {
  const on = useShortcutsOn();
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    if (!on) return;
    function press(event: KeyboardEvent) {
      const key = shortcutOf(event);
      const act = key === undefined ? undefined : latest.current[key];
      if (!act) return;
      event.preventDefault();
      act();
    }
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [on]);
}

const storageKey = 'amt.tasten';
const listeners = new Set<() => void>();

/** Single keys can be switched off, for people who talk to their computer or whose keyboard repeats (WCAG 2.1.4). */
export function setShortcutsOn(on: boolean): void {
  if (on) localStorage.removeItem(storageKey);
  else localStorage.setItem(storageKey, 'aus');
  for (const listener of listeners) listener();
}

export function useShortcutsOn(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => localStorage.getItem(storageKey) !== 'aus',
  );
}
