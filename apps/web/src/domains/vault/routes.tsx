import type { RouteDef } from '../../lib/page.ts';

export const routes: readonly RouteDef[] = [
  { path: '/konto/tresor', area: 'account', load: async () => (await import('./pages/vault.page.tsx')).page },
  {
    path: '/konto/tresor/neu',
    area: 'account',
    load: async () => (await import('./pages/add-document.page.tsx')).page,
  },
  {
    path: '/konto/tresor/:id',
    area: 'account',
    load: async () => (await import('./pages/document.page.tsx')).page,
  },
];
