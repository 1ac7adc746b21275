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
  /** Hashes of what stands in the page itself, for its content security policy; empty for other files. */
  scriptHashes: string[];
  styleHashes: string[];
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
  /** Public paths with their languages, as the build wrote them. */
  sitemap: unknown;
};

const inlineScript =
  /<script(?![^>]*\bsrc=)(?![^>]*\btype="application\/(?:json|ld\+json)")[^>]*>([\s\S]*?)<\/script>/g;

const inlineStyle = /<style>([\s\S]*?)<\/style>/g;

const policyHash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** The hash of every part of a page that the pattern finds, each once. */
function hashesOf(page: string, pattern: RegExp): string[] {
  const parts = [...page.matchAll(pattern)].map(([, text = '']) => text).filter((text) => text !== '');
  return [...new Set(parts)].map(policyHash);
}

export function readWebFiles(dist: string): WebFiles {
  const files = new Map<string, WebFile>();
  const all = existsSync(dist) ? readdirSync(dist, { recursive: true, encoding: 'utf8' }) : [];
  for (const name of all) {
    const full = join(dist, name);
    const path = `/${relative(dist, full).split(sep).join('/')}`;
    const type = types[extname(name)];
    if (type === undefined || hidden(path) || !statSync(full).isFile()) continue;
    const plain = readFileSync(full);
    const brotli = existsSync(`${full}.br`) ? readFileSync(`${full}.br`) : undefined;
    const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
    const page = path.endsWith('.html') ? plain.toString('utf8') : '';
    files.set(path, {
      path,
      type,
      etag,
      cacheControl: cacheControlOf(path),
      plain,
      brotli,
      scriptHashes: hashesOf(page, inlineScript),
      styleHashes: hashesOf(page, inlineStyle),
    });
  }
  const sitemapFile = join(dist, 'sitemap.json');
  return {
    find(pathname) {
      if (pathname.endsWith('/')) return files.get(`${pathname}index.html`);
      return files.get(pathname) ?? files.get(`${pathname}/index.html`);
    },
    sitemap: existsSync(sitemapFile) ? JSON.parse(readFileSync(sitemapFile, 'utf8')) : [],
  };
}
