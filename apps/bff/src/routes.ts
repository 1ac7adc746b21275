import type { Hono } from 'hono';
import type { Deps } from './deps.ts';
import { servicesRoutes } from './domains/services/index.ts';

/** Mounts what is no procedure: redirects of logins, uploads, downloads. */
export function mountRoutes(app: Hono, deps: Deps): void {
  servicesRoutes(app, deps.config);
}
