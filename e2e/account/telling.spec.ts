import { fillsForm, lenasAnswers } from '../support/lena.ts';
import { confirmsEmail, freshAddress, getsMail, mailsTo } from '../support/mailbox.ts';
import { expect, test } from '../support/test.ts';

test('Henrik chooses how he is told: no night’s rest, an e-mail where no device was told; security stays on', async ({
  newDevice,
  ownProduct,
  shared,
}) => {
  test.slow();
  const address = freshAddress('henrik');
  const phone = await newDevice('phone', ownProduct.origin);
  const { page } = phone;
  await phone.logsIn('Dr. Henrik Vollrath');
  await phone.opens('/konto/mitteilungen');
  await expect(page.getByText('Dafür brauchen wir eine bestätigte E-Mail-Adresse.')).toBeVisible();
  await confirmsEmail(phone, shared, address);

  await phone.opens('/konto/mitteilungen');
  await expect(page.getByText(`An ${address}.`)).toBeVisible();
  await expect(page.getByText('Das lässt sich nicht ausschalten.')).toBeVisible();
  const quiet = page.getByRole('checkbox', { name: 'In der Ruhezeit keine Mitteilungen' });
  await expect(quiet).toBeChecked();
  await expect(page.getByLabel('Von')).toHaveValue('22:00');
  await quiet.uncheck();
  await phone.taps(/^Speichern$/, 'button');
  await expect(page.getByText('Gespeichert.', { exact: true })).toBeVisible();
  await page.reload();
  await expect(quiet).not.toBeChecked();

  await phone.opens('/dienste/wohnsitz-anmelden/antrag');
  await phone.taps('Antrag beginnen');
  await fillsForm(phone, lenasAnswers({ prefilled: true }));
  await phone.taps('Antrag absenden', 'button');
  const reference = await phone.getsReceipt();
  const { text } = await getsMail(shared, address, /^Neues in Ihrem Postfach/);
  expect(text).not.toContain(reference);
  expect(text).toContain('/postfach');
  expect((await mailsTo(shared, address)).filter(({ subject }) => subject.startsWith('Neues'))).toHaveLength(
    1,
  );
});
