import { expect, test } from '../support/test.ts';

test('Suharni comes for the first time: the card is read once more, and why is said; the second time a marker is enough', {
  tag: '@postgres',
}, async ({ ownPhone, ownProduct }) => {
  const citizen = await ownPhone.opens(ownProduct.origin);
  const { page } = citizen;
  const read = page.getByRole('group', { name: 'Diese Angaben werden gelesen' }).getByRole('listitem');

  await citizen.opens('/anmelden?zurueck=/postfach');
  await citizen.taps('Mit Online-Ausweis anmelden', 'button');
  await citizen.seesPage('Angaben prüfen');
  await expect(page.getByText('Anmeldung im Bürgerkonto der Stadt Jena')).toBeVisible();
  await expect(read).toHaveText(['Pseudonym']);
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await citizen.confirmsOnCard('Suharni');

  await citizen.seesPage('Konto anlegen');
  await expect(page.getByText('Danach genügt wieder das Kennzeichen.')).toBeVisible();
  await citizen.taps('Konto anlegen', 'button');
  await citizen.seesPage('Angaben prüfen');
  await expect(read.filter({ hasText: 'Familienname' })).toBeVisible();
  await citizen.confirmsOnCard('Suharni');
  await citizen.seesPage('Postfach');

  await citizen.opens('/konto');
  await expect(page.getByRole('region', { name: 'Das steht auf Ihrem Ausweis' })).toContainText('Suharni');
  await citizen.taps('Abmelden', 'button');
  await citizen.seesPage('Was möchten Sie erledigen?');

  await citizen.opens('/anmelden');
  await citizen.taps('Mit Online-Ausweis anmelden', 'button');
  await citizen.seesPage('Angaben prüfen');
  await expect(read).toHaveText(['Pseudonym']);
  await citizen.confirmsOnCard('Suharni');
  await citizen.seesPage('Konto');
});

test('someone who takes another card for the second step reads that nothing was kept, and starts again', async ({
  ownPhone,
  ownProduct,
}) => {
  const citizen = await ownPhone.opens(ownProduct.origin);
  const { page } = citizen;
  await citizen.opens('/anmelden');
  await citizen.taps('Mit Online-Ausweis anmelden', 'button');
  await citizen.confirmsOnCard('Mia Sommer');
  await citizen.seesPage('Konto anlegen');
  await citizen.taps('Konto anlegen', 'button');
  await citizen.confirmsOnCard('Jannis Adler');
  await citizen.seesPage('Anmelden');
  await expect(page.getByText('Das war ein anderer Ausweis.')).toBeVisible();
  await citizen.holdsCardToPhone('Mia Sommer');
  await citizen.seesPage('Konto');
});

test('who opens the page of the second step by a link reads where to begin', async ({ citizen }) => {
  citizen.watched.expectErrors(/status of 409/);
  await citizen.opens('/anmelden/neu');
  await citizen.taps('Konto anlegen', 'button');
  await expect(citizen.page.getByText('Bitte beginnen Sie noch einmal.')).toBeVisible();
  await citizen.taps('Zur Anmeldung');
  await citizen.seesPage('Anmelden');
});

test('Henrik reads his card again, and sees what it says now', async ({ citizen }) => {
  const { page } = citizen;
  await citizen.logsIn('Dr. Henrik Vollrath');
  await citizen.taps('Daten von der Karte neu lesen');
  await citizen.seesPage('Ausweis neu lesen');
  await citizen.taps('Ausweis jetzt lesen', 'button');
  await citizen.confirmsOnCard('Dr. Henrik Vollrath');
  await citizen.seesPage('Ausweis neu lesen');
  await expect(page.getByText('Ihre Angaben sind jetzt auf dem Stand Ihres Ausweises.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Das steht auf Ihrem Ausweis' })).toContainText('Vollrath');

  await citizen.taps('Ausweis jetzt lesen', 'button');
  await citizen.seesPage('Angaben prüfen');
  await citizen.taps('Abbrechen', 'button');
  await expect(page.getByText('Es wurde nichts übertragen.')).toBeVisible();
});
