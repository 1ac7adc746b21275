import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, expect, it } from 'vitest';
import { serveWeb } from './web-pages.ts';

const dist = mkdtempSync(join(tmpdir(), 'jena-web-'));
mkdirSync(join(dist, 'amt'));
writeFileSync(join(dist, 'index.html'), '<script>one()</script><style>a{}</style><h1>Start</h1>');
writeFileSync(join(dist, '_shell.html'), '<script>one()</script><style>b{}</style><h1>Shell</h1>');
writeFileSync(join(dist, 'sw.js'), '');
writeFileSync(join(dist, 'amt/index.html'), '<h1>Amt</h1>');
afterAll(() => rmSync(dist, { recursive: true }));

const app = new Hono();
serveWeb(app, { dist, https: true, publicOrigin: 'https://jena.example' });
const policyOf = async (path: string) =>
  (await app.request(path)).headers.get('content-security-policy')?.split('; ') ?? [];

it('answers every address below /amt with the staff side', async () => {
  for (const path of ['/amt', '/amt/', '/amt/vorgaenge/neu', '/amt/auftraege']) {
    const answer = await app.request(path);
    expect([answer.status, await answer.text()], path).toEqual([200, '<h1>Amt</h1>']);
  }
});

it('draws pages only at addresses that can be theirs', async () => {
  const statusOf = async (path: string) => (await app.request(path)).status;
  for (const path of ['/konto/mitteilungen', '/dienste/wohngeld/antrag/ihre-wohnung', '/vorgaenge/a2b_C'])
    expect(await statusOf(path), path).toBe(200);
  for (const path of ['/konto/mitteilungen~', '/konto/%00', '/dienste/wohngeld/antrag/x~', '/postfach/a;b'])
    expect(await statusOf(path), path).toBe(404);
});

it('lets only the staff side show own files in a frame, and nobody frames any page', async () => {
  for (const path of ['/amt', '/amt/vorgaenge/neu'])
    expect(await policyOf(path)).toContain("frame-src 'self'");
  for (const path of ['/', '/konto', '/amtlich']) {
    expect((await policyOf(path)).join(), path).not.toContain('frame-src');
  }
  for (const path of ['/', '/amt']) expect(await policyOf(path)).toContain("frame-ancestors 'none'");
});

it('lets a page run and look only what stands in it', async () => {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const script = `script-src 'self' ${hash('one()')}`;
  expect(await policyOf('/')).toEqual(expect.arrayContaining([script, `style-src 'self' ${hash('a{}')}`]));
  // An address without a page of its own is answered with the shell.
  expect(await policyOf('/konto')).toEqual(
    expect.arrayContaining([script, `style-src 'self' ${hash('b{}')}`]),
  );
  for (const path of ['/amt', '/sw.js']) {
    expect(await policyOf(path)).toEqual(expect.arrayContaining(["script-src 'self'", "style-src 'self'"]));
  }
});
