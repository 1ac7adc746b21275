import type { CardData } from '@jena/shared/account';
import { actOf, checkOf, type Evaluation, evaluate, type Facts, type Rule } from '@jena/shared/automation';
import { caseNotInState } from '@jena/shared/cases';
import { type AccountId, type CaseId, cityTime, DomainError, type SystemActor } from '@jena/shared/kernel';
import { RegisterError, type RegisterPort } from '../../adapters/register/port.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Reader, Store } from '../../platform/db/store.ts';
import type { AutomaticCases } from '../cases/index.ts';
import { factsOf, lookUp } from './automation.facts.ts';
import type { Rules } from './automation.rules.ts';
import type { AutomationStore } from './automation.store.ts';

export type RunDeps = {
  automation: AutomationStore;
  rules: Rules;
  cases: AutomaticCases;
  register: RegisterPort;
  clock: Clock;
  card(db: Reader, accountId: AccountId): Promise<CardData | null>;
};

/** So often a job may find the register away before the case goes to a person. */
const registerTries = 3;

/** Evaluates a rule, asking registers as it needs them. A register that stays away is a fact, too. */
export async function settleFacts(
  rule: Rule,
  facts: Facts,
  ask: (name: string) => Promise<Facts['registers'][string]>,
): Promise<Evaluation> {
  let known = facts;
  for (let asked = 0; asked <= Object.keys(rule.lookups).length; asked += 1) {
    const result = evaluate(rule, known);
    if (!('needs' in result)) return result;
    known = { ...known, registers: { ...known.registers, [result.needs]: await ask(result.needs) } };
  }
  throw new Error('a rule asks for the same look-up for ever');
}

/**
 * Applies the rule of a case's service, if it is on and nobody has the case in hand. Each event of the case is answered
 * once. A person who is quicker wins: the act is rolled back and nothing of it remains.
 */
export async function runRule(
  deps: RunDeps,
  context: { store: Store; actor: SystemActor; attempt: number },
  { caseId, sequence }: { caseId: CaseId; sequence: number },
): Promise<void> {
  const { store, actor, attempt } = context;
  const { automation, cases, rules } = deps;
  const row = await cases.byId(store.read, caseId);
  const rule = row && rules.ofService(row.serviceSlug);
  if (!row || !rule || !(await rules.isOn(store.read, rule))) return;
  if (row.caseworkerId !== null || !['submitted', 'in_review'].includes(row.state)) return;
  if (await automation.hasRun(store.read, caseId, sequence)) return;
  if (await automation.wasDecided(store.read, caseId)) return;

  const facts = factsOf({
    opened: await cases.open(store.read, row),
    card: await deps.card(store.read, row.ownerId),
    wantsPerson: await automation.hasWish(store.read, caseId),
    today: cityTime(deps.clock.now()).day,
  });
  const ask = async (name: string) => {
    const lookup = rule.lookups[name];
    if (!lookup) return 'unavailable' as const;
    try {
      return await lookUp(deps.register, lookup, facts.answers);
    } catch (error) {
      if (!(error instanceof RegisterError)) throw error;
      // A short absence is waited for; a long one is a matter for a person.
      if (deps.register.isConfigured && attempt < registerTries) throw error;
      return 'unavailable' as const;
    }
  };
  const evaluation = await settleFacts(rule, facts, ask);
  const act = actOf(rule, evaluation);
  const { outcome } = evaluation;
  try {
    await store.transaction(async (tx) => {
      // Somebody may have switched it off while the register was asked.
      if (!(await rules.isOn(tx, rule)) || (await automation.hasWish(tx, caseId)) !== facts.wantsPerson)
        return;
      const acting = { row, actor, act };
      const at =
        outcome.do === 'approve'
          ? await cases.approve(tx, acting)
          : outcome.do === 'ask'
            ? await cases.ask(tx, {
                ...acting,
                field: outcome.field,
                reason: checkOf(rule, outcome.check)?.else.says[row.language] ?? '',
              })
            : await cases.leaveToPerson(tx, acting);
      const isFirst = await automation.addRun(tx, { caseId, sequence, at, act });
      if (!isFirst) throw caseNotInState({ event: 'prechecked', state: row.state });
    });
  } catch (error) {
    if (error instanceof DomainError && error.code === caseNotInState.code) return;
    throw error;
  }
}
