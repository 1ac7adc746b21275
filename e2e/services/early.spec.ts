import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';

/** A network on which the words are there and the scripts are not yet; gives what lets them come. */
async function scriptsLinger(page: Page): Promise<() => void> {
  let letThem = () => {};
  const allowed = new Promise<void>((resolve) => {
    letThem = resolve;
  });
  await page.route(/\/assets\/.*\.js$/, async (route) => {
    await allowed;
    await route.continue();
  });
  return letThem;
}

test('someone searches before the scripts are there, and is answered once they are', async ({ citizen }) => {
  const letScriptsCome = await scriptsLinger(citizen.page);
  await citizen.page.goto('/');
  await citizen.searchesFor('Personalauswies');
  letScriptsCome();
  await expect(
    citizen
      .searchHits()
      .filter({ hasText: /^Personalausweis/ })
      .first(),
  ).toBeVisible();
});

test('a task that was ticked off before the scripts are there stays done', async ({ citizen }) => {
  const letScriptsCome = await scriptsLinger(citizen.page);
  await citizen.page.goto('/neu-in-jena/erster-monat');
  const box = citizen.page.getByRole('checkbox', { name: /^Wohnung suchen/ });
  await box.check();
  letScriptsCome();
  await expect(citizen.page.getByText('1 von 17 erledigt')).toBeVisible();
  await citizen.opens('/neu-in-jena/erster-monat');
  await expect(box).toBeChecked();
});
