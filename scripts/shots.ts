// `npm run shots`: pictures of every screen and of each step of the journeys, in the ignored folder shots/.
// `npm run shots -- dunkel` takes only those of one look.
import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { paintCameraFilm } from '../e2e/support/camera.ts';
import { Caseworker } from '../e2e/support/caseworker.ts';
import { Citizen } from '../e2e/support/citizen.ts';
import { desktop, phone } from '../e2e/support/devices.ts';
import { watch } from '../e2e/support/watch.ts';
import { startWorld, type World } from '../e2e/support/world.ts';
import { seed } from './seed.ts';
import { launch } from './support/chromium.ts';
import { applicationTour, personalTour, publicTour, staffTour } from './support/tours.ts';

const folder = resolve(import.meta.dirname, '../shots');
const tallest = 8_000;

type Look = {
  options: BrowserContextOptions;
  /** Runs in every page before its own scripts; the sandbox's pages are none of ours. */
  prepare?: (origin: string) => void;
  /** For Chromium itself. */
  args?: string[];
  tours: readonly ('public' | 'some' | 'application' | 'personal' | 'staff')[];
};

const small: BrowserContextOptions = { ...phone, viewport: { width: 320, height: 640 } };

/** Arabic comes later; the layout must be ready for it. */
function rightToLeft(origin: string): void {
  if (location.origin !== origin) return;
  document.addEventListener('DOMContentLoaded', () => {
    document.dir = 'rtl';
  });
}

const looks: Record<string, Look> = {
  hell: { options: phone, tours: ['public', 'application', 'personal'] },
  dunkel: { options: { ...phone, colorScheme: 'dark' }, tours: ['public', 'application', 'personal'] },
  // Text twice as large, as people set it in their browser; the layout keeps its width.
  gross: {
    options: small,
    args: ['--blink-settings=defaultFontSize=32'],
    tours: ['public', 'application', 'personal'],
  },
  rtl: { options: phone, prepare: rightToLeft, tours: ['some', 'application', 'personal'] },
  breit: { options: desktop, tours: ['some', 'application', 'personal', 'staff'] },
  'breit-dunkel': { options: { ...desktop, colorScheme: 'dark' }, tours: ['some', 'staff'] },
};

/** As people see it who come again; a first visit is drawn in the phone's own typeface. */
async function inOwnFont(): Promise<void> {
  const faces = ['400 1em "Fira Sans"', '600 1em "Fira Sans"'];
  await Promise.all(faces.map((face) => document.fonts.load(face)));
  document.documentElement.classList.add('own-font');
}

/** Numbers the pictures in the order of the tour; tall pages get a second one of the whole page. */
function camera(look: string) {
  let count = 0;
  return async (page: Page, name: string): Promise<void> => {
    count += 1;
    const file = resolve(folder, look, `${String(count).padStart(2, '0')}-${name}`);
    await page.evaluate(inOwnFont);
    await page.screenshot({ path: `${file}.png` });
    const { height, shown } = await page.evaluate(() => ({
      height: document.documentElement.scrollHeight,
      shown: innerHeight,
    }));
    if (height > shown * 1.15 && height < tallest) {
      // From the top: what sticks to the edges of the window stands where it belongs.
      await page.evaluate(() => scrollTo(0, 0));
      await page.screenshot({ path: `${file}-ganz.png`, fullPage: true });
    }
  };
}

async function photograph({ origin }: World, name: string): Promise<void> {
  const look = looks[name];
  if (look === undefined) throw new Error(`there is no look "${name}": ${Object.keys(looks).join(', ')}`);
  rmSync(resolve(folder, name), { recursive: true, force: true });
  mkdirSync(resolve(folder, name), { recursive: true });
  const picture = camera(name);
  const browser: Browser = await launch(look.args);
  const tours: Record<Look['tours'][number], (page: Page, who: Citizen) => Promise<unknown>> = {
    public: (_page, citizen) => publicTour(citizen, picture),
    some: (_page, citizen) =>
      publicTour(citizen, picture, ['start', 'dienste', 'dienst', 'antrag', 'erster-monat', 'anmelden']),
    application: (_page, citizen) => applicationTour(citizen, picture),
    personal: async (_page, citizen) => {
      await citizen.logsIn('Erika Mustermann');
      await personalTour(citizen, picture);
    },
    staff: (page) => staffTour(new Caseworker(page, origin, watch(page.context(), origin)), picture),
  };
  for (const tour of look.tours) {
    const context = await browser.newContext(look.options);
    if (look.prepare) await context.addInitScript(look.prepare, origin);
    const page = await context.newPage();
    try {
      await tours[tour](page, new Citizen(page, origin, watch(context, origin)));
    } catch (error) {
      // The other pictures are still worth having; this one shows where the tour got stuck.
      await picture(page, `${tour}-stecken-geblieben`).catch(() => undefined);
      console.error(`${name}, ${tour}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
      process.exitCode = 1;
    }
    await context.close();
  }
  await browser.close();
}

await paintCameraFilm();
const [only] = process.argv.slice(2);
for (const name of only === undefined ? Object.keys(looks) : [only]) {
  // A world for each look: what one tour did is not in the pictures of the next.
  const world = await startWorld();
  try {
    await seed(world);
    await photograph(world, name);
    console.log(`shots/${name}`);
  } finally {
    await world.stop();
  }
}
