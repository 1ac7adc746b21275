import { dayFromToday, fillsForm, lenasAnswers } from '../support/lena.ts';
import { expect, test } from '../support/test.ts';

const form = '/dienste/wohnsitz-anmelden/antrag';

test('someone who comes from abroad is asked other questions than someone from Weimar', async ({
  citizen,
}) => {
  const { page, form: questions } = citizen;
  await citizen.opens(`${form}/herkunft`);
  await expect(page.getByLabel('Aus welchem Staat ziehen Sie zu?')).toBeHidden();
  await questions.chooses('Ziehen Sie aus dem Ausland nach Jena?', 'Ja');
  await questions.picks('Aus welchem Staat ziehen Sie zu?', 'Polen');
  await expect(page.getByLabel('Aus welchem Staat ziehen Sie zu?')).toHaveValue('PL');
  await questions.chooses('Ziehen Sie aus dem Ausland nach Jena?', 'Nein');
  await expect(page.getByLabel('Aus welchem Staat ziehen Sie zu?')).toBeHidden();
});

test('what is missing stands on top, takes the focus and leads to its question', async ({ citizen }) => {
  const { form: questions } = citizen;
  await citizen.opens(`${form}/wohnung`);
  await questions.isOn('Wohnung und Einzug');
  await questions.goesOn();
  const problems = questions.problems();
  await expect(problems).toBeFocused();
  await expect(problems.getByRole('link')).toHaveCount(2);

  await problems.getByRole('link', { name: /Wann sind Sie eingezogen/ }).click();
  await expect(questions.group('Wann sind Sie eingezogen?').getByLabel('Tag')).toBeFocused();
  await questions.chooses('Welche Wohnung melden Sie an?', 'Alleinige Wohnung');
  await expect(problems.getByRole('link')).toHaveCount(1);
  await questions.dates('Wann sind Sie eingezogen?', dayFromToday(-3));
  await expect(problems).toBeHidden();
  await questions.goesOn();
  await questions.isOn('Ihre neue Adresse in Jena');
});

test('a day in the future is refused in words, and a long past one only remarked upon', async ({
  citizen,
}) => {
  const { page, form: questions } = citizen;
  await citizen.opens(`${form}/wohnung`);
  await questions.chooses('Welche Wohnung melden Sie an?', 'Alleinige Wohnung');
  await questions.dates('Wann sind Sie eingezogen?', dayFromToday(3));
  await questions.goesOn();
  await expect(questions.problems()).toContainText('Dieser Tag liegt in der Zukunft');
  await questions.dates('Wann sind Sie eingezogen?', dayFromToday(-30));
  await page.getByRole('heading', { level: 1 }).click();
  await expect(page.getByText('Der Einzug ist mehr als zwei Wochen her.')).toBeVisible();
  await questions.goesOn();
  await questions.isOn('Ihre neue Adresse in Jena');
});

test('wrong answers are named with what is right', async ({ citizen }) => {
  const { form: questions } = citizen;
  await citizen.opens(`${form}/neue-adresse`);
  await questions.types('Straße', 'Wagnergasse');
  await questions.types('Hausnummer', 'zwölf');
  await questions.types('Postleitzahl', '99423');
  await questions.goesOn();
  await expect(questions.problems()).toContainText(
    'Bitte geben Sie eine Hausnummer wie 12, 12a oder 12-14 ein.',
  );
  await expect(questions.problems()).toContainText('Diese Postleitzahl gehört nicht zu Jena.');
});

test('a letter that the register cannot store is named', async ({ citizen }) => {
  const { form: questions } = citizen;
  await citizen.opens(`${form}/person`);
  await questions.types('Familienname', 'Окonkwo');
  await questions.goesOn();
  await expect(questions.problems()).toContainText('Familienname');
});

test('the review names every missing answer and leads there', async ({ citizen }) => {
  const { page } = citizen;
  await citizen.opens(form);
  await citizen.taps('Antrag beginnen');
  await fillsForm(citizen, lenasAnswers(), 'Angaben zu Ihnen');
  await citizen.form.isSaved();
  await citizen.opens(`${form}/pruefen`);
  await citizen.taps('Antrag absenden', 'button');
  const missing = page.getByRole('link', { name: 'Diese Angabe fehlt noch: Familienname' });
  await missing.click();
  await expect(page.getByLabel('Familienname', { exact: true })).toBeFocused();
});

test('two people who move together are asked one by one', async ({ citizen }) => {
  const { page, form: questions } = citizen;
  await citizen.opens(`${form}/personen`);
  await questions.types('Wie viele Personen ziehen zusammen um?', '2');
  await questions.goesOn();
  await questions.isOn('Weitere Personen');
  const second = page.getByRole('region', { name: 'Person 2' });
  await second.getByLabel('Familienname').fill('Okonkwo');
  await expect(page.getByRole('region', { name: 'Person 3' })).toHaveCount(0);
});

test('someone begins anew: nothing of the old answers is left', async ({ citizen }) => {
  const { page } = citizen;
  await citizen.opens(`${form}/person`);
  await citizen.form.types('Familienname', 'Okonkwo');
  await citizen.form.isSaved();
  await citizen.opens(form);
  await citizen.taps('Neu beginnen', 'button');
  await page.getByRole('dialog').getByRole('button', { name: 'Antworten löschen und neu beginnen' }).click();
  await citizen.form.isOn('Wohnung und Einzug');
  await citizen.opens(`${form}/person`);
  await expect(page.getByLabel('Familienname', { exact: true })).toHaveValue('');
});
