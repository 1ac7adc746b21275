import type { RouteDef } from '../lib/page.ts';

/** Pages of the frame itself. */
export const routes: readonly RouteDef[] = [
  {
    path: '/sprache',
    area: 'account',
    load: async () => (await import('./language.page.tsx')).page,
    staticPaths: async () => ['/sprache'],
  },
  { path: '/dev/ui', area: 'start', load: async () => (await import('./dev-ui.page.tsx')).page },
];
