import type { AnyRouter } from '@trpc/server';
import type { ProcedureMeta } from '../trpc.ts';

type Described = { _def: { meta?: ProcedureMeta } };

/** What each procedure says about itself, by path. */
export function describeProcedures(router: AnyRouter): Map<string, ProcedureMeta> {
  const procedures = router._def.procedures as Record<string, Described>;
  const described = new Map<string, ProcedureMeta>();
  for (const [path, procedure] of Object.entries(procedures)) {
    if (procedure._def.meta === undefined)
      throw new Error(`${path} declares nothing: build it from the ladder`);
    described.set(path, procedure._def.meta);
  }
  return described;
}

/** True when every call of a request (also a batch) gives everyone the same answer. */
export function createSharedCheck(router: AnyRouter, endpoint: string): (pathname: string) => boolean {
  const shared = new Set(
    [...describeProcedures(router)].filter(([, meta]) => meta.shared === true).map(([path]) => path),
  );
  return (pathname) => {
    const calls = pathname.slice(endpoint.length + 1).split(',');
    return calls.every((call) => shared.has(call));
  };
}
