import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.pdf': 'application/pdf',
  '.wasm': 'application/wasm',
};

export type WebFile = {
  path: string;
  type: string;
  etag: string;
  cacheControl: string;
  plain: Buffer<ArrayBuffer>;
  brotli: Buffer<ArrayBuffer> | undefined;
};

/** Build output whose name carries its content's hash never changes; everything else is asked for again. */
function cacheControlOf(path: string): string {
  return path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** Inner files of the build that no browser asks for. */
const hidden = (path: string) =>
  path.split('/').some((part) => part.startsWith('.')) || path === '/sitemap.json';

/** The built web app, read once: it is a few megabytes, and memory answers faster than a disk. */
export type WebFiles = {
  /** The file that answers an address: itself, or its folder's `index.html`. */
  find(pathname: string): WebFile | undefined;
  /** Hashes of what stands in the pages themselves, for the content security policy. */
  scriptHashes: string[];
  styleHashes: string[];
  /** Public paths with their languages, as the build wrote them. */
  sitemap: unknown;
};

const inlineScript =
  /<script(?![^>]*\bsrc=)(?![^>]*\btype="application\/(?:json|ld\+json)")[^>]*>([\s\S]*?)<\/script>/g;

const inlineStyle = /<style>([\s\S]*?)<\/style>/g;

const policyHash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

export function readWebFiles(dist: string): WebFiles {
  const files = new Map<string, WebFile>();
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const all = existsSync(dist) ? readdirSync(dist, { recursive: true, encoding: 'utf8' }) : [];
  for (const name of all) {
    const full = join(dist, name);
    const path = `/${relative(dist, full).split(sep).join('/')}`;
    const type = types[extname(name)];
    if (type === undefined || hidden(path) || !statSync(full).isFile()) continue;
    const plain = readFileSync(full);
    const brotli = existsSync(`${full}.br`) ? readFileSync(`${full}.br`) : undefined;
    const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
    files.set(path, { path, type, etag, cacheControl: cacheControlOf(path), plain, brotli });
    if (!path.endsWith('.html')) continue;
    const page = plain.toString('utf8');
    for (const [, script = ''] of page.matchAll(inlineScript))
      if (script !== '') scripts.add(policyHash(script));
    for (const [, style = ''] of page.matchAll(inlineStyle)) styles.add(policyHash(style));
  }
  const sitemapFile = join(dist, 'sitemap.json');
  return {
    find(pathname) {
      if (pathname.endsWith('/')) return files.get(`${pathname}index.html`);
      return files.get(pathname) ?? files.get(`${pathname}/index.html`);
    },
    scriptHashes: [...scripts],
    styleHashes: [...styles],
    sitemap: existsSync(sitemapFile) ? JSON.parse(readFileSync(sitemapFile, 'utf8')) : [],
  };
}
