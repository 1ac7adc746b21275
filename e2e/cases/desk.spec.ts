import { fillsForm, lenasAnswers } from '../support/lena.ts';
import { expect, test } from '../support/test.ts';

test('a new application reaches the open work queue by itself, and the keyboard alone leads through it', async ({
  citizen,
  caseworker,
}) => {
  test.slow();
  const { page } = caseworker;
  await caseworker.logsIn();
  await caseworker.opensQueue('Neu');
  await expect(page.getByText('Zahlen kommen von selbst')).toBeVisible();
  const count = page.getByRole('navigation', { name: 'Arbeitskörbe' }).getByRole('link', { name: /^Neu/ });
  const before = await count.textContent();

  await citizen.logsIn('Erika Mustermann');
  await citizen.opens('/dienste/wohnsitz-anmelden/antrag');
  await citizen.taps('Antrag beginnen');
  await fillsForm(citizen, lenasAnswers({ prefilled: true }));
  await citizen.taps('Antrag absenden', 'button');
  const reference = await citizen.getsReceipt();

  await expect(count).not.toHaveText(before ?? '');
  const row = page.getByRole('link', { name: new RegExp(reference) });
  await expect(row).toBeVisible();

  await test.step('Jonas opens it and takes it, without the mouse', async () => {
    await row.focus();
    await page.keyboard.press('Enter');
    await expect(caseworker.case()).toContainText(reference);
    // The German keyboard's own letter: no key that Playwright knows by name.
    await page.evaluate(() =>
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ü', bubbles: true })),
    );
    await expect(page.getByText('Sie bearbeiten diesen Vorgang.')).toBeVisible();
  });
});
