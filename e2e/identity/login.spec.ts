import { expect, test } from '../support/test.ts';

test('Lena logs in with her card and sees what the city read from it', async ({ citizen }) => {
  await citizen.logsIn('Lena Okonkwo');
  const card = citizen.page.getByRole('region', { name: 'Das steht auf Ihrem Ausweis' });
  await expect(card).toContainText('Okonkwo');
  await expect(card).toContainText('Weimar');
});

test('Lena lands in the form where she was going, with the answers of her card filled in and marked', async ({
  citizen,
}) => {
  const { page, form } = citizen;
  await citizen.opens('/dienste/wohnsitz-anmelden/antrag');
  await citizen.taps('Mit dem Online-Ausweis anmelden');
  await citizen.holdsCardToPhone('Lena Okonkwo');
  await form.isOn('Wohnung und Einzug');

  await citizen.opens('/dienste/wohnsitz-anmelden/antrag/person');
  await form.isOn('Angaben zu Ihnen');
  const name = page.getByLabel('Familienname', { exact: true });
  await expect(name).toHaveValue('Okonkwo');
  await expect(name).toHaveAccessibleDescription(/aus Ihrem Online-Ausweis/);
  await expect(form.group('Geburtsdatum')).toHaveAccessibleDescription(/aus Ihrem Online-Ausweis/);
  await citizen.opens('/dienste/wohnsitz-anmelden/antrag/herkunft');
  await form.chooses('Ziehen Sie aus dem Ausland nach Jena?', 'Nein');
  await form.goesOn();
  await form.isOn('Ihre bisherige Adresse');
  await expect(page.getByLabel('Ort', { exact: true })).toHaveValue('Weimar');
});

test('an answer that someone changed is no longer said to come from the card', async ({ citizen }) => {
  const { page, form } = citizen;
  await citizen.logsIn('Lena Okonkwo');
  await citizen.opens('/dienste/wohnsitz-anmelden/antrag/person');
  await form.types('Geburtsort', 'Gera');
  await expect(page.getByLabel('Geburtsort', { exact: true })).not.toHaveAccessibleDescription(
    /Online-Ausweis/,
  );
  await form.isSaved();
  await page.reload();
  await expect(page.getByLabel('Geburtsort', { exact: true })).toHaveValue('Gera');
});

test('someone who cancels on the card reads that nothing was sent, and lands where they were going at the next try', async ({
  citizen,
}) => {
  const { page } = citizen;
  await citizen.opens('/dienste/wohnsitz-anmelden/antrag');
  await citizen.taps('Mit dem Online-Ausweis anmelden');
  await citizen.seesPage('Anmelden');
  await page.getByRole('button', { name: 'Mit Online-Ausweis anmelden' }).click();
  await citizen.seesPage('Angaben prüfen');
  await citizen.taps('Abbrechen', 'button');
  await expect(
    page.getByText('Sie haben die Anmeldung abgebrochen. Es wurde nichts übertragen.'),
  ).toBeVisible();
  await citizen.holdsCardToPhone('Lena Okonkwo');
  await citizen.form.isOn('Wohnung und Einzug');
});

test('someone whose card was revoked reads who can help', async ({ citizen }) => {
  await citizen.opens('/anmelden');
  await citizen.holdsCardToPhone('Rolf Gesperrt');
  await expect(citizen.page.getByText('Mit dieser Karte ist keine Anmeldung möglich')).toBeVisible();
  await citizen.opens('/konto');
  await expect(citizen.page.getByText('Sie sind nicht angemeldet')).toBeVisible();
});

test('someone logs out, and the phone forgets what was theirs', async ({ citizen }) => {
  await citizen.logsIn('Erika Mustermann');
  await citizen.taps('Abmelden', 'button');
  await citizen.seesPage('Was möchten Sie erledigen?');
  await citizen.opens('/konto');
  await expect(citizen.page.getByText('Sie sind nicht angemeldet')).toBeVisible();
  await expect(citizen.page.getByText('Mustermann')).toHaveCount(0);
});

test('the page to log in stands still while it asks which ways in the city has', async ({ citizen }) => {
  const { page } = citizen;
  const answer = Promise.withResolvers<void>();
  await page.route(/\/trpc\/[^?]*identity\.doors/, async (route) => {
    await answer.promise;
    await route.continue();
  });
  await citizen.opens('/anmelden');
  await citizen.seesPage('Anmelden');
  const below = page.getByRole('heading', { name: 'Das brauchen Sie' });
  await expect(below).toBeVisible();
  const bundId = page.getByRole('button', { name: 'Mit BundID anmelden' });
  await expect(bundId).toHaveCount(0);
  const before = await below.boundingBox();
  answer.resolve();
  await expect(bundId).toBeVisible();
  expect(await below.boundingBox()).toEqual(before);
});
