import { photograph } from '../support/camera.ts';
import { expect, test } from '../support/test.ts';

const question = 'Ausdruck mit dem Foto-Code';

test('who extends a residence permit gives the printed code of a photo studio, never a face of their own', async ({
  citizen,
}) => {
  const { page, camera, form } = citizen;
  await citizen.opens('/dienste/aufenthaltstitel-verlaengern/antrag/foto');
  await form.isOn('Ihr Passfoto');
  await expect(page.getByText('Ein selbst gemachtes Foto dürfen wir')).toBeVisible();

  await test.step('with a terminal there is nothing to send', async () => {
    await form.chooses('Woher kommt Ihr Foto?', 'Ich mache es beim Termin');
    await expect(page.getByRole('button', { name: 'Foto aufnehmen' })).toHaveCount(0);
  });

  await test.step('from a studio it is the printout, and where a terminal stands is said as well', async () => {
    await form.chooses('Woher kommt Ihr Foto?', 'Aus einem Fotostudio');
    await expect(page.getByText('Bitte den Ausdruck, nicht Ihr Gesicht')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Aus dem Tresor' })).toHaveCount(0);
    await page.getByText('So bekommen Sie einen Code').click();
    await expect(page.getByRole('link', { name: 'Bürgerservice Jena' })).toBeVisible();
  });

  await test.step('without it the page says what is missing; with it she goes on', async () => {
    await form.goesOn();
    await expect(form.problems()).toContainText(question);
    await page.getByLabel(`${question}: Datei auswählen`).setInputFiles({
      name: 'ausdruck.jpg',
      mimeType: 'image/jpeg',
      buffer: await photograph(),
    });
    await camera.cutsOut();
    await camera.keeps();
    await expect(camera.pages(question)).toHaveCount(1);
    await form.goesOn();
    await form.isOn('Ihre Unterlagen');
  });
});
