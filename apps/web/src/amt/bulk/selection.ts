import type { CaseId } from '@jena/shared/kernel';
import { useState } from 'react';

/** What is chosen after a row was ticked; with `range`, all rows from the last one that was ticked to this. */
export function toggled(
  chosen: ReadonlySet<CaseId>,
  ids: readonly CaseId[],
  { id, last, range }: { id: CaseId; last: CaseId | undefined; range: boolean },
): ReadonlySet<CaseId> {
  const next = new Set(chosen);
  const [from, to] = [last === undefined ? -1 : ids.indexOf(last), ids.indexOf(id)];
  if (range && from >= 0 && to >= 0) {
    for (const each of ids.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(each);
    return next;
  }
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Which rows of a list are chosen. Rows that left the list are chosen no more. */
export function useSelection(ids: readonly CaseId[]) {
  const [chosen, setChosen] = useState<ReadonlySet<CaseId>>(new Set());
  const [last, setLast] = useState<CaseId>();
  const there = ids.filter((id) => chosen.has(id));
  return {
    chosen: there,
    has: (id: CaseId) => chosen.has(id),
    toggle(id: CaseId, range: boolean) {
      setChosen(toggled(chosen, ids, { id, last, range }));
      setLast(id);
    },
    keep: (kept: readonly CaseId[]) => setChosen(new Set(kept)),
  };
}

export type Selection = ReturnType<typeof useSelection>;
