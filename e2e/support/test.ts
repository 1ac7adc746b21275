import { test as base, type BrowserContext, type LaunchOptions } from '@playwright/test';
import { Caseworker } from './caseworker.ts';
import { Citizen } from './citizen.ts';
import { desktop, type Handset, handset, phone } from './devices.ts';
import { type Watch, watch } from './watch.ts';
import { type Product, startProduct, type World, world } from './world.ts';

type Fixtures = {
  /** Fails the journey when a page complains. */
  watched: Watch;
  /** A person with a phone, on the shared world. */
  citizen: Citizen;
  /** Jonas Brandt at his desk in the Bürgerservice. */
  caseworker: Caseworker;
  /** A phone whose app can be closed and opened again. */
  ownPhone: Handset & { watch: (context: BrowserContext) => Watch };
};
type WorkerFixtures = {
  shared: World;
  /** A product of this worker alone, to be stopped, killed and started. */
  ownProduct: Product;
};

/** `test` of all journeys. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  shared: [async ({}, use) => use(world()), { scope: 'worker' }],

  ownProduct: [
    async ({ shared }, use) => {
      const product = await startProduct({ sandbox: shared.sandbox });
      await use(product);
      await product.stop();
    },
    { scope: 'worker' },
  ],

  citizen: async ({ browser, shared }, use) => {
    const context = await browser.newContext({ ...phone, baseURL: shared.origin });
    const watched = watch(context);
    await use(new Citizen(await context.newPage(), shared.origin, watched));
    watched.assertQuiet();
    await context.close();
  },

  caseworker: async ({ browser, shared }, use) => {
    const context = await browser.newContext({ ...desktop, baseURL: shared.origin });
    const watched = watch(context);
    await use(new Caseworker(await context.newPage(), shared.origin, watched));
    watched.assertQuiet();
    await context.close();
  },

  ownPhone: async ({ launchOptions }, use) => {
    const device = handset(launchOptions as LaunchOptions);
    const watches: Watch[] = [];
    await use({
      ...device,
      watch: (context) => {
        const watched = watch(context);
        watches.push(watched);
        return watched;
      },
    });
    for (const watched of watches) watched.assertQuiet();
    await device.discard();
  },
});

export { expect } from '@playwright/test';
