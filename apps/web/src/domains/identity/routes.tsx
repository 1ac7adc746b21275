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
    path: '/anmelden/neu',
    area: 'account',
    load: async () => (await import('./pages/register.page.tsx')).page,
  },
];
