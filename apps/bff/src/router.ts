import type { Deps } from './deps.ts';
import { router } from './platform/trpc.ts';

/** Mounts every domain's procedures under the domain's name. */
export const createRouter = (_deps: Deps) => router({});

/** What the web app calls, as a type alone. */
export type AppRouter = ReturnType<typeof createRouter>;
