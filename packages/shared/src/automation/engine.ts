import { type Facts, factsMeet, lookupsOf } from './facts.ts';
import type { Check, Rule } from './rule.ts';

/** Why a case goes to a person, where no check of the rule says it. */
export const generalReasons = [
  'person_wanted',
  'represented',
  'form_changed',
  'register_down',
  'rule_failed',
  'asked_before',
  'looks_repeated',
  'needs_look',
] as const;
export type GeneralReason = (typeof generalReasons)[number];

/** How one check ended, by its name. `unknown`: it could not be made. */
export type TraceLine = { check: string; result: 'holds' | 'fails' | 'unknown' };

/** What a rule does with a case. There is no rejection. */
export type Outcome =
  | { do: 'approve' }
  /** Everything fits; a person decides. */
  | { do: 'prepared' }
  | { do: 'ask'; check: string; field: string }
  | { do: 'person'; reason: GeneralReason; check?: string }
  | { do: 'person'; reason: 'check'; check: string };

export type Evaluation = { outcome: Outcome; trace: TraceLine[] };

/** A look-up that must be made before the rule can go on; made only when everything before it holds. */
export type NeedsLookup = { needs: string };

/**
 * Applies a rule to the facts of one case. Checks run in order; the first that sends the case to a person ends it.
 * Papers are asked for one at a time, after nothing stands against the case, and never the same one twice.
 * Whatever cannot be known or fails to run is a matter for a person, never for a guess.
 */
export function evaluate(rule: Rule, facts: Facts): Evaluation | NeedsLookup {
  const trace: TraceLine[] = [];
  const toPerson = (reason: GeneralReason, check?: string): Evaluation => ({
    outcome: { do: 'person', reason, ...(check === undefined ? {} : { check }) },
    trace,
  });
  if (facts.wantsPerson) return toPerson('person_wanted');
  if (facts.isRepresented) return toPerson('represented');
  if (!rule.forms.includes(facts.formVersion)) return toPerson('form_changed');

  let ask: { check: string; field: string } | undefined;
  for (const check of rule.checks) {
    const { id } = check;
    try {
      if (check.when && !factsMeet(check.when, facts)) continue;
      const open = lookupsOf(check.must).filter((name) => !Object.hasOwn(facts.registers, name));
      // What a person is asked for first saves the register a question.
      if (open[0] !== undefined && ask) break;
      if (open[0] !== undefined) return { needs: open[0] };
      if (lookupsOf(check.must).some((name) => facts.registers[name] === 'unavailable')) {
        trace.push({ check: id, result: 'unknown' });
        return toPerson('register_down', id);
      }
      const result = factsMeet(check.must, facts) ? 'holds' : 'fails';
      trace.push({ check: id, result });
      if (result === 'holds') continue;
    } catch {
      trace.push({ check: id, result: 'unknown' });
      return toPerson('rule_failed', id);
    }
    if (check.else.do === 'person') return { outcome: { do: 'person', reason: 'check', check: id }, trace };
    if (facts.asked.includes(check.else.field)) return toPerson('asked_before', id);
    ask ??= { check: id, field: check.else.field };
  }
  if (ask) return { outcome: { do: 'ask', ...ask }, trace };
  if (rule.acts !== 'decide') return { outcome: { do: 'prepared' }, trace };
  // Whether somebody means the same again or another is not for a rule to say.
  if (facts.looksRepeated === 'person') return toPerson('looks_repeated');
  // Another account's application is not for this person to know of.
  if (facts.looksRepeated === 'details') return toPerson('needs_look');
  return { outcome: { do: 'approve' }, trace };
}

/** The check of a rule by its name. */
export function checkOf(rule: Rule, id: string | undefined): Check | undefined {
  return rule.checks.find((check) => check.id === id);
}
