import { quietHeader } from '@jena/shared/identity';
import type { Actor } from '@jena/shared/kernel';
import type { Clock } from '../../platform/clock.ts';
import type { Store } from '../../platform/db/store.ts';
import { cookieOf } from './identity.cookies.ts';
import { actorOf } from './identity.sessions.ts';
import { createIdentityStore } from './identity.store.ts';

export { createEidHealth } from './identity.eid.health.ts';
export { identityPart } from './identity.export.ts';
export { type IdentityHttpDeps, identityRoutes } from './identity.http.ts';
export { identityJobs } from './identity.jobs.ts';
export { eraseLogins } from './identity.leave.ts';
export { eidStartLimiters, recoveryLimiters } from './identity.limiters.ts';
export { createIdentityRouter } from './identity.router.ts';

/** The domain's half of the composition: who asks, and the store the logins work on. */
export function createIdentityDomain({ store, clock }: { store: Store; clock: Clock }) {
  const identity = createIdentityStore(store.tables);
  return {
    identity,
    /**
     * Who asks. A browser may be logged in at both doors; the request says which one it knocks at:
     * header `x-jena-door: staff`, or `?door=staff` where a browser cannot set headers.
     */
    authenticate(request: Request): Promise<Actor> {
      const staff =
        request.headers.get('x-jena-door') === 'staff' ||
        (request.url.includes('door=staff') && new URL(request.url).searchParams.get('door') === 'staff');
      const door = staff ? 'staff' : 'citizen';
      const quiet = request.headers.get(quietHeader) !== null;
      return actorOf({ store, identity, clock }, door, { token: cookieOf(request.headers, door), quiet });
    },
    /** Names of those who work at an office. */
    staff: { staffName: identity.staffName, caseworkersOf: identity.caseworkersOf },
  };
}
