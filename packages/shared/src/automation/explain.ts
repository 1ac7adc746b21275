import type { AutomaticAct, Explanation } from './act.ts';
import { checkOf, type Evaluation } from './engine.ts';
import type { Rule } from './rule.ts';

/** The act that an evaluation leads to. */
export function actOf(rule: Rule, { outcome, trace }: Evaluation): AutomaticAct {
  return {
    rule: rule.id,
    version: rule.version,
    do: outcome.do,
    reason: outcome.do === 'person' && outcome.reason !== 'check' ? outcome.reason : null,
    check: ('check' in outcome && outcome.check) || null,
    trace,
  };
}

/** Says an act in the words of the very version of the rule that acted. */
export function explain(rule: Rule, act: AutomaticAct): Explanation {
  const { ref, note } = rule.law;
  return {
    rule: act.rule,
    version: act.version,
    title: rule.title,
    law: { ref, note },
    do: act.do,
    reason: act.reason,
    says: act.check && act.reason === null ? (checkOf(rule, act.check)?.else.says ?? null) : null,
    lines: act.trace.flatMap(({ check, result }) => {
      const made = checkOf(rule, check);
      return made ? [{ says: result === 'holds' ? made.says : made.else.says, result }] : [];
    }),
  };
}
