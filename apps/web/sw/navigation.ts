/** A page that does not come within this time comes from the phone. */
export const patience = 2_500;

/** Addresses that are no pages of the app: the network answers them, always. `/amt` has its own bundle and is online only. */
const notOurs = [
  'trpc',
  'uploads',
  'eid',
  'saml',
  'staff',
  'amt',
  'files',
  'content',
  'assets',
  'healthz',
  'readyz',
  'metrics',
  'api',
  'dev',
].map((name) => new RegExp(`^/${name}(/|$)`));

/** Downloads and data have an ending (`/sitemap.xml`), pages have none. */
const hasEnding = /\/[^/]*\.[a-z0-9]+$/i;

/** True for a page of the app, which the shell can show without a network. */
export function isAppPath(pathname: string): boolean {
  return !hasEnding.test(pathname) && !notOurs.some((pattern) => pattern.test(pathname));
}

export function isAppNavigation(request: Pick<Request, 'mode' | 'method' | 'url'>, origin: string): boolean {
  if (request.mode !== 'navigate' || request.method !== 'GET') return false;
  const url = new URL(request.url);
  return url.origin === origin && isAppPath(url.pathname);
}

/**
 * The page on this phone that opens at an address, in its language: the start page as it was drawn, whose words stand
 * before any script runs, since that is where the app's icon leads; the bare shell for all others.
 */
export function shellPath(pathname: string): string {
  const folder = /^\/en(\/|$)/.test(pathname) ? '/en' : '';
  const isStart = pathname === '/' || pathname === '/en' || pathname === '/en/';
  return `${folder}/${isStart ? 'index' : '_shell'}.html`;
}

/** Lets the browser ask the network while this worker still starts. */
export async function prepareNavigation(registration: ServiceWorkerRegistration): Promise<void> {
  await registration.navigationPreload?.enable();
}

type Navigation = {
  request: Request;
  preloadResponse: Promise<unknown>;
  waitUntil: (work: Promise<unknown>) => void;
};
type Sources = {
  shell: (path: string) => Promise<Response | undefined>;
  fetch?: (request: Request) => Promise<Response>;
  online?: () => boolean;
  patience?: number;
};

/**
 * Network first, never cache first, so that nobody is stranded on an old release. Without a network, with one that
 * does not answer in time, or with a server that is down, the shell of the right language opens and shows what the phone has.
 */
export async function answerNavigation(navigation: Navigation, sources: Sources): Promise<Response> {
  const shell = () => sources.shell(shellPath(new URL(navigation.request.url).pathname));
  if (!(sources.online ?? (() => navigator.onLine))()) {
    const page = await shell();
    if (page) return page;
  }
  const network = fromNetwork(navigation, sources);
  // The late answer must not be cut off while the shell is shown already.
  navigation.waitUntil(network.catch(() => undefined));
  const quick = await Promise.race([network.catch(() => undefined), pause(sources.patience ?? patience)]);
  if (quick && quick.status < 500) return quick;
  return (await shell()) ?? quick ?? network;
}

/**
 * The network's answer, from the preload where there is one. Every navigation of this origin must take it, pages of the
 * app or not: the browser has sent the preload already, and a second request would find one-time addresses (the way back
 * from the online ID card, from the staff login) used up.
 */
export async function fromNetwork(
  { request, preloadResponse }: Pick<Navigation, 'request' | 'preloadResponse'>,
  sources: Pick<Sources, 'fetch'> = {},
): Promise<Response> {
  const preloaded = await preloadResponse;
  return preloaded instanceof Response ? preloaded : (sources.fetch ?? fetch)(request);
}

function pause(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));
}
