import { expect, test } from '../support/test.ts';

test('someone opens the portal and sees at once what most people need', async ({ citizen }) => {
  await citizen.opens('/');
  await citizen.seesPage('Was möchten Sie erledigen?');
  const wanted = citizen.page.getByRole('region', { name: 'Was jetzt viele brauchen' });
  await expect(wanted.getByRole('link', { name: /Wohnung in Jena anmelden/ })).toBeVisible();
  await expect(citizen.page.getByRole('region', { name: 'Nach Lebenslage' })).toBeVisible();
  await expect(citizen.page).toHaveTitle(/Jena/);
});

test('someone changes over to English and stays on the same page', async ({ citizen }) => {
  const { page } = citizen;
  await citizen.opens('/dienste/wohnsitz-anmelden');
  await page.getByRole('banner').getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/en\/dienste\/wohnsitz-anmelden$/);
  await expect(page.locator(':root')).toHaveAttribute('lang', 'en');
  await citizen.seesPage(/register/i);
});

test('someone finds all languages, ready and coming, on one page', async ({ citizen }) => {
  await citizen.opens('/sprache');
  await citizen.seesPage('Sprache wählen');
  await citizen.page.getByRole('main').getByRole('link', { name: 'English' }).click();
  await expect(citizen.page).toHaveURL(/\/en$/);
});

test('a reader without JavaScript sees a service with its papers and its fees', async ({
  browser,
  shared,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${shared.origin}/dienste/wohnsitz-anmelden`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wohnung in Jena anmelden');
  await expect(page.getByRole('heading', { name: 'Das brauchen Sie' })).toBeVisible();
  await context.close();
});
