import type { AutomaticAct, Difference, Rule } from '@jena/shared/automation';
import type { CaseId } from '@jena/shared/kernel';
import type { Kit } from '../../platform/db/kit.ts';

export type RunId = string & { readonly __id: 'automationRun' };
export type SimulationId = string & { readonly __id: 'simulation' };

/** Rules as they were, whether they act, and what they did. Names of checks and codes only: no answer, no person. */
export const automationTables = (k: Kit) => {
  /** Every version that ever ran here, so that an old act is said in the words of its time. */
  const automationRules = k.table(
    'automation_rule',
    {
      rule: k.text('rule').notNull(),
      version: k.int('version').notNull(),
      definition: k.json<Rule>('definition').notNull(),
      seenAt: k.instant('seen_at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.rule, t.version] })],
  );

  const automationSwitches = k.table('automation_switch', {
    rule: k.id<string>('rule'),
    /** The version that was switched on; another one is off. */
    version: k.int('version').notNull(),
    isOn: k.bool('is_on').notNull(),
    changedAt: k.instant('changed_at').notNull(),
  });

  const automationRuns = k.table(
    'automation_run',
    {
      id: k.id<RunId>('id'),
      caseId: k.text<CaseId>('case_id').notNull(),
      /** The event of the case that called for it: each calls once. */
      sequence: k.int('sequence').notNull(),
      rule: k.text('rule').notNull(),
      version: k.int('version').notNull(),
      at: k.instant('at').notNull(),
      outcome: k.choice('outcome', ['approve', 'prepared', 'ask', 'person']).notNull(),
      act: k.json<AutomaticAct>('act').notNull(),
    },
    (t) => [
      k.uniqueIndex('automation_run_case').on(t.caseId, t.sequence),
      k.index('automation_run_at').on(t.at, t.rule),
    ],
  );

  /** One row for each decision on a case, to see the share that needed no hands. */
  const automationDecisions = k.table(
    'automation_decision',
    {
      caseId: k.id<CaseId>('case_id'),
      service: k.text('service').notNull(),
      day: k.day('day').notNull(),
      automatic: k.bool('automatic').notNull(),
    },
    (t) => [k.index('automation_decision_day').on(t.day, t.automatic)],
  );

  /** Whoever wants a person to decide. */
  const automationWishes = k.table('automation_wish', {
    caseId: k.id<CaseId>('case_id'),
    at: k.instant('at').notNull(),
  });

  const automationSimulations = k.table(
    'automation_simulation',
    {
      id: k.id<SimulationId>('id'),
      rule: k.text('rule').notNull(),
      version: k.int('version').notNull(),
      startedAt: k.instant('started_at').notNull(),
      finishedAt: k.instant('finished_at'),
      cases: k.int('cases').notNull(),
      unreadable: k.int('unreadable').notNull(),
      approve: k.int('approve').notNull(),
      prepared: k.int('prepared').notNull(),
      ask: k.int('ask').notNull(),
      person: k.int('person').notNull(),
      agrees: k.int('agrees').notNull(),
      differs: k.int('differs').notNull(),
      differences: k.json<Difference[]>('differences').notNull(),
    },
    (t) => [k.index('automation_simulation_rule').on(t.rule, t.version, t.startedAt)],
  );

  return {
    automationRules,
    automationSwitches,
    automationRuns,
    automationDecisions,
    automationWishes,
    automationSimulations,
  };
};

export type AutomationTables = ReturnType<typeof automationTables>;
