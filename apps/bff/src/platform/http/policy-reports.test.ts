import { Hono } from 'hono';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog } from '../log.ts';
import { testClock } from '../testing/clock.ts';
import { errorResponse } from './errors.ts';
import { policyReports, policyReportsPath } from './policy-reports.ts';
import { contentSecurityPolicy, securityHeaders } from './security-headers.ts';

const logged: string[] = [];
const blocked = vi.fn();
let app: Hono;

beforeEach(() => {
  logged.length = 0;
  blocked.mockClear();
  app = new Hono();
  app.onError((error) => errorResponse(error));
  policyReports(app, {
    log: createLog('debug', { write: (line) => void logged.push(line) }),
    clock: testClock(),
    // biome-ignore lint/suspicious/noExplicitAny: only this counter is used here
    metrics: { blocked } as any,
  });
});

const send = (body: unknown, type = 'application/reports+json') =>
  app.request(policyReportsPath, {
    method: 'POST',
    headers: { 'content-type': type },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const newer = {
  type: 'csp-violation',
  age: 3,
  url: 'https://service.jena.de/vorgaenge/tz4a98xxat96iws9zmbrgj3a?name=Erika',
  user_agent: 'Mozilla/5.0 Erika',
  body: {
    documentURL: 'https://service.jena.de/vorgaenge/tz4a98xxat96iws9zmbrgj3a?name=Erika',
    effectiveDirective: 'script-src-elem',
    blockedURL: 'https://evil.example/steal.js?of=Erika',
    sample: 'alert("Erika")',
  },
};
const older = {
  'csp-report': {
    'document-uri': 'https://service.jena.de/konto#erika',
    'violated-directive': "style-src 'self'",
    'blocked-uri': 'inline',
    'script-sample': 'Erika',
  },
};

describe('reports of blocked content', () => {
  it('in the newer form are logged and counted by directive, path and host', async () => {
    expect((await send([newer, { type: 'deprecation', body: {} }])).status).toBe(204);
    expect(logged).toHaveLength(1);
    expect(JSON.parse(logged[0] ?? '')).toMatchObject({
      level: 'warn',
      directive: 'script-src-elem',
      page: '/vorgaenge/…',
      blocked: 'evil.example',
    });
    expect(blocked).toHaveBeenCalledExactlyOnceWith('script-src-elem');
  });

  it('in the older form too', async () => {
    expect((await send(older, 'application/csp-report')).status).toBe(204);
    expect(JSON.parse(logged[0] ?? '')).toMatchObject({
      directive: 'style-src',
      page: '/konto',
      blocked: 'inline',
    });
  });

  it('leave nothing of a person in the log', async () => {
    await send([newer]);
    await send(older, 'application/csp-report');
    expect(logged.join('')).not.toMatch(/Erika|erika|tz4a98/);
  });

  it.each([
    ['another type', newer, 'application/json', 400],
    ['no JSON', '{', 'application/reports+json', 400],
    ['no report', { hello: 1 }, 'application/reports+json', 400],
    ['more than a page can do wrong', Array.from({ length: 21 }, () => newer), undefined, 400],
    ['too long', 'x'.repeat(17_000), undefined, 413],
  ])('are refused: %s', async (_what, body, type, status) => {
    expect((await send(body, type)).status).toBe(status);
    expect(logged).toEqual([]);
  });

  it('with strange words in them make no new lines and no new labels', async () => {
    const body = {
      documentURL: 'javascript:x',
      effectiveDirective: 'a\n"level":"error"',
      blockedURL: '\u0000<b>',
    };
    expect((await send([{ type: 'csp-violation', body }])).status).toBe(204);
    expect(JSON.parse(logged[0] ?? '')).toMatchObject({ directive: 'a', blocked: 'unknown' });
  });

  it('from all together fill the log at most sixty times a minute', async () => {
    const answers: number[] = [];
    for (let n = 0; n < 62; n++) answers.push((await send([newer])).status);
    expect(answers.slice(0, 60).every((status) => status === 204)).toBe(true);
    expect(answers.slice(60)).toEqual([429, 429]);
    expect(logged).toHaveLength(60);
  });
});

it('every page says where they go', () => {
  expect(contentSecurityPolicy({ https: true })).toContain(
    `report-uri ${policyReportsPath}; report-to richtlinie`,
  );
  expect(contentSecurityPolicy({ https: false })).not.toContain('report-to');
  expect(securityHeaders({ https: true })).toContainEqual([
    'reporting-endpoints',
    `richtlinie="${policyReportsPath}"`,
  ]);
});
