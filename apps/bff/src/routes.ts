import type { Hono } from 'hono';
import type { Deps } from './deps.ts';
import { accountRoutes } from './domains/account/index.ts';
import { casesRoutes } from './domains/cases/index.ts';
import { identityRoutes } from './domains/identity/index.ts';
import { indicatorRoutes } from './domains/indicators/index.ts';
import { servicesRoutes } from './domains/services/index.ts';
import { vaultRoutes } from './domains/vault/index.ts';

/** Mounts what is no procedure: redirects of logins, uploads, downloads. */
export function mountRoutes(app: Hono, { domains, config, log, authenticate, store, clock }: Deps): void {
  identityRoutes(app, domains.login);
  accountRoutes(app, { ...domains.exporting, log, authenticate });
  casesRoutes(app, { streams: domains.queueStreams, authenticate });
  vaultRoutes(app, { ...domains.vault, log, authenticate });
  indicatorRoutes(app, {
    store,
    clock,
    knows: (slug) => domains.services.serviceBySlug(slug) !== undefined,
    trustedProxies: config.trustedProxies,
    publicOrigin: config.publicOrigin,
  });
  servicesRoutes(app, { publicOrigin: config.publicOrigin });
}
