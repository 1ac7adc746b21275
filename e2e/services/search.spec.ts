import { expect, test } from '../support/test.ts';

const wanted: [kind: string, words: string, title: RegExp][] = [
  ['a typo', 'Personalauswies', /^Personalausweis/],
  ['no umlaut', 'sperrmull', /Sperrmüll/],
  ['a spelt-out umlaut', 'fuehrerschein umtauschen', /Führerschein/],
  ['colloquial words', 'Geldbeutel geklaut', /^Ausweis oder Pass verloren/],
  ['a nickname', 'rosa lappen', /Führerschein/],
  ['a life event', 'umziehen', /^Umzug: alles auf einmal/],
  ['a whole sentence', 'ich bin neu in jena', /^Der erste Monat/],
];
for (const [kind, words, title] of wanted) {
  test(`someone searches with ${kind}, „${words}“, and finds what is meant`, async ({ citizen }) => {
    await citizen.opens('/');
    await citizen.searchesFor(words);
    await expect(citizen.searchHits().filter({ hasText: title }).first()).toBeVisible();
  });
}

test('someone opens a hit by keyboard alone', async ({ citizen }) => {
  const { page } = citizen;
  await citizen.opens('/');
  await citizen.searchesFor('hundesteuer');
  await expect(citizen.searchHits().first()).toHaveText(/Hund/);
  await page.getByRole('searchbox').press('ArrowDown');
  await expect(citizen.searchHits().first()).toBeFocused();
  await page.keyboard.press('Enter');
  await citizen.seesPage(/Hund/);
});

test('a search for nonsense says so and shows a way on', async ({ citizen }) => {
  await citizen.opens('/');
  await citizen.searchesFor('qqxxyzz');
  await expect(citizen.page.getByText('Zu „qqxxyzz“ haben wir nichts gefunden.')).toBeVisible();
});
