import { hoursKept, type Measure } from '@jena/shared/indicators';
import { type CaseId, cityTime, type Instant } from '@jena/shared/kernel';
import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import type { Reader } from '../../platform/db/access.ts';
import type { Store } from '../../platform/db/store.ts';
import { readEventsAfter, type StoredEvent } from '../../platform/events.ts';
import { type Count, createIndicatorsStore } from './indicators.store.ts';

/** What counting needs to know of a case: no person. */
export type CountedCase = {
  serviceSlug: string;
  submittedAt: Instant;
  firstDecidedAt: Instant | null;
  papers: number;
};
export type TallyDeps = {
  /** Of those that are still there. */
  casesOf(db: Reader, ids: readonly CaseId[]): Promise<ReadonlyMap<CaseId, CountedCase>>;
};

const stretch = 500;
/** Numbers are given before a transaction ends: what is younger than this might still be overtaken by a smaller number. */
const settledMs = 5 * 60_000;

const withCase = z.object({ caseId: z.string() });
const counted = new Set(['cases.submitted', 'cases.evidence_requested', 'cases.approved', 'cases.rejected']);

/**
 * Counts what has happened to cases since the last time, from the very log their timelines show: each event once,
 * because counters and cursor move in one transaction. It is read before, so nobody waits for it to write. Says whether
 * there is more.
 */
export async function tally(
  deps: TallyDeps,
  { store, clock }: { store: Store; clock: Clock },
): Promise<{ more: boolean }> {
  const indicators = createIndicatorsStore(store.tables);
  const after = await indicators.cursor(store.read);
  const events = await readEventsAfter(store.read, store.tables, { after, limit: stretch });
  const settled = settledOf(events, clock.now());
  const last = settled.at(-1);
  if (last === undefined) return { more: false };
  const counts = await countsOfAll(deps, store.read, settled);
  await store.transaction(async (tx) => {
    if ((await indicators.cursor(tx)) !== after) return;
    for (const count of counts) await indicators.add(tx, count);
    await indicators.moveCursor(tx, last.sequence);
  });
  return { more: settled.length === stretch };
}

/** One count for each counter that these events move. */
async function countsOfAll(deps: TallyDeps, db: Reader, events: readonly StoredEvent[]): Promise<Count[]> {
  const about = events.flatMap((event) => {
    const caseId = withCase.safeParse(event.data).data?.caseId as CaseId | undefined;
    return caseId !== undefined && counted.has(event.type) ? [{ event, caseId }] : [];
  });
  const cases = await deps.casesOf(db, [...new Set(about.map(({ caseId }) => caseId))]);
  const sums = new Map<string, Count>();
  for (const { event, caseId } of about) {
    // Of a case that was erased since then nothing is counted.
    const found = cases.get(caseId);
    if (found === undefined) continue;
    const { serviceSlug } = found;
    const { day } = cityTime(new Date(event.at));
    for (const { measure, hours = 0 } of countsOf(event, found)) {
      const counter = [day, serviceSlug, measure, hours].join();
      const amount = (sums.get(counter)?.amount ?? 0) + 1;
      sums.set(counter, { day, serviceSlug, measure, hours, amount });
    }
  }
  return [...sums.values()];
}

function settledOf(events: readonly StoredEvent[], now: Date): readonly StoredEvent[] {
  const young = events.findIndex(({ at }) => now.getTime() - Date.parse(at) < settledMs);
  return young === -1 ? events : events.slice(0, young);
}

function countsOf({ type, at }: StoredEvent, found: CountedCase): { measure: Measure; hours?: number }[] {
  if (type === 'cases.submitted') return [{ measure: 'submitted' }];
  if (type === 'cases.evidence_requested') return [{ measure: 'evidence_requested' }];
  // What is decided anew after an objection took another time, and would be counted twice.
  if (at !== found.firstDecidedAt) return [];
  const hours = hoursKept(Date.parse(at) - Date.parse(found.submittedAt));
  return [{ measure: 'decided', hours }, ...(found.papers > 0 ? [{ measure: 'paper' as const }] : [])];
}
