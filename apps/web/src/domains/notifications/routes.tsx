import type { RouteDef } from '../../lib/page.ts';

export const routes: readonly RouteDef[] = [
  { path: '/postfach', area: 'inbox', load: async () => (await import('./pages/inbox.page.tsx')).page },
  {
    path: '/konto/mitteilungen',
    area: 'account',
    load: async () => (await import('./pages/settings.page.tsx')).page,
  },
];
