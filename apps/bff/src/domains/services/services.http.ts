import type { Hono } from 'hono';

const privatePlaces = ['/konto', '/vorgaenge', '/postfach', '/anmelden', '/amt', '/trpc'];

/** RFC 9309: everything public may be found; personal places hold nothing for search engines. */
export function robotsTxt(publicOrigin: string): string {
  return [
    'User-agent: *',
    ...privatePlaces.flatMap((place) => [`Disallow: ${place}`, `Disallow: /*${place}`]),
    `Sitemap: ${new URL('/sitemap.xml', publicOrigin).href}`,
    '',
  ].join('\n');
}

/** What search engines ask for besides the pages. */
export function servicesRoutes(app: Hono, { publicOrigin }: { publicOrigin: string }): void {
  app.get('/robots.txt', (c) =>
    c.text(robotsTxt(publicOrigin), 200, { 'cache-control': 'public, max-age=3600' }),
  );
}
