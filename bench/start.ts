// Cold start without a network: browser and server are closed, the phone is four times slower than this machine.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { startWorld } from '../e2e/support/world.ts';
import { launchWithProfile } from '../scripts/support/chromium.ts';
import { atMost, type Figures, median } from './figures.ts';
import { atFullSlowdown, measuredSlowdown, slowDown, slowdown } from './slowdown.ts';

const runs = 5;
const dist = resolve(import.meta.dirname, '../apps/web/dist');

/** Notes when the first heading stood on the screen; measured from the start of the navigation. */
function watchHeading(text: string): void {
  const watcher = new MutationObserver(look);
  function look() {
    const heading = document.querySelector('main h1');
    if (!heading?.textContent?.includes(text)) return;
    watcher.disconnect();
    requestAnimationFrame(() =>
      setTimeout(() => {
        (globalThis as { readableAt?: number }).readableAt = performance.now();
      }),
    );
  }
  watcher.observe(document, { childList: true, subtree: true });
}

/** The start page's words alone: no script, no style. Nothing that shows them can be faster. */
function plainPage(): { html: string; heading: string } {
  const html = readFileSync(resolve(dist, 'index.html'), 'utf8')
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<link[^>]*>/g, '');
  const heading = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? '';
  return { html, heading: heading.replace(/<[^>]*>/g, '').replaceAll('&amp;', '&') };
}

/** First visit: the worker installs itself and all content is on the phone. The English shell's place gets the plain page. */
async function visitOnce(folder: string, origin: string, plain: string): Promise<void> {
  const context = await launchWithProfile(folder);
  const page = await context.newPage();
  await page.goto(origin);
  await page.evaluate(async (html) => {
    await navigator.serviceWorker.ready;
    for (let tries = 0; tries < 200; tries++) {
      const databases = await indexedDB.databases();
      if (databases.some(({ name }) => name?.includes('content'))) break;
      await new Promise((wait) => setTimeout(wait, 100));
    }
    await new Promise((wait) => setTimeout(wait, 3_000));
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (new URL(request.url).pathname !== '/en/_shell.html') continue;
        await cache.put(
          request,
          new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
        );
      }
    }
  }, plain);
  await context.close();
}

type Opened = {
  readable: number;
  /** The part of it in which the service worker started and answered. */
  worker: number;
};

async function openCold(folder: string, address: string, heading: string): Promise<Opened> {
  const context: BrowserContext = await launchWithProfile(folder);
  try {
    await context.setOffline(true);
    const page = context.pages()[0] ?? (await context.newPage());
    await page.addInitScript(watchHeading, heading);
    await slowDown(page);
    await page.goto(address, { waitUntil: 'commit' });
    const at = await page.waitForFunction(
      () => (globalThis as { readableAt?: number }).readableAt,
      undefined,
      {
        timeout: 20_000,
        polling: 50,
      },
    );
    const worker = await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      return navigation ? navigation.responseStart - navigation.workerStart : Number.NaN;
    });
    return { readable: (await at.jsonValue()) ?? Number.NaN, worker };
  } finally {
    await context.close();
  }
}

/** How much slower pages and service workers run in a browser that slows pages down. */
async function factorsOf(folder: string, address: string): Promise<{ page: number; worker: number }> {
  const context = await launchWithProfile(folder);
  try {
    await context.setOffline(true);
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(address);
    const client = await slowDown(page);
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    return {
      page: await measuredSlowdown(page, client),
      worker: await measuredSlowdown(worker, client),
    };
  } finally {
    await context.close();
  }
}

/** Milliseconds from the tap on the icon's address to the readable start page, offline. */
export async function start(): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'jena-start-'));
  const { html, heading } = plainPage();
  const world = await startWorld();
  try {
    await visitOnce(folder, world.origin, html);
  } finally {
    // Nothing answers from here on.
    await world.stop();
  }
  try {
    const factors = await factorsOf(folder, world.origin);
    console.log(
      `slowdown measured: page ${factors.page.toFixed(1)}×, service worker ${factors.worker.toFixed(1)}×; ` +
        `both parts are counted at ${slowdown}×`,
    );
    const [app, plain]: [number[], number[]] = [[], []];
    const whole = ({ readable, worker }: Opened) =>
      atFullSlowdown(readable - worker, factors.page) + atFullSlowdown(worker, factors.worker);
    for (let run = 0; run < runs; run++) {
      app.push(whole(await openCold(folder, world.origin, heading)));
      plain.push(whole(await openCold(folder, `${world.origin}/en/plain`, heading)));
    }
    const list = (times: number[]) => times.map((time) => time.toFixed(0)).join(', ');
    console.log(`start page: ${list(app)} ms`);
    console.log(`plain page: ${list(plain)} ms (same words, same worker, no script, no style)`);
    console.log(`ratio to the plain page: ${(median(app) / median(plain)).toFixed(2)}`);
    return { coldStartOffline: atMost(median(app), 'ms', 1000) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
