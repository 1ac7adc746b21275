import { endSessions } from '../support/database.ts';
import { expect, test } from '../support/test.ts';

test.beforeEach(({ ownProduct }) => endSessions(ownProduct));

test('Lena sees where she is logged in, and logs a device out that then shows nothing of hers', async ({
  newDevice,
  ownProduct,
}) => {
  const phone = await newDevice('phone', ownProduct.origin);
  const computer = await newDevice('computer', ownProduct.origin);
  await phone.logsIn('Lena Okonkwo');
  await computer.logsIn('Lena Okonkwo');
  await computer.taps('Anmeldung und Geräte');
  const devices = computer.page.getByRole('list', { name: 'Hier sind Sie angemeldet' });
  await expect(devices.getByRole('listitem')).toHaveCount(2);
  await expect(devices.getByRole('listitem').first()).toContainText('Dieses Gerät');
  await devices.getByRole('button', { name: /^Abmelden/ }).click();
  await expect(devices.getByRole('listitem')).toHaveCount(1);

  // A device learns that it was logged out from the server's refusal.
  phone.watched.expectErrors(/status of 401/);
  await phone.opens('/konto');
  await expect(phone.page.getByText('wurde von einem anderen Gerät aus beendet')).toBeVisible();
  await phone.taps('Ohne Anmeldung weiter', 'button');
  await expect(phone.page.getByText('Sie sind nicht angemeldet')).toBeVisible();
  await expect(phone.page.getByText('Okonkwo')).toHaveCount(0);
});

test('someone logs out everywhere', async ({ newDevice, ownProduct }) => {
  const phone = await newDevice('phone', ownProduct.origin);
  const computer = await newDevice('computer', ownProduct.origin);
  await phone.logsIn('Erika Mustermann');
  await computer.logsIn('Erika Mustermann');
  await phone.opens('/konto/anmeldung');
  await phone.taps('Überall abmelden', 'button');
  await phone.page.getByRole('dialog').getByRole('button', { name: 'Überall abmelden' }).click();
  await phone.seesPage('Was möchten Sie erledigen?');
  computer.watched.expectErrors(/status of 401/);
  for (const device of [phone, computer]) {
    await device.opens('/konto/anmeldung');
    await expect(device.page.getByText('Sie sind nicht angemeldet')).toBeVisible();
  }
});
