import { newId } from '@jena/shared/kernel';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { personalCache } from '../offline/cache.ts';
import { account, emptyPhone, restartPhone } from '../offline/testing.ts';
import { wasLoggedIn } from './hint.ts';
import { inTab } from './in-tab.ts';
import { getLive } from './live.ts';
import { outbox } from './outbox.ts';
import { checkSession, logout } from './session.ts';
import { client, queryClient, trpc } from './trpc.ts';

type Answer = { data: unknown } | { code: string; status: number } | 'no network';

/** The server at its door: answers by procedure, and writes down what was asked, in order. */
function city(answers: Record<string, Answer>) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string | URL | Request) => {
    const { pathname, searchParams } = new URL(String(address), 'http://localhost');
    const path = pathname.replace('/trpc/', '');
    asked.push(path);
    const answer = answers[path] ?? 'no network';
    if (answer === 'no network') throw new TypeError('Failed to fetch');
    const body =
      'data' in answer
        ? { result: { data: answer.data } }
        : {
            error: {
              message: answer.code,
              code: -32001,
              data: { appCode: answer.code, httpStatus: answer.status },
            },
          };
    return new Response(JSON.stringify(searchParams.has('batch') ? [body] : body), {
      headers: { 'content-type': 'application/json' },
    });
  });
  return asked;
}

const stored = new Map<string, string>();
const inThisTab = new Map<string, string>();
const lena = account(1);
const me = {
  kind: 'citizen',
  accountId: lena,
  sessionId: account(2),
  name: 'Lena',
  levelOfAssurance: 'high',
  method: 'eid',
  at: '2026-11-23T09:00:00.000Z',
  idleEndsAt: '2026-11-23T09:30:00.000Z',
  endsAt: '2026-11-23T17:00:00.000Z',
};
const loggedIn = { data: me };
const anonymous = { data: { kind: 'anonymous' } };
const done = { data: {} };
const aClosing = {
  idempotencyKey: newId<'idempotency'>(),
  draftId: newId<'draft'>(),
  why: 'deleted' as const,
};

beforeEach(async () => {
  await emptyPhone();
  stored.clear();
  inThisTab.clear();
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => inThisTab.get(name) ?? null,
    setItem: (name: string, value: string) => inThisTab.set(name, value),
    clear: () => inThisTab.clear(),
  });
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => stored.set(name, value),
    removeItem: (name: string) => stored.delete(name),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('a start of the app', () => {
  test('after the session ran out: what is new belongs to the device, because someone else may hold it', async () => {
    const expired = vi.spyOn(outbox, 'expired');
    city({ 'identity.me': loggedIn });
    await checkSession();
    expect([wasLoggedIn(), expired.mock.calls.length]).toEqual([true, 0]);
    city({ 'identity.me': anonymous });
    await checkSession();
    expect([wasLoggedIn(), expired.mock.calls.length]).toEqual([false, 1]);
  });

  test('after another device ended the session: nothing personal can be read here any more, and the person learns why', async () => {
    const [forgotten, destroyed] = [vi.spyOn(outbox, 'logout'), vi.spyOn(personalCache, 'destroy')];
    city({ 'identity.me': loggedIn });
    await checkSession();
    city({ 'identity.me': { data: { kind: 'anonymous', ended: true } } });
    await checkSession();
    expect([wasLoggedIn(), forgotten.mock.calls.length, destroyed.mock.calls.length]).toEqual([false, 1, 1]);
    expect(getLive().sessionEnd).toEqual({ kind: 'over', why: 'elsewhere' });
  });

  test('by somebody who was not logged in ends nobody’s session', async () => {
    const expired = vi.spyOn(outbox, 'expired');
    city({ 'identity.me': anonymous });
    await checkSession();
    expect(expired).not.toHaveBeenCalled();
  });

  test.each(['before', 'after'])('asked %s a login began here still expects that login', async (asked) => {
    vi.resetModules();
    const expired = vi.spyOn((await import('./outbox.ts')).outbox, 'expired');
    const { expectLogin, wasLoggedIn: isHinted } = await import('./hint.ts');
    const { checkSession: check } = await import('./session.ts');
    city({ 'identity.me': anonymous });
    if (asked === 'after') expectLogin();
    const checked = check();
    if (asked === 'before') expectLogin();
    await checked;
    expect([isHinted(), expired.mock.calls.length]).toEqual([true, 0]);
  });

  test('without a network changes nothing', async () => {
    const expired = vi.spyOn(outbox, 'expired');
    city({ 'identity.me': loggedIn });
    await checkSession();
    city({});
    expect(await checkSession()).toBeUndefined();
    expect([wasLoggedIn(), expired.mock.calls.length]).toEqual([true, 0]);
  });
});

