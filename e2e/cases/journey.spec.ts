import { fillsForm, lenasAnswers } from '../support/lena.ts';
import { expect, test } from '../support/test.ts';

test('Lena', async ({ citizen }) => {
  await citizen.logsIn();
  await citizen.opens('/dienste/wohnsitz-anmelden/antrag');
  await citizen.taps('Antrag beginnen');
  await fillsForm(citizen, lenasAnswers({ prefilled: true }));
  await citizen.taps('Antrag absenden', 'button');
  await citizen.seesPage('Vorgänge');
  console.log(await citizen.getsReceipt());
});
