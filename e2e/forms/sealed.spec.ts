import { landlordQuestion } from '../support/lena.ts';
import { rawText } from '../support/on-phone.ts';
import { expect, test } from '../support/test.ts';

const form = '/dienste/wohnsitz-anmelden/antrag';
/** How the PDF begins that the scanner makes of a page. */
const pdf = '%PDF-';

test('what Erika types and photographs lies on the phone unreadable, and after a logout without its key', async ({
  citizen,
}) => {
  test.slow();
  const { page, camera } = citizen;
  await citizen.logsIn('Erika Mustermann');
  await citizen.opens(`${form}/person`);
  await citizen.form.types('Geburtsort', 'Kleinkummerfeld');
  await citizen.form.isSaved();
  await citizen.opens(`${form}/wohnungsgeber`);
  await camera.photographs();
  await camera.isDone();
  await expect(camera.pages(landlordQuestion)).toHaveCount(1);

  const raw = await rawText(page, 'jena-outbox');
  expect(raw).toContain('wohnsitz-anmelden');
  expect(raw).not.toContain('Kleinkummerfeld');
  expect(raw).not.toContain(pdf);

  await citizen.opens(`${form}/person`);
  await expect(page.getByLabel('Geburtsort', { exact: true })).toHaveValue('Kleinkummerfeld');

  await citizen.opens('/konto');
  await citizen.taps('Abmelden', 'button');
  await citizen.seesPage('Was möchten Sie erledigen?');
  expect(await rawText(page, 'jena-outbox')).not.toContain('Kleinkummerfeld');
  await citizen.opens('/vorgaenge');
  await expect(page.getByRole('region', { name: 'Angefangen' })).toHaveCount(0);

  await citizen.logsIn('Erika Mustermann');
  await citizen.opens(`${form}/person`);
  await expect(page.getByLabel('Geburtsort', { exact: true })).toHaveValue('Kleinkummerfeld');
  await citizen.opens(`${form}/wohnungsgeber`);
  await expect(camera.pages(landlordQuestion).getByRole('img')).toBeVisible();
});
