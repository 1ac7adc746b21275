import { type BrowserContext, test as base, type LaunchOptions } from '@playwright/test';
import { Caseworker } from './caseworker.ts';
import { Citizen } from './citizen.ts';
import { desktop, type Handset, handset, phone } from './devices.ts';
import { type Watch, watch } from './watch.ts';
import { type Product, startProduct, type World, world } from './world.ts';

type OwnPhone = Handset & { opens: (origin?: string) => Promise<Citizen> };

type Fixtures = {
  /** Whose namesakes the people of this journey are: nobody else's journey meets them. */
  namesake: string;
  /** A person with a phone, on the shared world. */
  citizen: Citizen;
  /** Jonas Brandt at his desk in the Bürgerservice. */
  caseworker: Caseworker;
  /** A phone whose app can be closed and opened again; `opens` gives its owner. */
  ownPhone: OwnPhone;
  /** Further devices of the same person, each with a browser of its own. */
  newDevice: (kind: 'phone' | 'computer', origin: string) => Promise<Citizen>;
  /** A desk in the office of a product of one's own. */
  newDesk: (origin: string) => Promise<Caseworker>;
};
type WorkerFixtures = {
  shared: World;
  /** A product of this worker alone, to be stopped, killed and started. */
  ownProduct: Product;
};

/** `test` of all journeys. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: the form in which Playwright reads what a fixture needs
  shared: [async ({}, use) => use(world()), { scope: 'worker' }],

  ownProduct: [
    async ({ shared }, use) => {
      const product = await startProduct(shared);
      await use(product);
      await product.stop();
    },
    { scope: 'worker' },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: the form in which Playwright reads what a fixture needs
  namesake: async ({}, use) => use(newNamesake()),

  citizen: async ({ browser, shared, namesake }, use) => {
    const context = await browser.newContext({ ...phone, baseURL: shared.origin });
    const watched = watch(context, shared.origin);
    await use(new Citizen(await context.newPage(), shared.origin, watched, namesake));
    watched.assertQuiet();
    await context.close();
  },

  newDevice: async ({ browser, namesake }, use) => {
    const opened: { watched: Watch; context: BrowserContext }[] = [];
    await use(async (kind, origin) => {
      const context = await browser.newContext({ ...(kind === 'phone' ? phone : desktop), baseURL: origin });
      const watched = watch(context, origin);
      opened.push({ watched, context });
      return new Citizen(await context.newPage(), origin, watched, namesake);
    });
    for (const { watched, context } of opened) {
      watched.assertQuiet();
      await context.close();
    }
  },

  newDesk: async ({ browser }, use) => {
    const opened: { watched: Watch; context: BrowserContext }[] = [];
    await use(async (origin) => {
      const context = await browser.newContext({ ...desktop, baseURL: origin });
      const watched = watch(context, origin);
      opened.push({ watched, context });
      return new Caseworker(await context.newPage(), origin, watched);
    });
    for (const { watched, context } of opened) {
      watched.assertQuiet();
      await context.close();
    }
  },

  caseworker: async ({ browser, shared }, use) => {
    const context = await browser.newContext({ ...desktop, baseURL: shared.origin });
    const watched = watch(context, shared.origin);
    await use(new Caseworker(await context.newPage(), shared.origin, watched));
    watched.assertQuiet();
    await context.close();
  },

  ownPhone: async ({ launchOptions, shared, namesake }, use) => {
    const device = handset(launchOptions as LaunchOptions);
    const watches: Watch[] = [];
    await use({
      ...device,
      async opens(origin = shared.origin) {
        const context = await device.open();
        const watched = watch(context, origin);
        watches.push(watched);
        const page = context.pages()[0] ?? (await context.newPage());
        return new Citizen(page, origin, watched, namesake);
      },
    });
    await device.discard();
    for (const watched of watches) watched.assertQuiet();
  },
});

/** Eight small letters. */
function newNamesake(): string {
  return String.fromCharCode(
    ...[...crypto.getRandomValues(new Uint8Array(8))].map((byte) => 97 + (byte % 26)),
  );
}

export { expect } from '@playwright/test';
