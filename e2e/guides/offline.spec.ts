import type { Citizen } from '../support/citizen.ts';
import { expect, test } from '../support/test.ts';

async function readsGuideAndService(citizen: Citizen): Promise<void> {
  const { page } = citizen;
  await citizen.opens('/neu-in-jena/erster-monat');
  await citizen.seesPage('Der erste Monat: Ihre Checkliste');
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  await citizen.opens('/dienste/wohnsitz-anmelden');
  await citizen.seesPage('Wohnung in Jena anmelden');
  await expect(page.getByRole('heading', { name: 'Das brauchen Sie' })).toBeVisible();
  await expect(page.getByText(/geöffnet|geschlossen/i).first()).toBeVisible();
  await page.reload();
  await citizen.seesPage('Wohnung in Jena anmelden');
}

test('someone reads guide and service in a cellar without a network, after a reload too', async ({
  citizen,
}) => {
  await citizen.hasAppOnPhone();
  await citizen.losesNetwork();
  await readsGuideAndService(citizen);
  await citizen.opens('/stellen/buergerservice');
  await citizen.seesPage('Bürgerservice');
  await expect(citizen.page.getByRole('heading', { name: 'Öffnungszeiten' })).toBeVisible();
  await citizen.opens('/');
  await citizen.searchesFor('perso weg');
  await expect(citizen.searchHits().filter({ hasText: /^Ausweis oder Pass verloren/ })).toBeVisible();
});

test('someone reads on while the city’s server is down', async ({ ownPhone, ownProduct }) => {
  const citizen = await ownPhone.opens(ownProduct.origin);
  await citizen.hasAppOnPhone();
  await ownProduct.kill();
  try {
    await readsGuideAndService(citizen);
  } finally {
    await ownProduct.start();
  }
});

test('a tick on the checklist is still there after the app was closed', async ({ ownPhone }) => {
  let citizen = await ownPhone.opens();
  await citizen.opens('/neu-in-jena/erster-monat');
  await citizen.page.getByRole('checkbox').first().check();
  await expect(citizen.page.getByText(/^1 von \d+ erledigt$/)).toBeVisible();
  citizen = await ownPhone.opens();
  await citizen.opens('/neu-in-jena/erster-monat');
  await expect(citizen.page.getByRole('checkbox').first()).toBeChecked();
  await expect(citizen.page.getByText(/^1 von \d+ erledigt$/)).toBeVisible();
});
