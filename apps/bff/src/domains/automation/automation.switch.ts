import { notSimulated, type Rule, ruleNotFound, simulationRuns } from '@jena/shared/automation';
import { type StaffActor, toInstant } from '@jena/shared/kernel';
import type { Ask } from '@jena/shared/platform';
import type { Clock } from '../../platform/clock.ts';
import type { Writer } from '../../platform/db/access.ts';
import type { AppTables } from '../../platform/db/tables.ts';
import { appendEvent } from '../../platform/events.ts';
import { askForSecond, confirmAsSecond, dropAsk } from '../../platform/four-eyes.ts';
import { planJob } from '../../platform/jobs.ts';
import type { Rules } from './automation.rules.ts';
import type { AutomationStore } from './automation.store.ts';

export type SwitchDeps = { automation: AutomationStore; rules: Rules; tables: AppTables; clock: Clock };

type Named = { rule: string; version: number };

/** The act of four eyes: for this rule in this version. */
export const switchOn = ({ id, version }: Rule) => `automation.switch_on.${id}@${version}` as const;

/** @throws automation.rule_not_found also when its version is another by now */
function named({ rules }: SwitchDeps, { rule: id, version }: Named): Rule {
  const rule = rules.byId(id);
  if (!rule || rule.version !== version || rules.isForged(rule)) throw ruleNotFound();
  return rule;
}

/** Every turn of a switch is an event. */
async function turn(
  deps: SwitchDeps,
  tx: Writer,
  actor: StaffActor,
  rule: Rule,
  isOn: boolean,
): Promise<void> {
  const changedAt = toInstant(deps.clock.now());
  await deps.automation.setSwitch(tx, { rule: rule.id, version: rule.version, isOn, changedAt });
  await appendEvent(tx, deps.tables, {
    stream: `automation:${rule.id}`,
    type: isOn ? 'automation.switched_on' : 'automation.switched_off',
    actor,
    at: changedAt,
    data: { rule: rule.id, version: rule.version },
  });
}

/** Plans a trial on past cases. @throws automation.rule_not_found, automation.simulation_runs */
export async function startTrial(deps: SwitchDeps, tx: Writer, input: Named): Promise<void> {
  const rule = named(deps, input);
  const last = await deps.automation.lastSimulation(tx, rule.id, rule.version);
  if (last && last.finishedAt === null) throw simulationRuns();
  const at = toInstant(deps.clock.now());
  const simulationId = await deps.automation.startSimulation(tx, rule, at);
  await planJob(tx, deps.tables, {
    kind: 'automation.simulate',
    payload: { simulationId },
    at,
    key: simulationId,
  });
}

/**
 * The first pair of eyes.
 * @throws automation.rule_not_found, automation.not_simulated
 */
export async function askToSwitchOn(
  deps: SwitchDeps,
  tx: Writer,
  actor: StaffActor,
  input: Named & { reason: string },
): Promise<void> {
  const rule = named(deps, input);
  const last = await deps.automation.lastSimulation(tx, rule.id, rule.version);
  if (!last?.finishedAt) throw notSimulated();
  const at = toInstant(deps.clock.now());
  await askForSecond(tx, deps.tables, { act: switchOn(rule), actor, at, reason: input.reason });
}

type Settling = Named & { askId: Ask['id'] };

/** The second pair of eyes: from now on the rule acts. */
export async function confirmOn(
  deps: SwitchDeps,
  tx: Writer,
  actor: StaffActor,
  input: Settling,
): Promise<void> {
  const rule = named(deps, input);
  const at = toInstant(deps.clock.now());
  await confirmAsSecond(tx, deps.tables, { act: switchOn(rule), actor, at, id: input.askId });
  await turn(deps, tx, actor, rule, true);
}

export async function dropOn(
  deps: SwitchDeps,
  tx: Writer,
  actor: StaffActor,
  input: Settling,
): Promise<void> {
  const rule = named(deps, input);
  await dropAsk(tx, deps.tables, {
    act: switchOn(rule),
    actor,
    at: toInstant(deps.clock.now()),
    id: input.askId,
  });
}

/** One click of one person; also for a rule whose version is another by now. */
export async function switchOff(deps: SwitchDeps, tx: Writer, actor: StaffActor, id: string): Promise<void> {
  const rule = deps.rules.byId(id);
  if (!rule) throw ruleNotFound();
  await turn(deps, tx, actor, rule, false);
}
