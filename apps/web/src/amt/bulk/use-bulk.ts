import type { CaseId } from '@jena/shared/kernel';
import { useState } from 'react';
import { caseChanged } from '../lib/client.ts';
import { createKeyring } from '../lib/keyring.ts';
import { type Outcome, runEach } from './run.ts';

export type BulkResult = {
  outcomes: Outcome<CaseId>[];
  /** Takes back what was done; left out where that cannot be. */
  undo?: (() => void) | undefined;
  wasUndo: boolean;
};

type Keyed = (id: CaseId, idempotencyKey: string) => Promise<unknown>;

/** One act on many cases: each with a key of its own, so that trying again does none of them twice. */
export function useBulk(onDone: (failed: CaseId[]) => void) {
  const [rings] = useState(() => new Map<CaseId, ReturnType<typeof createKeyring>>());
  const [progress, setProgress] = useState<{ done: number; all: number }>();
  const [result, setResult] = useState<BulkResult>();

  async function run(ids: readonly CaseId[], act: Keyed, back?: Keyed, wasUndo = false): Promise<void> {
    setProgress({ done: 0, all: ids.length });
    setResult(undefined);
    const outcomes = await runEach(
      ids,
      async (id) => {
        const ring = rings.get(id) ?? createKeyring();
        rings.set(id, ring);
        await act(id, ring.keyFor(wasUndo ? 'undo' : 'do'));
        ring.used();
      },
      (done) => setProgress({ done, all: ids.length }),
    );
    const done = outcomes.flatMap(({ id, ok }) => (ok ? [id] : []));
    const undo = back && done.length > 0 ? () => void run(done, back, undefined, true) : undefined;
    setProgress(undefined);
    setResult({ outcomes, undo, wasUndo });
    caseChanged();
    onDone(outcomes.flatMap(({ id, ok }) => (ok ? [] : [id])));
  }

  return { run, progress, result, forget: () => setResult(undefined) };
}
