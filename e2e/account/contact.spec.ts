import { Caseworker } from '../support/caseworker.ts';
import { desktop } from '../support/devices.ts';
import { fillsForm, lenasAnswers } from '../support/lena.ts';
import { freshAddress, getsMail } from '../support/mailbox.ts';
import { expect, test } from '../support/test.ts';
import { watch } from '../support/watch.ts';

test('Lena adds her e-mail, her number and what helps her; a form knows it, the office sees it once it works on her case, and she sees that', async ({
  newDevice,
  browser,
  ownProduct,
  shared,
}) => {
  test.slow();
  const address = freshAddress('lena');
  const phone = await newDevice('phone', ownProduct.origin);
  const { page } = phone;
  await phone.logsIn('Lena Okonkwo');
  await phone.taps(/^Kontakt und Wünsche/);
  await phone.seesPage('Kontakt und Wünsche');

  await test.step('an address counts once its code is typed', async () => {
    await phone.taps('E-Mail-Adresse hinzufügen', 'button');
    await page.getByLabel('E-Mail-Adresse').fill(address);
    await phone.taps('Code schicken', 'button');
    const waiting = page.getByRole('region', { name: 'Noch nicht bestätigt' });
    await expect(waiting).toContainText(address);
    const { text } = await getsMail(shared, address, /Code/);
    const code = /\b\d{6}\b/.exec(text)?.[0] ?? '';
    await page.getByLabel('Code aus der E-Mail').fill(code === '000000' ? '000001' : '000000');
    await phone.taps('Bestätigen', 'button');
    await expect(page.getByText('Dieser Code stimmt nicht.')).toBeVisible();
    await page.getByLabel('Code aus der E-Mail').fill(code);
    await phone.taps('Bestätigen', 'button');
    await expect(page.getByRole('region', { name: 'E-Mail' })).toContainText('Bestätigt');
    await expect(waiting).toHaveCount(0);
  });

  await test.step('her number can be taken away, and taken back', async () => {
    await phone.taps('Telefonnummer hinzufügen', 'button');
    await page.getByLabel('Telefonnummer').fill('03641 490');
    await phone.taps('Speichern', 'button');
    const part = page.getByRole('region', { name: 'Telefon' });
    await expect(part).toContainText('03641 490');
    await part.getByRole('button', { name: 'Entfernen' }).click();
    await expect(part).toContainText('Noch keine Nummer.');
    await phone.taps('Rückgängig', 'button');
    await expect(part).toContainText('03641 490');
  });

  await test.step('her wishes are kept with her consent alone', async () => {
    await phone.taps('Wünsche angeben', 'button');
    await page.getByLabel('Gebärdensprach-Dolmetschen').check();
    await phone.taps('Speichern', 'button');
    await expect(page.getByText('Ohne Ihre Einwilligung dürfen wir das nicht speichern.')).toBeVisible();
    await page.getByLabel('Ich willige ein').check();
    await phone.taps('Speichern', 'button');
    await expect(page.getByText(/^Eingewilligt heute/)).toBeVisible();
  });

  await test.step('a form fills in what her account knows, and says so', async () => {
    await phone.opens('/dienste/wohnsitz-anmelden/antrag/kontakt');
    await expect(page.getByLabel('E-Mail-Adresse')).toHaveValue(address);
    await expect(page.getByText('aus Ihrem Konto').first()).toBeVisible();
    await phone.opens('/dienste/wohnsitz-anmelden/antrag');
  });

  await phone.taps('Antrag beginnen');
  await fillsForm(phone, lenasAnswers({ prefilled: true }));
  await phone.taps('Antrag absenden', 'button');
  const reference = await phone.getsReceipt();

  await test.step('the office sees it while it works on her case', async () => {
    const context = await browser.newContext({ ...desktop, baseURL: ownProduct.origin });
    const watched = watch(context, ownProduct.origin);
    const jonas = new Caseworker(await context.newPage(), ownProduct.origin, watched);
    await jonas.logsIn();
    await jonas.opensQueue('Neu');
    await jonas.opensCase(reference);
    await expect(jonas.page.getByRole('button', { name: 'Kontakt und Wünsche ansehen' })).toHaveCount(0);
    await jonas.takesCase();
    await jonas.page.getByRole('button', { name: 'Kontakt und Wünsche ansehen' }).click();
    const contact = jonas.page.getByRole('region', { name: 'Kontakt und Wünsche' });
    await expect(contact).toContainText(address);
    await expect(contact).toContainText('03641 490');
    await expect(contact).toContainText('Gebärdensprach-Dolmetschen');
    watched.assertQuiet();
    await context.close();
  });

  await test.step('she sees who looked', async () => {
    await phone.opens('/konto/zugriffe');
    await expect(page.getByText('Ihre Kontaktdaten und Wünsche angesehen')).toBeVisible();
  });
});
