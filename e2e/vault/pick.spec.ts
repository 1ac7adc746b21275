import { photograph } from '../support/camera.ts';
import { landlordQuestion, lenasAnswers } from '../support/lena.ts';
import { expect, test } from '../support/test.ts';

test('Lena takes the confirmation from her vault instead of photographing it again', async ({ citizen }) => {
  test.slow();
  const { page, camera, form } = citizen;
  await citizen.logsIn('Lena Okonkwo');

  await test.step('it lies in her vault', async () => {
    await citizen.opens('/konto/tresor/neu');
    await expect(page.getByRole('button', { name: 'Aus dem Tresor' })).toHaveCount(0);
    await page.getByLabel('Was ist es?').selectOption({ label: 'Wohnungsgeberbestätigung' });
    await page.getByLabel('Name', { exact: true }).fill('Bestätigung von Frau Sommer');
    await page.getByLabel('Dokument: Datei auswählen').setInputFiles({
      name: 'bestaetigung.jpg',
      mimeType: 'image/jpeg',
      buffer: await photograph(),
    });
    await camera.cutsOut();
    await camera.keeps();
    await citizen.taps('In den Tresor legen', 'button');
    await expect(
      page.getByRole('main').getByRole('link', { name: /^Bestätigung von Frau Sommer/ }),
    ).toBeVisible({ timeout: 30_000 });
  });

  await test.step('the form asks for it, and she chooses it; a reload forgets nothing', async () => {
    await citizen.opens('/dienste/wohnsitz-anmelden/antrag');
    await citizen.taps('Antrag beginnen');
    for (const step of lenasAnswers({ prefilled: true, photographs: false })) {
      await form.isOn(step.title);
      await step.answer(citizen);
      if (step.title.startsWith('Bestätigung')) {
        await citizen.taps('Aus dem Tresor', 'button');
        const choice = page.getByRole('dialog', { name: 'Aus dem Tresor wählen' });
        await choice.getByRole('button', { name: /Bestätigung von Frau Sommer/ }).click();
        await expect(camera.pages(landlordQuestion)).toContainText('aus dem Tresor');
        await form.isSaved();
        await page.reload();
        await expect(camera.pages(landlordQuestion)).toContainText('Bestätigung von Frau Sommer');
      }
      await form.goesOn();
    }
  });

  await test.step('the case has it, and the vault says who has it', async () => {
    await citizen.taps('Antrag absenden', 'button');
    const reference = await citizen.getsReceipt();
    await citizen.taps('Vorgang ansehen');
    const listed = page.getByRole('list', { name: 'Unterlagen und Dokumente' });
    await expect(listed.getByRole('link', { name: /Bestätigung von Frau Sommer/ })).toBeVisible();
    await citizen.opens('/konto/tresor');
    await page
      .getByRole('main')
      .getByRole('link', { name: /^Bestätigung von Frau Sommer/ })
      .click();
    await expect(page.getByText('Mit dem Antrag eingereicht.')).toBeVisible();
    await expect(page.getByText(reference)).toBeVisible();
    citizen.watched.expectErrors(/status of 409/);
    await citizen.taps('Löschen', 'button');
    await expect(page.getByRole('alert')).toContainText('Dieses Dokument gehört zu einem Vorgang');
  });
});
