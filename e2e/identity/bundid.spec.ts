import { logsInAtBundId, provesAtBundId } from '../support/at-bundid.ts';
import { assertReadable } from '../support/page-checks.ts';
import { expect, test } from '../support/test.ts';
import { leavesFor } from '../support/way-out.ts';

test('Henrik comes by BundID for the first time, begins an account with it, and comes back', async ({
  ownPhone,
  ownProduct,
}) => {
  const citizen = await ownPhone.opens(ownProduct.origin);
  const { page } = citizen;
  const henrik = { person: 'Dr. Henrik Vollrath', way: 'Benutzername und Passwort' } as const;
  await citizen.opens('/anmelden?zurueck=/konto/anmeldung');
  await citizen.taps('Mit BundID anmelden', 'button');
  await leavesFor(page, 'Weiter zur BundID');
  await expect(page.getByRole('listitem')).toHaveText(['Pseudonym für diesen Dienst', 'Vertrauensniveau']);
  await provesAtBundId(page, henrik);

  await citizen.seesPage('Ihre BundID ist hier neu');
  await citizen.taps('Konto mit BundID anlegen', 'button');
  await leavesFor(page, 'Weiter zur BundID');
  await expect(page.getByRole('listitem').filter({ hasText: 'Geburtsdatum' })).toBeVisible();
  await provesAtBundId(page, henrik);
  await citizen.seesPage('Anmeldung und Geräte');
  await expect(page.getByText(/Ihr Konto begann damit/)).toBeVisible();
  await expect(page.getByText(/Angemeldet .*, mit BundID/)).toBeVisible();

  await citizen.opens('/konto');
  await expect(page.getByRole('region', { name: 'Das steht in Ihrer BundID' })).toContainText('Vollrath');
  await expect(page.getByText('Kein Ausweis hat sie bestätigt.')).toBeVisible();
  await citizen.taps('Abmelden', 'button');
  await citizen.seesPage('Was möchten Sie erledigen?');
  await citizen.opens('/anmelden');
  await citizen.taps('Mit BundID anmelden', 'button');
  await logsInAtBundId(page, henrik);
  await citizen.seesPage('Konto');

  // For what needs more, BundID is asked for more.
  await citizen.opens('/anmelden?zurueck=/postfach');
  await citizen.taps('Bei der BundID mit Ausweis bestätigen', 'button');
  await leavesFor(page, 'Weiter zur BundID');
  await expect(page.getByRole('radio', { name: 'Online-Ausweis' })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Benutzername und Passwort' })).toHaveCount(0);
  await provesAtBundId(page, { person: henrik.person });
  await citizen.seesPage('Postfach');
});

test('Lena has an account by card: her BundID leads there only after she linked both, and no password opens it', async ({
  newDevice,
  ownProduct,
}) => {
  const phone = await newDevice('phone', ownProduct.origin);
  const { page } = phone;
  await phone.logsIn('Lena Okonkwo');
  await phone.taps('Abmelden', 'button');
  await phone.seesPage('Was möchten Sie erledigen?');

  await phone.opens('/anmelden');
  await phone.taps('Mit BundID anmelden', 'button');
  await logsInAtBundId(page);
  await phone.seesPage('Ihre BundID ist hier neu');
  await phone.taps('Mit Ausweis anmelden und verknüpfen');
  await phone.holdsCardToPhone('Lena Okonkwo');
  await phone.seesPage('BundID verknüpfen');
  await phone.taps('BundID jetzt verknüpfen', 'button');
  await logsInAtBundId(page);
  await phone.seesPage('Ihre BundID ist verknüpft');
  await phone.taps('Weiter');
  await phone.seesPage('Konto');

  const computer = await newDevice('computer', ownProduct.origin);
  await computer.opens('/anmelden?zurueck=/konto/anmeldung');
  await computer.taps('Mit BundID anmelden', 'button');
  await logsInAtBundId(computer.page, { way: 'Benutzername und Passwort' });
  await computer.seesPage('Anmelden');
  await expect(computer.page.getByText('Benutzername und Passwort reichen hier nicht.')).toBeVisible();
  await computer.taps('Mit BundID anmelden', 'button');
  await logsInAtBundId(computer.page, { way: 'ELSTER-Zertifikat' });
  await computer.seesPage('Anmeldung und Geräte');
  await expect(computer.page.getByText(/Verknüpft seit/)).toBeVisible();

  await phone.opens('/konto/anmeldung');
  await phone.taps('Trennen', 'button');
  await page.getByRole('dialog').getByRole('button', { name: 'Trennen' }).click();
  await expect(page.getByRole('link', { name: 'BundID verknüpfen' })).toBeVisible();
  computer.watched.expectErrors(/status of 401/);
  await computer.opens('/konto/anmeldung');
  await expect(computer.page.getByText('Sie sind nicht angemeldet')).toBeVisible();
});

test('someone turns back at BundID and reads that nothing was transmitted', async ({ citizen }) => {
  await citizen.opens('/anmelden');
  await citizen.taps('Mit BundID anmelden', 'button');
  // On our page that says where it goes on, and at BundID itself.
  await citizen.seesPage('Sie verlassen jetzt unsere Seite');
  await assertReadable(citizen.page, 'the way out');
  await citizen.taps('Abbrechen');
  await citizen.seesPage('Anmelden');
  await expect(citizen.page.getByText('Es wurde nichts übertragen.')).toBeVisible();
  await citizen.taps('Mit BundID anmelden', 'button');
  await leavesFor(citizen.page, 'Weiter zur BundID');
  await expect(citizen.page.getByText('Test-BundID')).toBeVisible();
  await citizen.taps('Abbrechen', 'button');
  await citizen.seesPage('Anmelden');
  await expect(citizen.page.getByText('Es wurde nichts übertragen.')).toBeVisible();
});
