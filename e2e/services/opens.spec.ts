import { expect, test } from '../support/test.ts';

test('someone opens the portal and sees at once what most people need', async ({ citizen }) => {
  await citizen.opens('/');
  await citizen.seesPage('Was möchten Sie erledigen?');
  await expect(citizen.page.getByRole('region', { name: 'Was jetzt viele brauchen' }).getByRole('link')).not.toHaveCount(0);
  await expect(citizen.page).toHaveTitle(/Jena/);
});

const wanted: [words: string, title: RegExp][] = [
  ['Personalauswies', /Personalausweis/],
  ['sperrmull', /Sperrmüll/],
  ['Geldbeutel geklaut', /Verlust/],
  ['rosa lappen', /Führerschein/],
  ['ich bin neu in jena', /Erster Monat|Wohnsitz/],
];
for (const [words, title] of wanted) {
  test(`someone types „${words}“ and finds what is meant`, async ({ citizen }) => {
    await citizen.opens('/');
    await citizen.searchesFor(words);
    await expect(citizen.searchHits().filter({ hasText: title }).first()).toBeVisible();
  });
}
