import type { RouteDef } from '../../lib/page.ts';

export const routes: readonly RouteDef[] = [
  {
    path: '/konto/vertretung',
    area: 'account',
    load: async () => (await import('./pages/mandates.page.tsx')).page,
  },
];
