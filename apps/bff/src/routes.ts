import type { Hono } from 'hono';
import type { Deps } from './deps.ts';

/** Mounts what is no procedure: redirects of logins, uploads, downloads. */
export function mountRoutes(_app: Hono, _deps: Deps): void {}
