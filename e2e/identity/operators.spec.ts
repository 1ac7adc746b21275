import { Caseworker } from '../support/caseworker.ts';
import { desktop } from '../support/devices.ts';
import { expect, test } from '../support/test.ts';
import { watch } from '../support/watch.ts';

test('two operators end all logins: one asks, the other agrees, and everybody logs in anew', async ({
  newDevice,
  browser,
  ownProduct,
}) => {
  const { origin } = ownProduct;
  const atDesk = async (person: string) => {
    const context = await browser.newContext({ ...desktop, baseURL: origin });
    const watched = watch(context, origin);
    const desk = new Caseworker(await context.newPage(), origin, watched);
    await desk.logsIn(person);
    return desk;
  };
  const lena = await newDevice('phone', origin);
  await lena.logsIn('Lena Okonkwo');
  const jonas = await atDesk('Jonas Brandt');
  const tomasz = await atDesk('Tomasz Wrobel');
  const anke = await atDesk('Anke Vogel');
  const logins = ({ page }: Caseworker) => page.getByRole('region', { name: 'Anmeldungen' });

  await test.step('Tomasz logs one colleague out', async () => {
    await tomasz.opens('/amt/auftraege');
    await expect(logins(tomasz)).toContainText(/[1-9]\d* Anmeldung(en)? aus der Stadt\./);
    await logins(tomasz).getByRole('button', { name: 'Jonas Brandt auf allen Geräten abmelden' }).click();
    await expect(logins(tomasz).getByRole('row').filter({ hasText: 'Jonas Brandt' })).toHaveCount(0);
    jonas.watched.expectErrors(/status of 401/);
    await jonas.opens('/amt');
    await expect(jonas.page.getByRole('link', { name: 'Mit Dienstkonto anmelden' })).toBeVisible();
  });

  await test.step('he asks for everybody, says why, and cannot agree himself', async () => {
    const ask = logins(tomasz).getByRole('button', { name: 'Alle abmelden beantragen' });
    await ask.click();
    await ask.click();
    await expect(logins(tomasz)).toContainText('Bitte schreiben Sie den Grund');
    await logins(tomasz).getByLabel('Grund').fill('Verdacht auf gestohlene Sitzungen.');
    await ask.click();
    await expect(logins(tomasz)).toContainText('Sie möchten alle abmelden');
    await expect(logins(tomasz).getByRole('button', { name: /^Zustimmen/ })).toHaveCount(0);
  });

  await test.step('Anke reads why, and agrees', async () => {
    await anke.opens('/amt/auftraege');
    await expect(logins(anke)).toContainText('Tomasz Wrobel möchte alle abmelden');
    await expect(logins(anke)).toContainText('Verdacht auf gestohlene Sitzungen.');
    for (const { watched } of [anke, tomasz, lena]) watched.expectErrors(/status of 401/);
    await logins(anke)
      .getByRole('button', { name: /^Zustimmen/ })
      .click();
    await expect(anke.page.getByRole('link', { name: /anmelden/i }).first()).toBeVisible();
  });

  await test.step('Lena’s phone shows nothing of hers any more', async () => {
    await lena.opens('/konto');
    await expect(lena.page.getByText('Okonkwo')).toHaveCount(0);
  });
  for (const { watched, page } of [jonas, tomasz, anke]) {
    watched.assertQuiet();
    await page.context().close();
  }
});
