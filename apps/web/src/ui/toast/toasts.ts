export type Toast = { text: string; undo?: (() => void) | undefined };
type Shown = Toast & { id: number };

/** WCAG 2.2.1: long enough to read twice, and it waits while someone is on it. */
const shownFor = 8_000;

/** One toast at a time; a newer one takes the place of the older. */
export function createToasts() {
  let shown: Shown | undefined;
  let count = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  function set(next: Shown | undefined) {
    shown = next;
    clearTimeout(timer);
    if (next) timer = setTimeout(() => set(undefined), shownFor);
    for (const listener of listeners) listener();
  }
  return {
    show(toast: Toast) {
      count += 1;
      set({ ...toast, id: count });
    },
    dismiss() {
      set(undefined);
    },
    hold() {
      clearTimeout(timer);
    },
    release() {
      if (shown) timer = setTimeout(() => set(undefined), shownFor);
    },
    current: () => shown,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
