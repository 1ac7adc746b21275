import { expect, test } from '../support/test.ts';

test('a colleague without a role gets no further than a clear sentence', async ({ caseworker }) => {
  const { page } = caseworker;
  await caseworker.logsIn('Petra Sonntag');
  await expect(
    page.getByText('Ihr Dienstkonto ist für diesen Arbeitsplatz nicht freigeschaltet.'),
  ).toBeVisible();
});

test('someone who cancels at the door of the administration can try again', async ({ caseworker }) => {
  const { page } = caseworker;
  await caseworker.opens('/amt');
  await page.getByRole('link', { name: 'Mit Dienstkonto anmelden' }).click();
  await page
    .getByRole('button', { name: 'Abbrechen' })
    .or(page.getByRole('link', { name: 'Abbrechen' }))
    .click();
  await expect(page.getByText('Die Anmeldung hat nicht geklappt')).toBeVisible();
  await caseworker.logsIn();
  await expect(page.getByRole('navigation', { name: 'Arbeitskörbe' })).toBeVisible();
});

test('a citizen’s login opens no door of the administration', async ({ citizen }) => {
  await citizen.logsIn('Lena Okonkwo');
  await citizen.opens('/amt');
  await citizen.seesPage('Arbeitsplatz der Verwaltung');
});

test('what stands under an address of the administration needs its login', async ({ caseworker }) => {
  await caseworker.opens('/amt/neu');
  await expect(caseworker.page.getByRole('heading', { level: 1 })).toHaveText('Arbeitsplatz der Verwaltung');
});
