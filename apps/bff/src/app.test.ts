import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from './app.ts';
import { createDeps, type Deps } from './deps.ts';
import { parseConfig } from './platform/config.ts';
import { createLog } from './platform/log.ts';

const folder = mkdtempSync(join(tmpdir(), 'jena-app-'));
const dist = join(folder, 'dist');
const logged: string[] = [];
let deps: Deps;
let app: Hono;

function page(path: string, html: string) {
  const file = join(dist, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, html);
  writeFileSync(`${file}.br`, brotliCompressSync(html));
}

beforeAll(async () => {
  page('index.html', '<h1>Jena</h1><script>start()</script><script type="application/json">{"a":1}</script>');
  page('en/index.html', '<h1>Jena in English</h1>');
  page('dienste/index.html', '<h1>Dienste</h1>');
  page('_shell.html', '<p>Hülle</p>');
  page('en/_shell.html', '<p>Shell</p>');
  page('amt/index.html', '<p>Amt</p>');
  page('assets/app-abc123.js', 'export {}');
  page('sw.js', 'self');
  page('.vite/manifest.json', '{}');
  writeFileSync(
    join(dist, 'sitemap.json'),
    JSON.stringify([{ path: '/dienste', languages: { de: '/dienste', en: '/en/dienste?a&b' } }]),
  );
  const config = parseConfig({
    DATA_DIR: join(folder, 'data'),
    WEB_DIST: dist,
    PUBLIC_ORIGIN: 'https://service.jena.de',
    METRICS: 'on',
    METRICS_TOKEN: 'a-token-of-twenty-letters',
    SECURITY_CONTACT: 'mailto:sicherheit@example.org',
  });
  deps = await createDeps(config, { log: createLog('debug', { write: (line) => void logged.push(line) }) });
  app = createApp(deps);
});
afterAll(async () => {
  await deps.close();
  rmSync(folder, { recursive: true });
});

