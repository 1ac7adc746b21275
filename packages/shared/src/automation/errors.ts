import { defineError } from '../kernel/index.ts';

/** There is no rule of this name any more, or its version is another one. */
export const ruleNotFound = defineError('automation.rule_not_found', 'not_found');
/** A rule is switched on only after it was tried on past cases. */
export const notSimulated = defineError('automation.not_simulated', 'conflict');
export const simulationRuns = defineError('automation.simulation_runs', 'conflict');
/** A person has the case already, or it is decided. */
export const personHasIt = defineError('automation.person_has_it', 'conflict');
