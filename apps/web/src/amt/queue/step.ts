/** Marks the rows that can be stepped through; the value is the case's id. */
export const rowAttribute = 'data-queue-row';

/** Which row comes next: from the focused one, else from the open case, else the first. Stops at both ends. */
export function nextIndex(ids: readonly string[], from: string | undefined, step: 1 | -1): number {
  const here = from === undefined ? -1 : ids.indexOf(from);
  if (here < 0) return ids.length > 0 ? 0 : -1;
  return Math.max(0, Math.min(ids.length - 1, here + step));
}

/** Moves the focus in the list. */
export function stepInQueue(step: 1 | -1, openId: string | undefined): void {
  const rows = [...document.querySelectorAll<HTMLElement>(`[${rowAttribute}]`)];
  const ids = rows.map((row) => row.getAttribute(rowAttribute) ?? '');
  const focused = document.activeElement?.getAttribute(rowAttribute) ?? undefined;
  rows[nextIndex(ids, focused ?? openId, step)]?.focus();
}

/** The case whose row has the focus. */
export function focusedRow(): string | undefined {
  return (
    document.activeElement?.closest('li')?.querySelector(`[${rowAttribute}]`)?.getAttribute(rowAttribute) ??
    undefined
  );
}
