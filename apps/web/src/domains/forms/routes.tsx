import type { RouteDef } from '../../lib/page.ts';
import { paths } from '../../lib/paths.ts';

/** The bundles of the catalogue; each has an overview where a service has what its form needs. */
export const bundleSlugs = ['umzug'];

export const routes: readonly RouteDef[] = [
  ...bundleSlugs.map(
    (slug): RouteDef => ({
      path: paths.form(slug),
      params: { slug },
      area: 'services',
      load: async () => (await import('./pages/bundle.page.tsx')).page,
      staticPaths: async () => [paths.form(slug)],
    }),
  ),
  {
    path: '/dienste/:slug/antrag',
    area: 'services',
    load: async () => (await import('./pages/intro.page.tsx')).page,
    staticPaths: async (content) => {
      const [{ services }, { forms }] = await Promise.all([
        content.bundle('services'),
        content.bundle('forms'),
      ]);
      const known = new Set(forms.map((form) => form.slug));
      return services
        .filter((service) => service.form !== null && known.has(service.form))
        .map((service) => paths.form(service.slug));
    },
  },
  {
    path: '/dienste/:slug/antrag/pruefen',
    area: 'services',
    load: async () => (await import('./pages/review.page.tsx')).page,
  },
  {
    path: '/dienste/:slug/antrag/:page',
    area: 'services',
    load: async () => (await import('./pages/form.page.tsx')).page,
  },
];
