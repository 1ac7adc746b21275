import { describe, expect, test, vi } from 'vitest';
import { answerNavigation, fromNetwork, isAppNavigation, isAppPath, shellPath } from './navigation.ts';

const origin = 'https://jena.example';

describe('which requests the shell may answer', () => {
  test.each([
    '/',
    '/dienste/wohnsitz-anmelden',
    '/en',
    '/en/neu-in-jena/erster-monat',
    '/vorgaenge/abc',
    '/filesystem',
  ])('%s is a page of the app', (path) => expect(isAppPath(path)).toBe(true));
  test.each([
    '/trpc/cases.submit',
    '/uploads/abc',
    '/eid/start',
    '/saml/bundid/weiter/abc',
    '/staff/login',
    '/amt',
    '/amt/queue',
    '/files/abc',
    '/content/manifest.json',
    '/healthz',
    '/sitemap.xml',
    '/index.html',
    '/sw-kill.json',
  ])('%s is not', (path) => expect(isAppPath(path)).toBe(false));

  test('a form that is posted, an image and another site are left to the network', () => {
    const page = { mode: 'navigate', method: 'GET', url: `${origin}/dienste` } as const;
    expect(isAppNavigation(page, origin)).toBe(true);
    expect(isAppNavigation({ ...page, method: 'POST' }, origin)).toBe(false);
    expect(isAppNavigation({ ...page, mode: 'no-cors' }, origin)).toBe(false);
    expect(isAppNavigation({ ...page, url: 'https://elsewhere.example/' }, origin)).toBe(false);
  });

  test.each([
    ['/', '/index.html'],
    ['/en', '/en/index.html'],
    ['/en/', '/en/index.html'],
  ])('%s opens with the words of the start page', (address, page) => expect(shellPath(address)).toBe(page));

  test('the shell speaks the language of the address', () => {
    expect(shellPath('/en/dienste')).toBe('/en/_shell.html');
    expect(shellPath('/energie')).toBe('/_shell.html');
  });
});

describe('opening a page', () => {
  const request = new Request(`${origin}/en/dienste`);
  const navigation = (preload?: Response) => ({
    request,
    preloadResponse: Promise.resolve(preload),
    waitUntil: vi.fn(),
  });
  const shell = vi.fn(async (path: string) => new Response(`shell ${path}`));
  const sources = (given: object) => ({
    fetch: async () => new Response('fresh'),
    shell,
    online: () => true,
    patience: 20,
    ...given,
  });
  const opened = async (given: object, preload?: Response) =>
    (await answerNavigation(navigation(preload), sources(given))).text();

  test('takes the network’s page, even when the phone has one', async () => {
    expect(await opened({})).toBe('fresh');
    expect(await opened({}, new Response('preloaded'))).toBe('preloaded');
  });

  test('shows the shell when the network fails, is silent, or the server is down', async () => {
    expect(await opened({ fetch: () => Promise.reject(new TypeError('offline')) })).toBe(
      'shell /en/_shell.html',
    );
    expect(await opened({ fetch: () => new Promise(() => undefined) })).toBe('shell /en/_shell.html');
    expect(await opened({ fetch: async () => new Response('bad gateway', { status: 502 }) })).toBe(
      'shell /en/_shell.html',
    );
  });

  test('does not even ask a network that is not there', async () => {
    const fetch = vi.fn();
    expect(await opened({ fetch, online: () => false })).toBe('shell /en/_shell.html');
    expect(fetch).not.toHaveBeenCalled();
  });

  test('passes „not found“ on as it is', async () => {
    const response = await answerNavigation(
      navigation(),
      sources({ fetch: async () => new Response('', { status: 404 }) }),
    );
    expect(response.status).toBe(404);
  });

  test('without a shell, before the install is complete, waits for a slow network', async () => {
    const slow = () => new Promise((resolve) => setTimeout(() => resolve(new Response('slow')), 40));
    expect(await opened({ fetch: slow, shell: async () => undefined })).toBe('slow');
  });
});

describe('an address that is not ours', () => {
  const request = new Request(`${origin}/eid/refresh/once`);

  test('is asked once only: the preload is its answer', async () => {
    const fetch = vi.fn();
    const preloadResponse = Promise.resolve(new Response('preloaded'));
    expect(await (await fromNetwork({ request, preloadResponse }, { fetch })).text()).toBe('preloaded');
    expect(fetch).not.toHaveBeenCalled();
  });

  test('is asked at all where the browser knows no preload', async () => {
    const fetch = vi.fn(async () => new Response('fresh'));
    const preloadResponse = Promise.resolve(undefined);
    expect(await (await fromNetwork({ request, preloadResponse }, { fetch })).text()).toBe('fresh');
  });
});
