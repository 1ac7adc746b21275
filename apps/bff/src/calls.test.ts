import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AccountId, newId } from '@jena/shared/kernel';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from './app.ts';
import { createCalls } from './calls.ts';
import { createDeps, type Deps } from './deps.ts';
import { openCitizenSession } from './domains/identity/identity.sessions.ts';
import { parseConfig } from './platform/config.ts';
import { type Listening, listen } from './platform/http/listen.ts';
import { createQueryDoor } from './platform/http/query-door.ts';
import { dataHeaders } from './platform/http/security-headers.ts';
import { createLog } from './platform/log.ts';

const folder = mkdtempSync(join(tmpdir(), 'jena-calls-'));
const refused: string[] = [];
let deps: Deps;
let app: Hono;
let server: Listening;
let cookie: string;

beforeAll(async () => {
  const config = parseConfig({ DATA_DIR: folder, WEB_DIST: folder });
  deps = await createDeps(config, { log: createLog('silent') });
  const calls = createCalls(deps);
  app = createApp(deps, calls);
  const door = createQueryDoor({
    ...calls,
    headers: Object.fromEntries(dataHeaders(config)),
    tracing: deps.tracing,
  });
  const counted: typeof door = (request, response) => {
    const taken = door(request, response);
    if (!taken) refused.push(request.url ?? '');
    return taken;
  };
  server = await listen(app, { host: '127.0.0.1', port: 0, memo: deps.memo, door: counted });
  cookie = await deps.store.transaction(async (tx) => {
    const { identity } = deps.domains.identity;
    const accountId: AccountId = newId<'account'>();
    await identity.addAccount(tx, {
      id: accountId,
      subjectHash: 'x',
      at: deps.clock.now().toISOString() as never,
    });
    const session = { accountId, levelOfAssurance: 'high', method: 'eid' } as const;
    return `__Host-jena_session=${await openCitizenSession(deps.domains.login, tx, session)}`;
  });
});
afterAll(async () => {
  await server.close();
  await deps.close();
  rmSync(folder, { recursive: true });
});

const input = (value: unknown) => `input=${encodeURIComponent(JSON.stringify(value))}`;
const kept = [
  'content-type',
  'cache-control',
  'content-security-policy',
  'x-content-type-options',
  'set-cookie',
];

/** What both doors answer, as far as a client can tell. */
async function both(path: string, headers: Record<string, string> = {}) {
  const answers = [
    await fetch(`http://127.0.0.1:${server.port}${path}`, { headers }),
    await app.request(path, { headers }),
  ];
  return Promise.all(
    answers.map(async (answer) => ({
      status: answer.status,
      body: await answer.text(),
      headers: kept.map((name) => answer.headers.get(name)),
    })),
  );
}

describe('the short way for questions answers as the app does', () => {
  it.each([
    ['a person who is logged in', `/trpc/notifications.unreadCount?${input({})}`, 200],
    ['a batch', `/trpc/cases.mine,notifications.unreadCount?batch=1&${input({ 0: {}, 1: {} })}`, 200],
    ['input that does not fit', `/trpc/vault.document?${input({ documentId: 'no' })}`, 400],
    ['what does not exist', `/trpc/vault.document?${input({ documentId: newId() })}`, 404],
    ['a batch in which one fails', `/trpc/vault.document,cases.mine?batch=1&${input({ 0: {} })}`, 207],
    ['the other door', '/trpc/cases.staff.queue?input=%7B%22queue%22%3A%22new%22%7D', 401],
  ])('to %s', async (_what, path, status) => {
    const before = refused.length;
    const [short, long] = await both(path, { cookie });
    expect(refused.length).toBe(before);
    expect(short).toEqual(long);
    expect(short?.status).toBe(status);
  });

  it('to a stranger, and to one whose session is over', async () => {
    for (const headers of [{}, { cookie: '__Host-jena_session=gone' }] as Record<string, string>[]) {
      const [short, long] = await both(`/trpc/cases.mine?${input({})}`, headers);
      expect([short?.status, short]).toEqual([401, long]);
    }
  });
});

it.each([
  ['shared answers', `/trpc/services.contentVersion?${input({})}`],
  ['procedures that do not exist', '/trpc/cases.none'],
  ['broken input', '/trpc/cases.mine?input=%7B'],
  ['names that every object has', '/trpc/constructor'],
  ['more than a batch holds', `/trpc/${Array.from({ length: 21 }, () => 'cases.mine').join(',')}?batch=1`],
  ['several calls that are no batch', '/trpc/cases.mine,cases.mine'],
])('the short way leaves to the app: %s', async (_what, path) => {
  const before = refused.length;
  const [short, long] = await both(path, { cookie });
  expect(refused.length).toBe(before + 1);
  expect([short?.status, short?.body]).toEqual([long?.status, long?.body]);
});

it('the short way changes nothing: a change by GET is refused', async () => {
  const [short, long] = await both(`/trpc/identity.logout?${input({})}`, { cookie });
  expect([short?.status, short]).toEqual([405, long]);
});
