import type { RouteDef } from '../../lib/page.ts';
import { paths } from '../../lib/paths.ts';

export const routes: readonly RouteDef[] = [
  {
    path: '/neu-in-jena',
    area: 'start',
    load: async () => (await import('./pages/guide-list.page.tsx')).page,
    staticPaths: async () => [paths.guides()],
  },
  {
    path: '/neu-in-jena/:slug',
    area: 'start',
    load: async () => (await import('./pages/guide.page.tsx')).page,
    staticPaths: async (content) =>
      (await content.bundle('guides')).guides.map((guide) => paths.guide(guide.slug)),
  },
];
