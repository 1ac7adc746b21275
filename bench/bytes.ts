// What a page makes a phone download, in a real Chromium, until nothing happens any more.
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Request } from '@playwright/test';
import { phone } from '../e2e/support/devices.ts';
import { startWorld } from '../e2e/support/world.ts';
import { launch } from '../scripts/support/chromium.ts';
import { atMost, type Figures } from './figures.ts';

const pages = {
  start: '/',
  guide: '/neu-in-jena/erster-monat',
  service: '/dienste/wohnsitz-anmelden',
  form: '/dienste/wohnsitz-anmelden/antrag',
};

const kinds = { js: 'Script', css: 'Stylesheet', html: 'Document', fonts: 'Font', data: 'Fetch' } as const;
type Kind = keyof typeof kinds | 'other';
const aims: Partial<Record<Kind, number>> = { js: 90_000, css: 15_000, html: 14_000 };

type Weights = Record<Kind, number>;
const nothing = (): Weights => ({ js: 0, css: 0, html: 0, fonts: 0, data: 0, other: 0 });

/** Bytes on the wire by kind, headers included; those of the service worker apart, with a count of its requests. */
async function weigh(browser: Browser, address: string) {
  const context = await browser.newContext({ ...phone, deviceScaleFactor: 3 });
  const page = await context.newPage();
  const weights = nothing();
  const worker = { requests: 0, bytes: 0 };
  const kindOf = new Map<string, Kind>();
  let lastAt = performance.now();

  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  client.on('Network.responseReceived', ({ requestId, type }) => {
    const found = Object.entries(kinds).find(([, name]) => name === type);
    kindOf.set(requestId, (found?.[0] as Kind | undefined) ?? 'other');
  });
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    weights[kindOf.get(requestId) ?? 'other'] += encodedDataLength;
    lastAt = performance.now();
  });
  context.on('requestfinished', async (request: Request) => {
    if (request.serviceWorker() === null) return;
    lastAt = performance.now();
    const sizes = await request.sizes().catch(() => undefined);
    worker.requests += 1;
    worker.bytes += (sizes?.responseBodySize ?? 0) + (sizes?.responseHeadersSize ?? 0);
  });

  await page.goto(address);
  // The page brings its first styles along; they are weighed as styles.
  const styles = await page.evaluate(() => document.querySelector('head > style')?.textContent ?? '');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  while (performance.now() - lastAt < 1_500) await new Promise((wait) => setTimeout(wait, 100));
  await context.close();
  const inline = brotliCompressSync(styles).length;
  weights.html -= inline;
  weights.css += inline;
  return { page: weights, worker };
}

/** Start, guide, service and form page, each in a browser that was never here before. */
export async function bytes(): Promise<Figures> {
  process.env['PW_EXPERIMENTAL_SERVICE_WORKER_NETWORK_EVENTS'] = '1';
  const world = await startWorld();
  const browser = await launch();
  const figures: Figures = {};
  try {
    for (const [name, path] of Object.entries(pages)) {
      const { page, worker } = await weigh(browser, world.origin + path);
      const line = Object.entries(page).map(([kind, weight]) => `${kind} ${weight}`);
      console.log(`${name.padEnd(8)} ${line.join(', ')}; worker: ${worker.requests} files, ${worker.bytes}`);
      for (const [kind, aim] of Object.entries(aims))
        figures[`${name}.${kind}`] = atMost(page[kind as Kind], 'B', aim);
    }
    return figures;
  } finally {
    await browser.close();
    await world.stop();
  }
}
