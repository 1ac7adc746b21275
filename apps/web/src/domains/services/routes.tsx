import type { RouteDef } from '../../lib/page.ts';
import { paths } from '../../lib/paths.ts';

export const routes: readonly RouteDef[] = [
  {
    path: '/',
    area: 'start',
    load: async () => (await import('./pages/start.page.tsx')).page,
    staticPaths: async () => [paths.start()],
  },
  {
    path: '/dienste',
    area: 'services',
    load: async () => (await import('./pages/service-list.page.tsx')).page,
    staticPaths: async () => [paths.services()],
  },
  {
    path: '/dienste/:slug',
    area: 'services',
    load: async () => (await import('./pages/service.page.tsx')).page,
    staticPaths: async (content) =>
      (await content.bundle('services')).services.map((service) => paths.service(service.slug)),
  },
  {
    path: '/dienste/:slug/check',
    area: 'services',
    load: async () => (await import('./pages/precheck.page.tsx')).page,
  },
  {
    path: '/stellen/:id',
    area: 'services',
    load: async () => (await import('./pages/office.page.tsx')).page,
    staticPaths: async (content) =>
      (await content.bundle('offices')).offices.map((office) => paths.office(office.id)),
  },
  {
    path: '/impressum',
    area: 'account',
    load: async () => (await import('./pages/imprint.page.tsx')).page,
    staticPaths: async () => [paths.about('impressum')],
  },
  {
    path: '/datenschutz',
    area: 'account',
    load: async () => (await import('./pages/privacy.page.tsx')).page,
    staticPaths: async () => [paths.about('datenschutz')],
  },
  {
    path: '/barrierefreiheit',
    area: 'account',
    load: async () => (await import('./pages/accessibility.page.tsx')).page,
    staticPaths: async () => [paths.about('barrierefreiheit')],
  },
];
