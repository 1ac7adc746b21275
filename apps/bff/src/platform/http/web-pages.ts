import type { Hono } from 'hono';
import { dataHeaders, securityHeaders, withAllHeaders } from './security-headers.ts';
import { readWebFiles, type WebFile } from './web-files.ts';

/**
 * Addresses that the app itself draws after it started; the build writes no page of their own for them. Ids and slugs
 * hold nothing but letters, digits and dashes: `…/mitteilungen~` is no page, and scanners need not take it for a copy.
 */
const appRoutes = [
  /^\/vorgaenge(\/[\w-]+)*$/,
  /^\/postfach(\/[\w-]+)*$/,
  /^\/konto(\/[\w-]+)*$/,
  /^\/anmelden(\/[\w-]+)*$/,
  /^\/dienste\/[\w-]+\/antrag(\/[\w-]+)?$/,
  /^\/dev(\/[\w-]+)*$/,
];
const staffRoutes = /^\/amt(\/.*)?$/;
const staffPage = '/amt/index.html';

/** A worker runs under the policy that its own script brings. */
const isWorker = /^\/sw\.js$|worker[^/]*\.js$/;

type Served = { file: WebFile; headers: Record<string, string>; brotliHeaders: Record<string, string> };

/** Answers GET requests with the built web app: pages, assets, the app's shell, and a 404 in the visitor's language. */
export function serveWeb(
  app: Hono,
  { dist, https, publicOrigin }: { dist: string; https: boolean; publicOrigin: string },
) {
  const files = readWebFiles(dist);
  const partAlways = Object.fromEntries(dataHeaders({ https }));
  const known = new Map<string, Served>();

  /** Each page names the hashes of its own parts only: with those of all pages the first flight would be half a kilobyte heavier. */
  function headersOf(file: WebFile): Record<string, string> {
    if (!file.type.startsWith('text/html') && !isWorker.test(file.path)) return partAlways;
    const { scriptHashes, styleHashes } = file;
    const ownFrames = file.path === staffPage;
    return Object.fromEntries(securityHeaders({ scriptHashes, styleHashes, https, ownFrames }));
  }

  function served(file: WebFile): Served {
    const before = known.get(file.path);
    if (before !== undefined) return before;
    const headers = {
      ...headersOf(file),
      'content-type': file.type,
      'cache-control': file.cacheControl,
      etag: file.etag,
      vary: 'accept-encoding',
    };
    const made = { file, headers, brotliHeaders: { ...headers, 'content-encoding': 'br' } };
    known.set(file.path, made);
    return made;
  }

  function respond(request: Request, file: WebFile, status: 200 | 404): Response {
    const { headers, brotliHeaders } = served(file);
    if (status === 200 && request.headers.get('if-none-match') === file.etag) {
      return withAllHeaders(new Response(null, { status: 304, headers }));
    }
    const brotli = file.brotli !== undefined && /\bbr\b/.test(request.headers.get('accept-encoding') ?? '');
    return withAllHeaders(
      new Response(brotli && file.brotli ? file.brotli : file.plain, {
        status,
        headers: brotli ? brotliHeaders : headers,
      }),
    );
  }

  /** The file and status for an address without one of its own. */
  function fallback(pathname: string): { file: WebFile; status: 200 | 404 } | undefined {
    const english = pathname === '/en' || pathname.startsWith('/en/');
    const path = english ? pathname.slice(3) || '/' : pathname;
    if (staffRoutes.test(path)) {
      const staff = files.find(staffPage);
      return staff && { file: staff, status: 200 };
    }
    // A missing script or picture is simply missing; a page would only confuse what asked for it.
    if (/\.[a-z0-9]{2,12}$/i.test(path)) return undefined;
    const shell = files.find(english ? '/en/_shell.html' : '/_shell.html');
    return shell && { file: shell, status: appRoutes.some((route) => route.test(path)) ? 200 : 404 };
  }

  app.get('/sitemap.xml', () => {
    const xml = sitemapXml(files.sitemap as SitemapEntry[], publicOrigin);
    return new Response(xml, {
      headers: { ...partAlways, 'content-type': 'application/xml; charset=utf-8' },
    });
  });

  app.get('*', async (c, next) => {
    const { pathname } = new URL(c.req.url);
    const file = files.find(pathname);
    if (file !== undefined) return respond(c.req.raw, file, 200);
    const instead = fallback(pathname);
    if (instead !== undefined) return respond(c.req.raw, instead.file, instead.status);
    return next();
  });
}

type SitemapEntry = { path: string; languages: Record<string, string> };

const escapeXml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Every public page in every language, each with its siblings (sitemaps.org 0.9 with xhtml alternates). */
export function sitemapXml(entries: readonly SitemapEntry[], publicOrigin: string): string {
  const urls = entries.flatMap(({ languages }) => {
    const siblings = Object.entries(languages)
      .map(
        ([code, path]) =>
          `<xhtml:link rel="alternate" hreflang="${code}" href="${escapeXml(publicOrigin + path)}"/>`,
      )
      .join('');
    return Object.values(languages).map(
      (path) => `<url><loc>${escapeXml(publicOrigin + path)}</loc>${siblings}</url>`,
    );
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`;
}
