// `node scripts/readme-pictures.ts`: pictures of the real app for the README (docs/pictures) and the installation (public/screenshots).
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import sharp from 'sharp';
import { paintCameraFilm } from '../e2e/support/camera.ts';
import { Caseworker } from '../e2e/support/caseworker.ts';
import { Citizen } from '../e2e/support/citizen.ts';
import { desktop, phone } from '../e2e/support/devices.ts';
import { watch } from '../e2e/support/watch.ts';
import { startWorld, type World } from '../e2e/support/world.ts';
import { seed } from './seed.ts';
import { launch } from './support/chromium.ts';
import { applicationTour, personalTour, publicTour, staffTour } from './support/tours.ts';

const root = resolve(import.meta.dirname, '..');
const pictures = resolve(root, 'docs/pictures');
const screenshots = resolve(root, 'apps/web/public/screenshots');
const heaviest = 80_000;

/** Fewer and fewer colours until the picture is light enough. */
async function write(file: string, picture: Buffer): Promise<void> {
  for (const colours of [128, 64, 32, 16]) {
    const small = await sharp(picture).png({ palette: true, colours, effort: 10, dither: 0 }).toBuffer();
    if (small.length > heaviest && colours > 16) continue;
    await sharp(small).toFile(file);
    console.log(`${file.slice(root.length + 1)} ${small.length} bytes`);
    return;
  }
}

/** Takes those pictures of a tour that are wanted, under the names that they get. */
function chosen(wanted: Record<string, string>) {
  return async (page: Page, name: string): Promise<void> => {
    const file = wanted[name];
    if (file !== undefined) await write(resolve(pictures, `${file}.png`), await page.screenshot());
  };
}

type Visit = { citizen: Citizen; page: Page };

async function visiting(
  browser: Browser,
  { origin }: World,
  options: BrowserContextOptions,
  visit: (visit: Visit) => Promise<unknown>,
): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const citizen = new Citizen(page, origin, watch(context, origin));
  await citizen.hasAppOnPhone();
  await visit({ citizen, page });
  await context.close();
}

async function screenshot({ citizen, page }: Visit, path: string, file: string): Promise<void> {
  await citizen.opens(path);
  await page.waitForLoadState('networkidle');
  await write(resolve(screenshots, file), await page.screenshot());
}

for (const folder of [pictures, screenshots]) mkdirSync(folder, { recursive: true });
await paintCameraFilm();
const world = await startWorld();
const browser = await launch();
try {
  await seed(world);
  const dark: BrowserContextOptions = { ...phone, colorScheme: 'dark' };
  const sharpPhone: BrowserContextOptions = { ...phone, deviceScaleFactor: 2 };
  const wide: BrowserContextOptions = { ...desktop, viewport: { width: 1280, height: 800 } };
  await visiting(browser, world, sharpPhone, async (visit) => {
    await screenshot(visit, '/', 'start.png');
    await screenshot(visit, '/dienste/wohnsitz-anmelden', 'dienst.png');
  });
  await visiting(browser, world, wide, (visit) => screenshot(visit, '/', 'weit.png'));
  await visiting(browser, world, phone, ({ citizen }) =>
    publicTour(
      citizen,
      chosen({ start: 'start', dienst: 'dienst', 'erster-monat': 'erster-monat', suche: 'suche' }),
      ['start', 'dienst', 'erster-monat'],
    ),
  );
  await visiting(browser, world, dark, ({ citizen }) =>
    publicTour(citizen, chosen({ start: 'start-dunkel' }), ['start']),
  );
  const application = {
    'schritt-01': 'antrag',
    'kamera-ecken': 'kamera',
    pruefen: 'pruefen',
    'vorgang-eingegangen': 'vorgang',
  };
  await visiting(browser, world, phone, ({ citizen }) => applicationTour(citizen, chosen(application)));
  await visiting(browser, world, phone, async ({ citizen }) => {
    await citizen.logsIn('Erika Mustermann');
    await personalTour(
      citizen,
      chosen({ vorgang: 'nachforderung', 'postfach-angemeldet': 'postfach', offline: 'offline' }),
    );
  });
  await visiting(browser, world, desktop, ({ page }) =>
    staffTour(
      new Caseworker(page, world.origin, watch(page.context(), world.origin)),
      chosen({ 'amt-vorgang': 'amt' }),
    ),
  );
} finally {
  await browser.close();
  await world.stop();
}
