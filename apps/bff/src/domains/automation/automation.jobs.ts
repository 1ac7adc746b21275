import { caseId } from '@jena/shared/kernel';
import { z } from 'zod';
import { type JobHandler, jobHandler } from '../../platform/jobs.ts';
import { type RunDeps, runRule } from './automation.run.ts';
import { simulate } from './automation.simulate.ts';
import type { SimulationId } from './automation.tables.ts';

/** What rules do after a case moved, and their trial on past cases. */
export const automationJobs = (deps: RunDeps): Record<string, JobHandler> => ({
  'automation.run': jobHandler(
    z.object({ caseId, sequence: z.number() }),
    (payload, { store, actor, attempt }) => runRule(deps, { store, actor, attempt }, payload),
  ),

  'automation.simulate': jobHandler(z.object({ simulationId: z.string() }), ({ simulationId }, { store }) =>
    simulate(deps, store, simulationId as SimulationId),
  ),
});
