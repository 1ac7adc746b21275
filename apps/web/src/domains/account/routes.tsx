import type { RouteDef } from '../../lib/page.ts';

export const routes: readonly RouteDef[] = [
  { path: '/konto', area: 'account', load: async () => (await import('./pages/account.page.tsx')).page },
  {
    path: '/konto/zugriffe',
    area: 'account',
    load: async () => (await import('./pages/access-log.page.tsx')).page,
  },
  {
    path: '/konto/daten',
    area: 'account',
    load: async () => (await import('./pages/my-data.page.tsx')).page,
  },
  {
    path: '/konto/ausweis',
    area: 'account',
    load: async () => (await import('./pages/card.page.tsx')).page,
  },
  {
    path: '/konto/kontakt',
    area: 'account',
    load: async () => (await import('./pages/contact.page.tsx')).page,
  },
  {
    path: '/konto/loeschen',
    area: 'account',
    load: async () => (await import('./pages/leave.page.tsx')).page,
  },
];
