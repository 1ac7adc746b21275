import { fillsForm, lenasAnswers } from '../support/lena.ts';
import { expect, test } from '../support/test.ts';

test('Mira rejects with a reason; the citizen reads it and the case is closed', async ({
  citizen,
  caseworker,
}) => {
  const { page } = citizen;
  await citizen.logsIn('Erika Mustermann');
  await citizen.opens('/dienste/wohnsitz-anmelden/antrag');
  await citizen.taps('Antrag beginnen');
  await fillsForm(citizen, lenasAnswers({ prefilled: true }));
  await citizen.taps('Antrag absenden', 'button');
  const reference = await citizen.getsReceipt();

  await caseworker.logsIn('Mira Seidel');
  await caseworker.opensQueue('Neu');
  await caseworker.opensCase(reference);
  await caseworker.takesCase();
  await caseworker.rejects('Sie wohnen laut Register bereits in Jena. Bitte melden Sie sich um.');

  await citizen.taps('Vorgang ansehen');
  await expect(
    page.getByText('Ihr Antrag wurde abgelehnt. Den Grund lesen Sie unten im Verlauf.'),
  ).toBeVisible({
    timeout: 25_000,
  });
  await expect(page.getByRole('list', { name: 'Verlauf' })).toContainText(
    'Sie wohnen laut Register bereits in Jena.',
  );
  await citizen.goesTo('Vorgänge');
  const closed = page.getByRole('region', { name: 'Abgeschlossen' });
  await expect(closed.getByRole('link', { name: /Abgelehnt/ }).first()).toBeVisible();
});
