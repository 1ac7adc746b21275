import { router } from '../../platform/trpc.ts';
import { citizenCases } from './cases.citizen.router.ts';
import type { CasesDeps } from './cases.deps.ts';
import { deskCases } from './cases.desk.router.ts';
import { staffCases } from './cases.staff.router.ts';

export const createCasesRouter = (deps: CasesDeps) =>
  router({ ...citizenCases(deps), staff: router({ ...staffCases(deps), ...deskCases(deps) }) });
