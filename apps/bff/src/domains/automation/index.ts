import type { Rule } from '@jena/shared/automation';
import { cityTime } from '@jena/shared/kernel';
import type { Clock } from '../../platform/clock.ts';
import type { Reader, Store, Writer } from '../../platform/db/store.ts';
import type { AppTables } from '../../platform/db/tables.ts';
import { planJob } from '../../platform/jobs.ts';
import type { CaseHappened, CasesDeps } from '../cases/index.ts';
import { createRules } from './automation.rules.ts';
import { createAutomationStore } from './automation.store.ts';

export { automationJobs } from './automation.jobs.ts';
export { createAutomationRouter } from './automation.router.ts';

type Ground = { tables: AppTables; clock: Clock; rules: ReadonlyMap<string, Rule> };

/** Rules that settle cases without hands, as the others meet them. */
export function createAutomationDomain({ tables, clock, rules: given }: Ground) {
  const automation = createAutomationStore(tables);
  const rules = createRules(given, automation);
  const waiting = new Set(['submitted', 'in_review', 'evidence_requested']);

  const face: CasesDeps['automation'] = {
    explain: rules.explain,
    async mayAct(db: Reader, row) {
      if (row.caseworkerId !== null || !waiting.has(row.state)) return false;
      const rule = rules.ofService(row.serviceSlug);
      if (!rule || (await automation.hasWish(db, row.id)) || (await automation.wasDecided(db, row.id)))
        return false;
      return (await rules.isOn(db, rule)) || automation.wasRunOn(db, row.id);
    },
  };

  return {
    deps: { automation, rules, tables, clock },
    face,

    /** Plans the rule after an application or a missing paper came in, and counts decisions. */
    async happened(tx: Writer, { caseId, serviceSlug, type, at, sequence, isAutomatic }: CaseHappened) {
      if (type === 'approved' || type === 'rejected') {
        const { day } = cityTime(new Date(at));
        await automation.addDecision(tx, { caseId, service: serviceSlug, day, automatic: isAutomatic });
      }
      if ((type === 'submitted' || type === 'evidence_added') && rules.ofService(serviceSlug))
        await planJob(tx, tables, {
          kind: 'automation.run',
          payload: { caseId, sequence },
          at,
          key: `${caseId}:${sequence}`,
        });
    },

    begin: (store: Store) => rules.begin({ store, clock }),
  };
}
