import type { RouteDef } from '../../lib/page.ts';

export const routes: readonly RouteDef[] = [
  { path: '/anmelden', area: 'account', load: async () => (await import('./pages/login.page.tsx')).page },
  {
    path: '/anmelden/bundid',
    area: 'account',
    load: async () => (await import('./pages/bundid.page.tsx')).page,
  },
  {
    path: '/konto/anmeldung',
    area: 'account',
    load: async () => (await import('./pages/devices.page.tsx')).page,
  },
  {
    path: '/anmelden/code',
    area: 'account',
    load: async () => (await import('./pages/code.page.tsx')).page,
  },
  {
    path: '/anmelden/zugang',
    area: 'account',
    load: async () => (await import('./pages/recovery.page.tsx')).page,
  },
  {
    path: '/anmelden/bekannt',
    area: 'account',
    load: async () => (await import('./pages/known.page.tsx')).page,
  },
  {
    path: '/konto/neuer-ausweis',
    area: 'account',
    load: async () => (await import('./pages/add-card.page.tsx')).page,
  },
  {
    path: '/anmelden/neu',
    area: 'account',
    load: async () => (await import('./pages/register.page.tsx')).page,
  },
];
