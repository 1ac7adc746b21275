import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { newId } from '@jena/shared/kernel';
import { expect, test } from '../support/test.ts';

const samples = resolve(import.meta.dirname, '../../apps/bff/src/adapters/heif/samples');
const heic = (name: string) => ({
  name: 'IMG_0007.HEIC',
  mimeType: 'image/heic',
  buffer: readFileSync(resolve(samples, `${name}.heic`)),
});

test('an iPhone photograph that this browser cannot open is kept all the same, and seen after the upload', async ({
  citizen,
}) => {
  test.slow();
  const { page, camera } = citizen;
  const name = `Impfpass ${newId().slice(0, 6)}`;
  await citizen.logsIn('Erika Mustermann');
  await citizen.opens('/konto/tresor/neu');
  await page.getByLabel('Was ist es?').selectOption({ label: 'Impfnachweis' });
  await page.getByLabel('Dokument: Datei auswählen').setInputFiles(heic('paper'));
  await expect(camera.pages('Dokument')).toContainText('Die Vorschau sehen Sie nach dem Hochladen.');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await citizen.taps('In den Tresor legen', 'button');
  const row = page.getByRole('main').getByRole('region', { name: 'Gesundheit' }).getByRole('link', { name });
  await expect(row).toBeVisible({ timeout: 30_000 });
  await row.click();
  await citizen.seesPage(name);
  await expect(page.getByRole('img', { name: `Vorschau von ${name}.jpg` })).toBeVisible();
  const address = await page.getByRole('link', { name: /^Öffnen/ }).getAttribute('href');
  const opened = await page.request.get(address ?? '');
  expect(opened.headers()['content-type']).toBe('image/jpeg');
});

test('an iPhone photograph of too many pixels is refused in words that help', async ({ citizen }) => {
  test.slow();
  const { page } = citizen;
  const name = `Riesig ${newId().slice(0, 6)}`;
  await citizen.logsIn('Erika Mustermann');
  await citizen.opens('/konto/tresor/neu');
  await page.getByLabel('Was ist es?').selectOption({ label: 'Impfnachweis' });
  await page.getByLabel('Dokument: Datei auswählen').setInputFiles(heic('51-million-pixels'));
  await page.getByLabel('Name', { exact: true }).fill(name);
  await citizen.taps('In den Tresor legen', 'button');
  const onItsWay = page.getByRole('article', { name });
  await expect(onItsWay).toContainText('zu viele Bildpunkte', { timeout: 30_000 });
  await onItsWay.getByRole('button', { name: 'Verwerfen' }).click();
  await expect(onItsWay).toHaveCount(0);
});
