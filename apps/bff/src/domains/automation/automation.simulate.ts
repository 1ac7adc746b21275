import type { Difference } from '@jena/shared/automation';
import { cityTime, toInstant } from '@jena/shared/kernel';
import { SealBroken } from '../../platform/crypto/sealing.ts';
import type { Store } from '../../platform/db/store.ts';
import { factsOf, lookUpOrNot } from './automation.facts.ts';
import { type RunDeps, settleFacts } from './automation.run.ts';
import type { SimulationId } from './automation.tables.ts';

/** So many decided cases, the newest first, are enough to judge a rule by. */
export const simulatedCases = 500;
const shownDifferences = 100;

type Past = Awaited<ReturnType<RunDeps['cases']['decidedByPeople']>>[number];

/**
 * What a rule would have done with cases that people decided, as they were when they came in. Changes nothing of them;
 * whoever's case was read sees it in their access log.
 */
export async function simulate(deps: RunDeps, store: Store, id: SimulationId): Promise<void> {
  const simulation = await deps.automation.simulation(store.read, id);
  const rule = simulation && deps.rules.byId(simulation.rule);
  if (!simulation || simulation.finishedAt !== null) return;
  const counts = { approve: 0, prepared: 0, ask: 0, person: 0 };
  const result = { ...counts, cases: 0, unreadable: 0, agrees: 0, differs: 0 };
  const differences: Difference[] = [];
  const read: Past['row'][] = [];
  // The rule may have changed while this waited: then there is nothing to say about the old one.
  const past =
    rule?.version === simulation.version
      ? await deps.cases.decidedByPeople(store.read, rule.service, simulatedCases)
      : [];

  for (const { row, people, asked } of past) {
    const did = rule && (await wouldDo(deps, store, rule, row));
    if (!did) {
      result.unreadable += 1;
      continue;
    }
    read.push(row);
    result.cases += 1;
    result[did.do] += 1;
    if (did.do === 'person' || did.do === 'prepared') continue;
    const same = did.do === 'approve' ? people === 'approved' && !asked : asked;
    if (same) {
      result.agrees += 1;
      continue;
    }
    result.differs += 1;
    if (differences.length < shownDifferences)
      differences.push({ reference: row.reference, rule: did.do, why: did.why, people, asked });
  }

  await store.transaction(
    async (tx) => {
      const finishedAt = toInstant(deps.clock.now());
      for (const row of read) await deps.cases.noteLook(tx, row, finishedAt, 'automation.simulated');
      await deps.automation.finishSimulation(tx, id, { ...result, finishedAt, differences });
    },
    { changesPublicData: false },
  );
}

/** Null for a case whose key is destroyed. */
async function wouldDo(
  deps: RunDeps,
  store: Store,
  rule: Parameters<typeof settleFacts>[0],
  row: Past['row'],
) {
  try {
    const facts = factsOf({
      opened: await deps.cases.open(store.read, row),
      card: await deps.card(store.read, row.ownerId),
      wantsPerson: false,
      today: cityTime(new Date(row.submittedAt)).day,
      at: row.submittedAt,
    });
    const { outcome } = await settleFacts(rule, facts, async (name) => {
      const lookup = rule.lookups[name];
      return lookup ? lookUpOrNot(deps.register, lookup, facts.answers) : 'unavailable';
    });
    const why =
      'check' in outcome && outcome.check ? outcome.check : 'reason' in outcome ? outcome.reason : null;
    return { do: outcome.do, why };
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
}