describe('pages', () => {
  it('come from the build, compressed for those who can read it', async () => {
    const plain = await app.request('/dienste');
    expect([plain.status, await plain.text()]).toEqual([200, '<h1>Dienste</h1>']);
    const small = await app.request('/dienste/', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(small.headers.get('content-encoding')).toBe('br');
    expect(small.headers.get('vary')).toContain('accept-encoding');
  });

  it('are asked for again, while hashed assets are kept for ever', async () => {
    for (const path of ['/', '/sw.js']) {
      expect((await app.request(path)).headers.get('cache-control')).toBe('no-cache');
    }
    const asset = await app.request('/assets/app-abc123.js');
    expect(asset.headers.get('cache-control')).toContain('immutable');
    const etag = (await app.request('/')).headers.get('etag') ?? '';
    expect((await app.request('/', { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  it('of the app itself get its shell, in the language of the address', async () => {
    for (const path of [
      '/vorgaenge',
      '/vorgaenge/abc',
      '/postfach/x',
      '/konto/zugriffe',
      '/anmelden',
      '/dienste/wohnsitz-anmelden/antrag/person',
    ]) {
      const german = await app.request(path);
      expect([german.status, await german.text()], path).toEqual([200, '<p>Hülle</p>']);
      const english = await app.request(`/en${path}`);
      expect([english.status, await english.text()], path).toEqual([200, '<p>Shell</p>']);
    }
    expect(await (await app.request('/amt/vorgaenge/1')).text()).toBe('<p>Amt</p>');
  });

  it('that do not exist say so in the language of the address', async () => {
    const german = await app.request('/gibt-es-nicht');
    expect([german.status, await german.text()]).toEqual([404, '<p>Hülle</p>']);
    const english = await app.request('/en/nowhere');
    expect([english.status, await english.text()]).toEqual([404, '<p>Shell</p>']);
    const file = await app.request('/assets/gone.js');
    expect([file.status, file.headers.get('content-type')]).toEqual([404, 'application/json']);
  });

  it('never show the build’s inner files or anything outside', async () => {
    for (const path of [
      '/.vite/manifest.json',
      '/sitemap.json',
      '/../data/jena.sqlite',
      '/%2e%2e/data/keys/root.key',
      '/dienste/index.html.br',
    ]) {
      const answer = await app.request(path);
      expect(answer.status, path).toBe(404);
      expect(await answer.text()).not.toContain('root-1');
    }
  });

  it('are listed in the sitemap in every language', async () => {
    const xml = await (await app.request('/sitemap.xml')).text();
    expect(xml).toContain('<loc>https://service.jena.de/dienste</loc>');
    expect(xml).toContain('<loc>https://service.jena.de/en/dienste?a&#38;b</loc>');
  });
});

describe('every answer', () => {
  it.each([
    '/',
    '/dienste',
    '/gibt-es-nicht',
    '/assets/app-abc123.js',
    '/sitemap.xml',
    '/healthz',
    '/trpc/none',
    '/x.js',
  ])('carries the security headers: %s', async (path) => {
    const { headers } = await app.request(path);
    const policy = headers.get('content-security-policy') ?? '';
    for (const part of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it.each(['/', '/gibt-es-nicht', '/amt', '/sw.js'])(
    'that runs by itself says what it may do: %s',
    async (path) => {
      const { headers } = await app.request(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('permissions-policy')).toContain('camera=(self)');
    },
  );

  it.each(['/assets/app-abc123.js', '/trpc/none', '/healthz'])(
    'that is a part or data is short: %s',
    async (path) => {
      const { headers } = await app.request(path);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(headers.get('permissions-policy')).toBeNull();
    },
  );

  it('lets only those inline scripts run that the build wrote, by their hash', async () => {
    const policy = (await app.request('/')).headers.get('content-security-policy') ?? '';
    expect(policy.match(/'sha256-[^']+'/g)).toHaveLength(1);
  });
});

describe('changes', () => {
  const post = (headers: Record<string, string>, body = '{}') =>
    app.request('/trpc/none', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
  const codeOf = async (response: Response) => {
    const body = (await response.json()) as { error: { appCode?: string; data?: { appCode: string } } };
    return body.error.appCode ?? body.error.data?.appCode;
  };

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour host', { 'sec-fetch-site': 'same-site' }],
    ['a link or bookmark', { 'sec-fetch-site': 'none' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['a caller with cookies that hides where it is', { cookie: '__Host-jena_session=x' }],
  ])('are refused when %s asks', async (_who, headers) => {
    const response = await post(headers);
    expect([response.status, await codeOf(response)]).toEqual([403, 'platform.cross_site']);
  });

  it('are heard from our own pages', async () => {
    const response = await post({ 'sec-fetch-site': 'same-origin', origin: 'https://service.jena.de' });
    expect([response.status, await codeOf(response)]).toEqual([404, 'platform.not_found']);
  });

  it('must be JSON and small', async () => {
    const form = await post({ 'content-type': 'text/plain' });
    expect([form.status, await codeOf(form)]).toEqual([400, 'platform.bad_input']);
    const huge = await post({}, `"${'x'.repeat(1024 * 1024)}"`);
    expect([huge.status, await codeOf(huge)]).toEqual([413, 'platform.too_large']);
  });
});

describe('for operators', () => {
  it('it says whether it lives and is ready', async () => {
    expect((await app.request('/healthz')).status).toBe(200);
    expect((await app.request('/readyz')).status).toBe(200);
    deps.setReady(false);
    expect((await app.request('/readyz')).status).toBe(503);
    expect((await app.request('/healthz')).status).toBe(200);
    deps.setReady(true);
  });

  it('it says whom to tell of a fault, for half a year from now', async () => {
    const answer = await app.request('/.well-known/security.txt');
    expect(answer.headers.get('content-type')).toContain('text/plain');
    const text = await answer.text();
    expect(text).toContain('Contact: mailto:sicherheit@example.org\n');
    const expires = Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? '');
    expect((expires - deps.clock.now().getTime()) / 86_400_000).toBeCloseTo(180, 0);
  });

  it('it shows metrics to those with the token alone', async () => {
    expect((await app.request('/metrics')).status).toBe(404);
    const wrong = await app.request('/metrics', { headers: { authorization: 'Bearer wrong' } });
    expect(wrong.status).toBe(404);
    const right = await app.request('/metrics', {
      headers: { authorization: 'Bearer a-token-of-twenty-letters' },
    });
    const text = await right.text();
    expect(text).toContain('jena_jobs{state="dead"} 0');
    expect(text).toContain('jena_http_request_seconds_count');
  });

  it('it logs no query strings and no secrets in paths', async () => {
    logged.length = 0;
    await app.request('/eid/token/abcdefghijklmnopqrstuvwxyz234567?name=Erika');
    expect(logged.join('')).toContain('/eid/token/…');
    expect(logged.join('')).not.toMatch(/Erika|abcdefghij/);
  });
});
