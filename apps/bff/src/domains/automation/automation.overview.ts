import type { AutomationView, Rule, RuleView, Simulation } from '@jena/shared/automation';
import { addDays, cityTime, type Day, daysBetween, type StaffActor, toInstant } from '@jena/shared/kernel';
import type { Reader } from '../../platform/db/access.ts';
import { openAsks } from '../../platform/four-eyes.ts';
import type { SimulationRow } from './automation.store.ts';
import { type SwitchDeps, switchOn } from './automation.switch.ts';

const weeks = 12;
const runDays = 30;

/** All rules with their switches, trials and acts, and the share of decisions that needed no hands. */
export async function automationView(
  deps: SwitchDeps,
  db: Reader,
  actor: StaffActor,
): Promise<AutomationView> {
  const now = deps.clock.now();
  const since = toInstant(new Date(now.getTime() - runDays * 86_400_000));
  const runs = await deps.automation.countRuns(db, since);
  return {
    rules: await Promise.all(
      deps.rules.all().map(async (rule): Promise<RuleView> => {
        const { id, service, version, title, acts, law, checks } = rule;
        const [isOn, found, last, asks] = await Promise.all([
          deps.rules.isOn(db, rule),
          deps.automation.switchOf(db, id),
          deps.automation.lastSimulation(db, id, version),
          openAsks(db, deps.tables, { act: switchOn(rule), actor, at: toInstant(now) }),
        ]);
        return {
          id,
          service,
          version,
          title,
          acts,
          law: { ref: law.ref, note: law.note, asOf: law.asOf, source: law.source },
          checks: checks.map((check) => ({
            id: check.id,
            says: check.says,
            otherwise: check.else.do,
            fails: check.else.says,
          })),
          isOn,
          changedAt: found?.changedAt ?? null,
          isForged: deps.rules.isForged(rule),
          simulation: last ? simulationView(last) : null,
          asks,
          runs: runsOf(rule, runs),
        };
      }),
    ),
    weeks: await decisionsByWeek(deps, db, cityTime(now).day),
  };
}

function runsOf(
  { id }: Rule,
  runs: { rule: string; outcome: keyof RuleView['runs']; runs: number }[],
): RuleView['runs'] {
  const own = new Map(runs.filter(({ rule }) => rule === id).map((run) => [run.outcome, run.runs]));
  const of = (outcome: keyof RuleView['runs']) => own.get(outcome) ?? 0;
  return { approve: of('approve'), prepared: of('prepared'), ask: of('ask'), person: of('person') };
}

function simulationView(row: SimulationRow): Simulation {
  const { version, startedAt, finishedAt, cases, unreadable, agrees, differs, differences } = row;
  const { approve, prepared, ask, person } = row;
  return {
    version,
    startedAt,
    finishedAt,
    cases,
    unreadable,
    counts: { approve, prepared, ask, person },
    agrees,
    differs,
    differences,
  };
}

const mondayOf = (day: Day): Day => addDays(day, -((daysBetween('2024-01-01' as Day, day) % 7) + 7) % 7);

async function decisionsByWeek(
  { automation }: SwitchDeps,
  db: Reader,
  today: Day,
): Promise<AutomationView['weeks']> {
  const first = addDays(mondayOf(today), -7 * (weeks - 1));
  const counted = new Map(
    Array.from({ length: weeks }, (_, index) => [
      addDays(first, 7 * index) as string,
      { monday: addDays(first, 7 * index), automatic: 0, byHand: 0 },
    ]),
  );
  for (const { day, automatic, cases } of await automation.countDecisions(db, first)) {
    const week = counted.get(mondayOf(day));
    if (week) week[automatic ? 'automatic' : 'byHand'] += cases;
  }
  return [...counted.values()];
}
