import type { CDPSession, Page, Worker } from '@playwright/test';

/** How much slower than this machine a person's phone is taken to be. */
export const slowdown = 4;

/** Slows the page's main thread down, as the browser's developer tools do. */
export async function slowDown(page: Page): Promise<CDPSession> {
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return client;
}

/** Milliseconds that a fixed calculation takes where it runs. */
function calculation(): number {
  const began = performance.now();
  let sum = 0;
  for (let step = 0; step < 20_000_000; step++) sum += step % 7;
  return sum > 0 ? performance.now() - began : 0;
}

/**
 * How many times slower code really runs in a page or a worker while the page is slowed down: the same calculation
 * with and without. The browser slows main threads down, and workers not or only a little.
 */
export async function measuredSlowdown(place: Page | Worker, client: CDPSession): Promise<number> {
  const time = async (rate: number) => {
    await client.send('Emulation.setCPUThrottlingRate', { rate });
    const runs: number[] = [];
    for (let run = 0; run < 5; run++) runs.push(await (place as Page).evaluate(calculation));
    return Math.min(...runs);
  };
  const [slow, quick] = [await time(slowdown), await time(1)];
  await client.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return slow / quick;
}

/** What a time would be at the full slowdown, when less was measured. */
export const atFullSlowdown = (milliseconds: number, measured: number) =>
  milliseconds * Math.max(1, slowdown / measured);
