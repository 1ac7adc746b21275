import type { RouteDef } from '../../lib/page.ts';
import { paths } from '../../lib/paths.ts';

export const routes: readonly RouteDef[] = [
  {
    path: '/transparenz',
    area: 'services',
    load: async () => (await import('./pages/transparency.page.tsx')).page,
    staticPaths: async () => [paths.transparency()],
  },
];