describe('after the app was closed without a network', () => {
  async function opensAgain() {
    await restartPhone();
    queryClient.clear();
    city({});
    return queryClient.fetchQuery({ ...trpc.identity.me.queryOptions(), retry: false });
  }

  test('whoever was logged in reads on', async () => {
    city({ 'identity.me': loggedIn });
    await checkSession();
    expect(await opensAgain()).toEqual(me);
  });

  test('whoever was logged out does not', async () => {
    city({ 'identity.me': loggedIn });
    await checkSession();
    city({ 'identity.me': anonymous });
    await checkSession();
    expect(await opensAgain()).toEqual({ kind: 'anonymous' });
  });
});

describe('a logout', () => {
  async function atHome(answers: Record<string, Answer>) {
    city({ 'identity.me': loggedIn });
    await checkSession();
    stored.set(
      'jena-push',
      JSON.stringify({ endpoint: 'https://push.example/1', language: 'de', topics: ['cases'] }),
    );
    const destroyed = vi.spyOn(personalCache, 'destroy');
    return { asked: city(answers), destroyed };
  }

  test('takes the device off the list for pushes first, while the server still knows whose it is', async () => {
    const { asked, destroyed } = await atHome({ 'notifications.unsubscribe': done, 'identity.logout': done });
    await logout();
    expect(asked).toEqual(['notifications.unsubscribe', 'identity.logout']);
    expect([stored.has('jena-push'), wasLoggedIn(), destroyed.mock.calls.length]).toEqual([false, false, 1]);
  });

  test('takes with it what lay in this tab alone: who logs in next is somebody else', async () => {
    await atHome({ 'notifications.unsubscribe': done, 'identity.logout': done });
    const code = inTab('jena-co-sign');
    code.keep('AB12-CD34-EF56');
    await logout();
    expect(code.read()).toBeUndefined();
  });

  test('in another tab takes it from this one too, but not from who is on the way to a login', async () => {
    vi.resetModules();
    vi.stubGlobal('document', { addEventListener: () => undefined });
    const changes = await import('../offline/changes.ts');
    const { watchSession } = await import('./session-watch.ts');
    const hint = await import('./hint.ts');
    const code = inTab('jena-co-sign');
    const loggedOutElsewhere = async () => {
      stored.delete('jena-logged-in');
      city({ 'identity.me': anonymous });
      changes.announce('session');
      await vi.waitFor(() => expect(told).toHaveBeenLastCalledWith({ sessionEnd: undefined }));
    };
    const told = vi.spyOn(await import('./live.ts'), 'setLive');
    code.keep('AB12-CD34-EF56');
    watchSession(me as unknown as Parameters<typeof watchSession>[0]);
    told.mockClear();
    await loggedOutElsewhere();
    expect(code.read()).toBeUndefined();

    code.keep('AB12-CD34-EF56');
    watchSession(me as unknown as Parameters<typeof watchSession>[0]);
    hint.expectLogin();
    told.mockClear();
    await loggedOutElsewhere();
    expect(code.read()).toBe('AB12-CD34-EF56');
  });

  test('is not held up by pushes that cannot be switched off', async () => {
    const { asked } = await atHome({
      'notifications.unsubscribe': { code: 'platform.unexpected', status: 500 },
      'identity.logout': done,
    });
    await logout();
    expect(asked.at(-1)).toBe('identity.logout');
    expect(wasLoggedIn()).toBe(false);
  });

  test('is overtaken by nothing: what is saved meanwhile is turned away instead of asking without a session', async () => {
    const { asked } = await atHome({ 'notifications.unsubscribe': done, 'identity.logout': done });
    const forgets = vi.spyOn(outbox, 'logout');
    const saving = Promise.withResolvers<unknown>();
    forgets.mockImplementationOnce(async () => {
      saving.resolve(client.forms.closeDraft.mutate(aClosing).catch((error: Error) => error.message));
      // The time in which calls are gathered into one.
      await new Promise((gathered) => setTimeout(gathered, 5));
    });
    await logout();
    expect(await saving.promise).toBe('the session ended');
    expect(asked).not.toContain('forms.closeDraft');
  });

  test('from a session that is over already forgets everything here all the same', async () => {
    const { destroyed } = await atHome({
      'notifications.unsubscribe': done,
      'identity.logout': { code: 'identity.login_required', status: 401 },
    });
    await logout();
    expect([wasLoggedIn(), destroyed.mock.calls.length]).toEqual([false, 1]);
  });

  test('without a network says so and leaves everything as it was', async () => {
    const { destroyed } = await atHome({});
    await expect(logout()).rejects.toThrow();
    expect([wasLoggedIn(), destroyed.mock.calls.length, stored.has('jena-push')]).toEqual([true, 0, true]);
  });
});
