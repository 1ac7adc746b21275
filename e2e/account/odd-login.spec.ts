import { confirmsEmail, freshAddress, getsMail } from '../support/mailbox.ts';
import { expect, test } from '../support/test.ts';

test('somebody logs in to Erika’s account elsewhere: she is told in the inbox and by e-mail, says it was not her, and they are out', async ({
  newDevice,
  ownProduct,
  shared,
}) => {
  const address = freshAddress('erika');
  const phone = await newDevice('phone', ownProduct.origin);
  const elsewhere = await newDevice('computer', ownProduct.origin);
  await phone.logsIn('Erika Mustermann');
  await confirmsEmail(phone, shared, address);

  await elsewhere.logsIn('Erika Mustermann');
  const mail = await getsMail(shared, address, /^Sicherheit/);
  expect(mail.text).toContain('mit einem Gerät oder auf einem Weg angemeldet, den wir noch nicht kennen');
  expect(mail.text).toContain('/konto/anmeldung');

  await phone.opens('/postfach');
  await phone.page
    .getByRole('link', { name: /^Neue Anmeldung/ })
    .first()
    .click();
  await phone.seesPage('Anmeldung und Geräte');
  await phone.taps('Das war ich nicht', 'button');
  await phone.page.getByRole('dialog').getByRole('button', { name: 'Das war ich nicht' }).click();
  await phone.seesPage('Was möchten Sie erledigen?');

  // A device learns that it was logged out from the server's refusal.
  elsewhere.watched.expectErrors(/status of 401/);
  await elsewhere.opens('/konto');
  await expect(elsewhere.page.getByText('Sie sind nicht angemeldet')).toBeVisible();
  await expect(elsewhere.page.getByText('Mustermann')).toHaveCount(0);
});
