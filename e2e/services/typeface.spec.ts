import type { Citizen } from '../support/citizen.ts';
import { expect, test } from '../support/test.ts';
import { typefacesOfHeading } from '../support/typeface.ts';

const typefaces = ({ page }: Citizen) => typefacesOfHeading(page);
const fira = [expect.stringMatching(/^Fira Sans/)];

test('a first visit reads in the phone’s own typeface, and in the city’s from the next page on', async ({
  citizen,
}) => {
  const { page } = citizen;
  await citizen.opens('/');
  await citizen.seesPage('Was möchten Sie erledigen?');
  await expect.poll(() => page.evaluate(() => document.fonts.check('600 1em "Fira Sans"'))).toBe(true);
  expect(await typefaces(citizen)).not.toEqual(fira);
  await citizen.goesTo('Dienste');
  await expect(citizen.heading('Was möchten Sie erledigen?')).toBeHidden();
  await expect.poll(() => typefaces(citizen)).toEqual(fira);
});

test('who comes again reads in the city’s typeface at once, also without a network', async ({ citizen }) => {
  await citizen.hasAppOnPhone();
  await citizen.opens('/dienste/wohnsitz-anmelden');
  await expect.poll(() => typefaces(citizen)).toEqual(fira);
  await citizen.losesNetwork();
  await citizen.opens('/neu-in-jena/erster-monat');
  await citizen.seesPage('Der erste Monat: Ihre Checkliste');
  await expect.poll(() => typefaces(citizen)).toEqual(fira);
});
