import type { RouteDef } from '../../lib/page.ts';
import { paths } from '../../lib/paths.ts';

export const routes: readonly RouteDef[] = [
  { path: '/vorgaenge', area: 'cases', load: async () => (await import('./pages/case-list.page.tsx')).page },
  {
    path: '/vorgaenge/zusammen/:id',
    area: 'cases',
    load: async () => (await import('./pages/together.page.tsx')).page,
  },
  {
    path: '/vorgaenge/mitunterschreiben',
    area: 'cases',
    load: async () => (await import('./pages/co-sign.page.tsx')).page,
  },
  { path: '/vorgaenge/:id', area: 'cases', load: async () => (await import('./pages/case.page.tsx')).page },
  {
    path: '/pruefen',
    area: 'services',
    load: async () => (await import('./pages/verify.page.tsx')).page,
    staticPaths: async () => [paths.verify()],
  },
];
