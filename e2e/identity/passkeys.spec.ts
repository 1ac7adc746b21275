import { givePasskeys } from '../support/authenticator.ts';
import { endSessions, letSessionsRest } from '../support/database.ts';
import { expect, test } from '../support/test.ts';

const passkeys = 'Anmelden ohne Karte';

test.beforeEach(({ ownProduct }) => endSessions(ownProduct));

test('Lena sets up a passkey, logs in with it, loses her phone and shuts it out from her computer', {
  tag: '@postgres',
}, async ({ newDevice, ownProduct }) => {
  const phone = await newDevice('phone', ownProduct.origin);
  await givePasskeys(phone.page);
  await phone.logsIn('Lena Okonkwo');

  // The offer after the login with the card.
  await expect(phone.page.getByRole('heading', { name: 'Nächstes Mal ohne Karte' })).toBeVisible();
  await phone.taps('Passkey einrichten');
  await phone.page.getByLabel('Wie soll der Passkey heißen?').fill('Lenas Telefon');
  await phone.taps('Weiter', 'button');
  const own = phone.page.getByRole('list', { name: passkeys });
  await expect(own.getByRole('listitem')).toContainText('Lenas Telefon');
  await expect(own.getByRole('listitem')).toContainText('Noch nicht benutzt');

  // She is told.
  await phone.opens('/postfach');
  await phone.page.getByRole('link', { name: /Ein Passkey für Ihr Konto wurde eingerichtet/ }).click();
  await phone.seesPage('Anmeldung und Geräte');

  await phone.opens('/konto');
  await expect(phone.page.getByText('Nächstes Mal ohne Karte')).toHaveCount(0);
  await phone.taps('Abmelden', 'button');
  await phone.seesPage('Was möchten Sie erledigen?');
  await phone.opens('/anmelden');
  await phone.taps('Mit Passkey anmelden', 'button');
  await phone.seesPage('Konto');
  await expect(phone.page.getByText('OKONKWO').or(phone.page.getByText('Okonkwo')).first()).toBeVisible();

  // The phone is lost; the card lets her in at the computer.
  const computer = await newDevice('computer', ownProduct.origin);
  await computer.logsIn('Lena Okonkwo');
  await computer.opens('/konto/anmeldung');
  const devices = computer.page.getByRole('list', { name: 'Hier sind Sie angemeldet' });
  await expect(devices.getByRole('listitem')).toHaveCount(2);
  await expect(devices).toContainText('mit Passkey');
  await computer.taps(/^Entfernen/, 'button');
  await computer.page
    .getByRole('dialog')
    .getByRole('button', { name: /^Entfernen/ })
    .click();
  await expect(computer.page.getByRole('list', { name: passkeys })).toHaveCount(0);
  await expect(devices.getByRole('listitem')).toHaveCount(1);

  // A device learns that it was logged out from the server's refusal.
  phone.watched.expectErrors(/status of 401/);
  await phone.opens('/konto');
  await expect(phone.page.getByText('wurde von einem anderen Gerät aus beendet')).toBeVisible();
  await phone.opens('/anmelden');
  phone.watched.expectErrors(/status of 403/);
  await phone.taps('Mit Passkey anmelden', 'button');
  await expect(phone.page.getByText('Diesen Passkey kennen wir nicht mehr.')).toBeVisible();
  await phone.opens('/konto');
  await expect(phone.page.getByText('Sie sind nicht angemeldet')).toBeVisible();
});

test('Erika was away too long: the card is asked for once more, and she goes on where she was', async ({
  newDevice,
  ownProduct,
}) => {
  const phone = await newDevice('phone', ownProduct.origin);
  await givePasskeys(phone.page);
  await phone.logsIn('Erika Mustermann');
  await phone.opens('/konto/anmeldung');
  await phone.taps('Passkey einrichten', 'button');
  await phone.page.getByLabel('Wie soll der Passkey heißen?').fill('Mein altes Telefon');
  await letSessionsRest(ownProduct, 6);
  phone.watched.expectErrors(/status of 403/);
  await phone.taps('Weiter', 'button');
  await expect(phone.page.getByText('Bitte bestätigen Sie mit dem Ausweis')).toBeVisible();
  await phone.taps('Mit Online-Ausweis bestätigen', 'button');
  await phone.confirmsOnCard('Erika Mustermann');
  await expect(phone.page.getByLabel('Wie soll der Passkey heißen?')).toHaveValue('Mein altes Telefon');
  await phone.taps('Weiter', 'button');
  await expect(phone.page.getByRole('list', { name: passkeys })).toContainText('Mein altes Telefon');
});
