import type { Locator } from '@playwright/test';
import config from '../playwright.config.ts';
import { Citizen } from '../support/citizen.ts';
import { phone } from '../support/devices.ts';
import { lenasAnswers } from '../support/lena.ts';
import { assertNothingSticksOut } from '../support/page-checks.ts';
import { expect, test } from '../support/test.ts';
import { watch } from '../support/watch.ts';

const usual = config.use?.launchOptions;
// As people set it in their browser: all text twice as large, on the narrowest phone.
test.use({
  launchOptions: { ...usual, args: [...(usual?.args ?? []), '--blink-settings=defaultFontSize=32'] },
});

test('with text of double size the whole journey fits the narrowest phone', async ({
  browser,
  shared,
  namesake,
}) => {
  test.slow();
  const context = await browser.newContext({ ...phone, viewport: { width: 320, height: 640 } });
  const watched = watch(context, shared.origin);
  const page = await context.newPage();
  const citizen = new Citizen(page, shared.origin, watched, namesake);
  for (const path of [
    '/',
    '/dienste/wohnsitz-anmelden',
    '/neu-in-jena/erster-monat',
    '/stellen/buergerservice',
  ])
    await fits(path);
  await citizen.logsIn('Lena Okonkwo');
  await citizen.opens('/dienste/wohnsitz-anmelden/antrag');
  await citizen.taps('Antrag beginnen');
  for (const step of lenasAnswers({ prefilled: true })) {
    await citizen.form.isOn(step.title);
    await step.answer(citizen);
    await assertNothingSticksOut(page, step.title);
    await citizen.form.goesOn();
  }
  await citizen.form.isOn('Prüfen und absenden');
  await assertNothingSticksOut(page, 'review');
  await citizen.taps('Antrag absenden', 'button');
  await citizen.getsReceipt();
  await assertNothingSticksOut(page, 'receipt');

  // Her messages are counted in the bar now.
  await fits('/konto');
  const bar = page.getByRole('navigation', { name: 'Hauptbereiche' });
  const inbox = bar.getByRole('link', { name: /Postfach/ });
  await expect(inbox).toContainText(/\d/);
  const areas = await bar.getByRole('link').all();
  for (const area of areas) expect(await labelSize(area)).toBeGreaterThanOrEqual(18);
  expect(await coveredBy(inbox.getByText(/^\d$/), areas)).toEqual([]);
  const { height } = (await bar.boundingBox()) ?? { height: 0 };
  expect(height).toBeLessThan(640 / 4);
  watched.assertQuiet();
  await context.close();

  async function fits(path: string): Promise<void> {
    await citizen.opens(path);
    await expect(citizen.heading()).toBeVisible();
    await assertNothingSticksOut(page, path);
  }
});

/** In pixels; the words of an area stand at its end. */
function labelSize(area: Locator): Promise<number> {
  return area.evaluate((link) => Number.parseFloat(getComputedStyle(link.lastElementChild ?? link).fontSize));
}

/** The words that a count lies upon. */
async function coveredBy(count: Locator, areas: readonly Locator[]): Promise<string[]> {
  const badge = await count.boundingBox();
  const covered: string[] = [];
  for (const area of areas) {
    const { box, words } = await area.evaluate((link) => {
      const label = link.lastElementChild ?? link;
      const { x, y, width, height } = label.getBoundingClientRect();
      return { box: { x, y, width, height }, words: label.textContent ?? '' };
    });
    const apart =
      !badge ||
      badge.x >= box.x + box.width ||
      box.x >= badge.x + badge.width ||
      badge.y >= box.y + box.height ||
      box.y >= badge.y + badge.height;
    if (!apart) covered.push(words);
  }
  return covered;
}
