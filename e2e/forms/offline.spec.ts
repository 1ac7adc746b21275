import { fillsForm, lenasAnswers } from '../support/lena.ts';
import { expect, test } from '../support/test.ts';

const form = '/dienste/wohnsitz-anmelden/antrag';

test('Lena begins offline, closes the app and goes on where she was', async ({ ownPhone }) => {
  let citizen = await ownPhone.opens();
  await citizen.hasAppOnPhone();
  await citizen.losesNetwork();
  await citizen.opens(form);
  await citizen.taps('Antrag beginnen');
  await fillsForm(citizen, lenasAnswers(), 'Angaben zu Ihnen');
  await citizen.form.types('Familienname', 'Okonkwo');
  await citizen.form.isSaved();

  citizen = await ownPhone.opens();
  await citizen.page.context().setOffline(true);
  await citizen.opens('/vorgaenge');
  await citizen.page
    .getByRole('region', { name: 'Angefangen' })
    .getByRole('link', { name: /Wohnung in Jena anmelden/ })
    .click();
  await expect(citizen.page.getByRole('region', { name: 'Sie haben schon angefangen' })).toBeVisible();
  await citizen.taps('Weiter, wo Sie waren');
  await citizen.form.isOn('Angaben zu Ihnen');
  await expect(citizen.page.getByLabel('Familienname', { exact: true })).toHaveValue('Okonkwo');
});

test('Lena answers all questions offline, reads them again and changes one', async ({ citizen }) => {
  const { page } = citizen;
  await citizen.hasAppOnPhone();
  await citizen.losesNetwork();
  await citizen.opens(form);
  await citizen.taps('Antrag beginnen');
  await fillsForm(citizen, lenasAnswers());

  await expect(page.getByRole('term').filter({ hasText: 'Geburtsort' })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'Erfurt' })).toBeVisible();
  await citizen.taps(/^Ändern ?: Geburtsort$/);
  await citizen.form.isOn('Angaben zu Ihnen');
  await expect(page.getByLabel('Geburtsort', { exact: true })).toBeFocused();
  await citizen.form.types('Geburtsort', 'Gera');
  await citizen.taps('Speichern und zurück zur Übersicht', 'button');
  await citizen.form.isOn('Prüfen und absenden');
  await expect(page.getByRole('definition').filter({ hasText: 'Gera' })).toBeVisible();
});
