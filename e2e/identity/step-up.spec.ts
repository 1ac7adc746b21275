import { givePasskeys } from '../support/authenticator.ts';
import { casesOfOwner, endSessions, letSessionsRest } from '../support/database.ts';
import { fillsForm, lenasAnswers } from '../support/lena.ts';
import { expect, test } from '../support/test.ts';

const form = '/dienste/wohnsitz-anmelden/antrag';

test.beforeEach(({ ownProduct }) => endSessions(ownProduct));

test('Lena comes in by passkey and sends what needs the card: it waits whole, and goes by itself after the card', async ({
  newDevice,
  ownProduct,
}) => {
  const begun = new Date();
  const phone = await newDevice('phone', ownProduct.origin);
  const { page } = phone;
  await givePasskeys(page);
  await phone.logsIn('Lena Okonkwo');
  await phone.opens('/konto/anmeldung');
  await phone.taps('Passkey einrichten', 'button');
  await phone.taps('Weiter', 'button');
  await expect(page.getByRole('list', { name: 'Anmelden ohne Karte' })).toContainText('Mein Passkey');
  await phone.opens('/konto');
  await phone.taps('Abmelden', 'button');
  await phone.seesPage('Was möchten Sie erledigen?');
  await phone.opens('/anmelden');
  await phone.taps('Mit Passkey anmelden', 'button');
  await phone.seesPage('Konto');

  await phone.opens(form);
  await phone.taps('Antrag beginnen');
  await fillsForm(phone, lenasAnswers({ prefilled: true }));
  phone.watched.expectErrors(/status of 403/);
  await phone.taps('Antrag absenden', 'button');
  await phone.seesPage('Vorgänge');
  await expect(phone.outbox()).toContainText('brauchen wir noch einmal Ihren Ausweis');
  // Also where she looks first, and after a new start of the app.
  await phone.opens('/');
  await expect(page.getByText('Zum Absenden fehlt nur noch Ihr Ausweis.')).toBeVisible();
  await phone.taps('Weiter zum Absenden');
  await phone.taps('Mit Online-Ausweis bestätigen', 'button');
  await phone.confirmsOnCard('Lena Okonkwo');
  await phone.seesPage('Vorgänge');
  const reference = await phone.getsReceipt();
  expect(await casesOfOwner(ownProduct, reference, begun)).toBe(1);
});

test('the card of somebody else sends nothing in Erika’s name; hers does, without typing anything again', async ({
  newDevice,
  ownProduct,
}) => {
  const begun = new Date();
  const phone = await newDevice('phone', ownProduct.origin);
  const { page } = phone;
  // Lena is no stranger here: otherwise her card would lead to a first visit.
  await (await newDevice('computer', ownProduct.origin)).logsIn('Lena Okonkwo');
  await phone.logsIn('Erika Mustermann');
  await phone.opens(form);
  await phone.taps('Antrag beginnen');
  await fillsForm(phone, lenasAnswers({ prefilled: true }));
  await letSessionsRest(ownProduct, 6);
  phone.watched.expectErrors(/status of 403/);
  await phone.taps('Antrag absenden', 'button');
  await expect(phone.outbox()).toContainText('brauchen wir noch einmal Ihren Ausweis');

  await phone.taps('Mit Online-Ausweis bestätigen', 'button');
  await phone.confirmsOnCard('Lena Okonkwo');
  await expect(page.getByText('Hier ist noch eine andere Person angemeldet')).toBeVisible();
  await phone.opens('/vorgaenge');
  await expect(phone.outbox()).toContainText('brauchen wir noch einmal Ihren Ausweis');

  await phone.taps('Mit Online-Ausweis bestätigen', 'button');
  await phone.confirmsOnCard('Erika Mustermann');
  const reference = await phone.getsReceipt();
  expect(await casesOfOwner(ownProduct, reference, begun)).toBe(1);
});
