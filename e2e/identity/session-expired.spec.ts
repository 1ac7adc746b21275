import { casesOfOwner, endSessions } from '../support/database.ts';
import { fillsForm, lenasAnswers } from '../support/lena.ts';
import { expect, test } from '../support/test.ts';

test('the session ends while Lena types: she logs in again and nothing is lost', async ({
  ownPhone,
  ownProduct,
}) => {
  const begun = new Date();
  const citizen = await ownPhone.opens(ownProduct.origin);
  citizen.watched.expectErrors(/status of 401/);
  await citizen.logsIn('Lena Okonkwo');
  await citizen.opens('/dienste/wohnsitz-anmelden/antrag');
  await citizen.taps('Antrag beginnen');
  await fillsForm(citizen, lenasAnswers({ prefilled: true }), 'Wie wir Sie erreichen');
  await endSessions(ownProduct);
  await fillsForm(citizen, lenasAnswers({ prefilled: true }).slice(-2));
  await citizen.taps('Antrag absenden', 'button');
  await citizen.seesPage('Vorgänge');
  await expect(citizen.outbox()).toContainText('Melden Sie sich an, dann senden wir den Antrag ab.');
  await citizen.taps('Anmelden und absenden');
  await citizen.holdsCardToPhone('Lena Okonkwo');
  const reference = await citizen.getsReceipt();
  expect(await casesOfOwner(ownProduct, reference, begun)).toBe(1);
});
