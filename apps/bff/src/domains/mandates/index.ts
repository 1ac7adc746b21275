import { type MandatesFace, mandatesFace } from './mandates.acting.ts';
import type { MandatesDeps } from './mandates.deps.ts';
import { createMandatesStore } from './mandates.store.ts';
import type { MandateTables } from './mandates.tables.ts';

export type { Acting, MandatesFace } from './mandates.acting.ts';
export type { MandatesDeps } from './mandates.deps.ts';
export { mandatesPart } from './mandates.export.ts';
export { codeLimit } from './mandates.policy.ts';
export { createMandatesRouter } from './mandates.router.ts';

/** The domain's half of the composition: what its router works with, and its face to the other domains. */
export function createMandatesDomain(
  others: Omit<MandatesDeps, 'mandates' | 'tables'> & { tables: MandatesDeps['tables'] & MandateTables },
): { deps: MandatesDeps; face: MandatesFace } {
  const deps: MandatesDeps = { ...others, mandates: createMandatesStore(others.tables) };
  return { deps, face: mandatesFace(deps) };
}
