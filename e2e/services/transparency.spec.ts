import { readFile } from 'node:fs/promises';
import { expect, test } from '../support/test.ts';

test('someone looks how well a service runs, reads how it is counted, and takes the figures along', async ({
  citizen,
}) => {
  const { page } = citizen;
  const told = page.waitForRequest('**/zaehlen');
  await citizen.opens('/dienste/wohnsitz-anmelden');
  const telling = await told;
  expect(telling.postDataJSON()).toEqual({ service: 'wohnsitz-anmelden', what: 'visit' });
  expect((await telling.allHeaders())['cookie']).toBeUndefined();
  expect((await telling.response())?.status()).toBe(204);

  await citizen.goesTo('Start');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Transparenz' }).click();
  await citizen.seesPage('Transparenz');
  const glance = page.getByRole('region', { name: 'Auf einen Blick' });
  await glance.getByLabel('Leistung').selectOption({ label: 'Wohnung in Jena anmelden' });
  await expect(glance.getByText('Bis zur Entscheidung, die Hälfte in höchstens')).toBeVisible();
  await expect(page.getByRole('region', { name: 'So zählen wir' })).toContainText('keine Cookies');

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /Als CSV herunterladen/ }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv).toMatch(/^service,from,to,visits,.*\r\n\*,\d{4}-\d\d-\d\d,/);
  expect(csv).toContain('dl-zero-de/2.0');
});
