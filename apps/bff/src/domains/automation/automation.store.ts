import type { AutomaticAct, Rule } from '@jena/shared/automation';
import { type CaseId, type Day, type Instant, newId } from '@jena/shared/kernel';
import { and, asc, count, desc, eq, gte, sql } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/db/access.ts';
import { insertRow } from '../../platform/db/prepared.ts';
import type { AutomationTables, RunId, SimulationId } from './automation.tables.ts';

export type SwitchRow = AutomationTables['automationSwitches']['$inferSelect'];
export type SimulationRow = AutomationTables['automationSimulations']['$inferSelect'];
type NewDecision = AutomationTables['automationDecisions']['$inferInsert'];

/** Reads and writes of the automation domain. */
export function createAutomationStore(t: AutomationTables) {
  const { automationRules: rules, automationSwitches: switches, automationRuns: runs } = t;
  const { automationDecisions: decisions, automationWishes: wishes, automationSimulations: simulations } = t;
  return {
    /** Keeps a version that was not seen before; one that was stays as it was. */
    async keepRule(tx: Writer, definition: Rule, seenAt: Instant): Promise<void> {
      const { id: rule, version } = definition;
      await insertRow(tx, rules, { rule, version, definition, seenAt }, { orKeep: true });
    },

    async keptRules(db: Reader): Promise<Rule[]> {
      return (await db.select({ definition: rules.definition }).from(rules)).map((row) => row.definition);
    },

    async switchOf(db: Reader, rule: string): Promise<SwitchRow | undefined> {
      const [row] = await db.select().from(switches).where(eq(switches.rule, rule));
      return row;
    },

    async setSwitch(tx: Writer, row: SwitchRow): Promise<void> {
      await tx.insert(switches).values(row).onConflictDoUpdate({ target: switches.rule, set: row });
    },

    /** False when this event of the case was answered before. */
    async addRun(
      tx: Writer,
      run: { caseId: CaseId; sequence: number; at: Instant; act: AutomaticAct },
    ): Promise<boolean> {
      const { caseId, sequence, at, act } = run;
      const id = newId<'automationRun'>() as string as RunId;
      const row = { id, caseId, sequence, rule: act.rule, version: act.version, at, outcome: act.do, act };
      const added = await tx.insert(runs).values(row).onConflictDoNothing().returning({ id: runs.id });
      return added.length > 0;
    },

    async hasRun(db: Reader, caseId: CaseId, sequence: number): Promise<boolean> {
      return (await db.$count(runs, and(eq(runs.caseId, caseId), eq(runs.sequence, sequence)))) > 0;
    },

    async wasRunOn(db: Reader, caseId: CaseId): Promise<boolean> {
      return (await db.$count(runs, eq(runs.caseId, caseId))) > 0;
    },

    async countRuns(db: Reader, since: Instant) {
      return db
        .select({ rule: runs.rule, outcome: runs.outcome, runs: count() })
        .from(runs)
        .where(gte(runs.at, since))
        .groupBy(runs.rule, runs.outcome);
    },

    async addDecision(tx: Writer, row: NewDecision): Promise<void> {
      await tx.insert(decisions).values(row).onConflictDoNothing();
    },

    /** A case that was decided and taken up again is a matter for people. */
    async wasDecided(db: Reader, caseId: CaseId): Promise<boolean> {
      return (await db.$count(decisions, eq(decisions.caseId, caseId))) > 0;
    },

    /** Decisions of each day, by rules and by people. */
    async countDecisions(db: Reader, since: Day) {
      return db
        .select({ day: decisions.day, automatic: decisions.automatic, cases: count() })
        .from(decisions)
        .where(gte(decisions.day, since))
        .groupBy(decisions.day, decisions.automatic)
        .orderBy(asc(decisions.day));
    },

    async addWish(tx: Writer, caseId: CaseId, at: Instant): Promise<void> {
      await tx.insert(wishes).values({ caseId, at }).onConflictDoNothing();
    },

    async hasWish(db: Reader, caseId: CaseId): Promise<boolean> {
      return (await db.$count(wishes, eq(wishes.caseId, caseId))) > 0;
    },

    async startSimulation(tx: Writer, rule: Rule, startedAt: Instant): Promise<SimulationId> {
      const id = newId<'simulation'>() as string as SimulationId;
      await tx.insert(simulations).values({
        id,
        rule: rule.id,
        version: rule.version,
        startedAt,
        cases: 0,
        unreadable: 0,
        approve: 0,
        prepared: 0,
        ask: 0,
        person: 0,
        agrees: 0,
        differs: 0,
        differences: [],
      });
      return id;
    },

    async simulation(db: Reader, id: SimulationId): Promise<SimulationRow | undefined> {
      const [row] = await db.select().from(simulations).where(eq(simulations.id, id));
      return row;
    },

    async finishSimulation(
      tx: Writer,
      id: SimulationId,
      result: Omit<SimulationRow, 'id' | 'rule' | 'version' | 'startedAt'>,
    ): Promise<void> {
      await tx.update(simulations).set(result).where(eq(simulations.id, id));
    },

    async lastSimulation(db: Reader, rule: string, version: number): Promise<SimulationRow | undefined> {
      const [row] = await db
        .select()
        .from(simulations)
        .where(and(eq(simulations.rule, rule), eq(simulations.version, version)))
        .orderBy(desc(simulations.startedAt), sql`${simulations.id}`)
        .limit(1);
      return row;
    },
  };
}

export type AutomationStore = ReturnType<typeof createAutomationStore>;
