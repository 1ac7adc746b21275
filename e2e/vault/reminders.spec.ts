import { addDays, cityInstant, cityTime, newId } from '@jena/shared/kernel';
import { clockAt } from '../support/clock.ts';
import { toldOfDocuments } from '../support/database.ts';
import { noisyPhotograph } from '../support/pictures.ts';
import { expect, test } from '../support/test.ts';

test('a card that runs out is told of in time, and the news leads to where a new one is to be had', async ({
  newDevice,
  ownProduct,
}) => {
  test.slow();
  const citizen = await newDevice('phone', ownProduct.origin);
  const { page, camera } = citizen;
  const name = `Ausweis ${newId().slice(0, 6)}`;
  // Tomorrow at nine it is two weeks to the last day.
  const today = cityTime(new Date()).day;
  const lastDay = addDays(today, 15);
  await citizen.logsIn('Erika Mustermann');

  await test.step('she keeps her identity card and says until when it is valid', async () => {
    await citizen.opens('/konto/tresor/neu');
    await page.getByLabel('Was ist es?').selectOption({ label: 'Personalausweis' });
    await page.getByLabel('Dokument: Datei auswählen').setInputFiles({
      name: 'ausweis.jpg',
      mimeType: 'image/jpeg',
      buffer: await noisyPhotograph(1600, 1000, 60),
    });
    const corners = camera.screen('Passen die Ecken?');
    await expect(corners).toBeVisible({ timeout: 20_000 });
    await corners.getByRole('button', { name: 'Ganzes Bild nehmen' }).click();
    await camera.keeps();
    // The page that was kept takes the focus; whoever types before would type there.
    await expect(camera.pages('Dokument')).toHaveCount(1);
    await page.getByLabel('Name', { exact: true }).fill(name);
    const [year, month, day] = lastDay.split('-').map(Number);
    for (const [part, value] of Object.entries({ Tag: day, Monat: month, Jahr: year }))
      await page.getByLabel(part, { exact: true }).fill(String(value));
    await expect(page.getByRole('checkbox', { name: 'Vor dem Ablauf erinnern' })).toBeChecked();
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue(name);
    await citizen.taps('In den Tresor legen', 'button');
  });

  const care = page.getByRole('region', { name: 'Daran sollten Sie denken' });
  await test.step('the vault says how long it is valid, and where a new one is to be had', async () => {
    await expect(care).toContainText(`${name}: Läuft in 2 Wochen ab`, { timeout: 30_000 });
    await expect(care.getByRole('link', { name: 'Neu beantragen: Personalausweis' })).toBeVisible();
  });

  await test.step('the next morning there is a message, and it opens the service', async () => {
    const before = await toldOfDocuments(ownProduct);
    await page.goto('about:blank');
    await ownProduct.kill();
    await ownProduct.start(clockAt(cityInstant(addDays(today, 1), '09:05').toISOString()));
    await expect.poll(() => toldOfDocuments(ownProduct), { timeout: 30_000 }).toBeGreaterThan(before);
    await ownProduct.kill();
    await ownProduct.start();
    await citizen.logsIn('Erika Mustermann');
    await citizen.opens('/postfach');
    const news = page.getByRole('link', { name: new RegExp(`läuft bald ab.*${name}`) });
    await expect(news).toContainText(/gültig bis/);
    await news.click();
    await citizen.seesPage('Personalausweis beantragen');
  });

  await test.step('she wants to hear no more of this card', async () => {
    await citizen.opens('/konto/tresor');
    await care.getByRole('button', { name: `Nicht mehr erinnern: ${name}` }).click();
    await expect(page.getByText('Wir erinnern Sie daran nicht mehr.')).toBeVisible();
    await expect(care.getByText(name)).toHaveCount(0);
    await page.getByRole('link', { name: new RegExp(name) }).click();
    await citizen.seesPage(name);
    await expect(page.getByText('ausgeschaltet')).toBeVisible();
    await citizen.taps('Wieder erinnern', 'button');
    await expect(page.getByRole('link', { name: 'Neu beantragen: Personalausweis' })).toBeVisible();
  });
});
