import { photograph } from '../support/camera.ts';
import { expect, test } from '../support/test.ts';

const service = '/dienste/bewohnerparkausweis';

test('Erika reads on the service page what she has already, adds what is missing, also without a network', async ({
  citizen,
}) => {
  test.slow();
  const { page, camera } = citizen;
  const mine = page.getByRole('region', { name: 'Ihre Unterlagen' });
  await citizen.opens(service);
  await expect(citizen.heading()).toBeVisible();
  await expect(mine).toHaveCount(0);
  await citizen.logsIn('Erika Mustermann');
  await citizen.hasAppOnPhone();

  await test.step('what is missing is offered, and leads to the camera with the kind chosen', async () => {
    await citizen.opens(service);
    await expect(mine).toContainText(/Sie haben \d von 2 Unterlagen im Tresor\./);
    const add = mine.getByRole('link', { name: /^Zum Tresor hinzufügen: Fahrzeugschein/ });
    await add.click();
    await expect(page.getByLabel('Was ist es?')).toHaveValue('vehicle_papers');
    await page.getByLabel('Dokument: Datei auswählen').setInputFiles({
      name: 'schein.jpg',
      mimeType: 'image/jpeg',
      buffer: await photograph(),
    });
    await camera.cutsOut();
    await camera.keeps();
    await citizen.taps('In den Tresor legen', 'button');
    const car = page.getByRole('region', { name: 'Auto und Führerschein' });
    await expect(car.getByRole('link', { name: /^Fahrzeugschein/ }).first()).toBeVisible({ timeout: 30_000 });
  });

  await test.step('then it is ticked, and the sum says so without a network too', async () => {
    await citizen.opens(service);
    await expect(mine.getByText(/Fahrzeugschein/)).toHaveCount(0);
    const sum = await mine.getByText(/im Tresor\./).textContent();
    await citizen.losesNetwork();
    await page.reload();
    await expect(mine).toContainText(sum ?? '');
    await citizen.isBackOnline();
  });
});
