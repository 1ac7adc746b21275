import { photograph } from '../support/camera.ts';
import { fillsForm, landlordQuestion, lenasAnswers } from '../support/lena.ts';
import { expect, test } from '../support/test.ts';

test('Mira asks for a paper, refuses, and is objected to; a landlord checks that the refusal is real', async ({
  citizen,
  caseworker,
  browser,
}) => {
  test.slow();
  const { page, camera } = citizen;
  const paper = `Bestätigung ${crypto.randomUUID().slice(0, 8)}`;
  await citizen.logsIn('Erika Mustermann');

  await test.step('a paper lies in her vault', async () => {
    await citizen.opens('/konto/tresor/neu');
    await page.getByLabel('Was ist es?').selectOption({ label: 'Wohnungsgeberbestätigung' });
    await page.getByLabel('Name', { exact: true }).fill(paper);
    await page.getByLabel('Dokument: Datei auswählen').setInputFiles({
      name: 'bestaetigung.jpg',
      mimeType: 'image/jpeg',
      buffer: await photograph(),
    });
    await camera.cutsOut();
    await camera.keeps();
    await citizen.taps('In den Tresor legen', 'button');
    await expect(page.getByRole('main').getByRole('link', { name: new RegExp(`^${paper}`) })).toBeVisible({
      timeout: 30_000,
    });
  });

  await citizen.opens('/dienste/wohnsitz-anmelden/antrag');
  await citizen.taps('Antrag beginnen');
  await fillsForm(citizen, lenasAnswers({ prefilled: true }));
  await citizen.taps('Antrag absenden', 'button');
  const reference = await citizen.getsReceipt();

  await test.step('Mira asks for a paper, and Erika sends hers from the vault in two taps', async () => {
    await caseworker.logsIn('Mira Seidel');
    await caseworker.opensQueue('Neu');
    await caseworker.opensCase(reference);
    await caseworker.takesCase();
    await caseworker.asksFor(landlordQuestion, 'Bitte senden Sie die neue Bestätigung.');
    await citizen.taps('Vorgang ansehen');
    const task = page.getByRole('region', { name: 'Das fehlt noch' });
    await expect(task).toContainText('Bitte senden Sie die neue Bestätigung.', { timeout: 25_000 });
    await task.getByRole('button', { name: 'Aus dem Tresor senden' }).click();
    await page
      .getByRole('dialog', { name: 'Aus dem Tresor wählen' })
      .getByRole('button', { name: new RegExp(paper) })
      .click();
    await expect(page.getByText('Danke, die Unterlage ist angekommen.')).toBeVisible({ timeout: 20_000 });
    await expect(
      page
        .getByRole('list', { name: 'Unterlagen und Dokumente' })
        .getByRole('link', { name: new RegExp(paper) }),
    ).toBeVisible();
  });

  await test.step('Mira rejects with a reason; Erika reads it and has it as a letter', async () => {
    await caseworker.opensQueue('Beantwortet');
    await caseworker.opensCase(reference);
    await caseworker.rejects('Sie wohnen laut Register bereits in Jena. Bitte melden Sie sich um.');
    await expect(
      page.getByText('Ihr Antrag wurde abgelehnt. Den Grund lesen Sie unten im Verlauf.'),
    ).toBeVisible({ timeout: 25_000 });
    await expect(page.getByRole('list', { name: 'Verlauf' })).toContainText(
      'Sie wohnen laut Register bereits in Jena.',
    );
    await expect(page.getByRole('link', { name: /^Ablehnung.*von der Stadt Jena/ })).toBeVisible({
      timeout: 25_000,
    });
  });

  await test.step('somebody else checks that the letter is real, and that nobody changed the file', async () => {
    await page.getByText('Zeigen, dass Ihr Schreiben echt ist').click();
    const code = /([0-9A-Z]{5}-){3}[0-9A-Z]{5}/.exec(await page.getByRole('main').innerText())?.[0] ?? '';
    const link = page.getByRole('link', { name: /^Ablehnung.*von der Stadt Jena/ });
    const pdf = await page.request.get(citizen.origin + (await link.getAttribute('href')));
    const letter = await pdf.body();
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    const landlord = await context.newPage();
    await landlord.goto(`${citizen.origin}/pruefen#${code}`);
    await expect(landlord.getByText('Dieses Schreiben ist echt')).toBeVisible();
    const said = landlord.getByRole('main');
    await expect(said).toContainText('Stadt Jena, Bürgerservice');
    await expect(said).not.toContainText('Mustermann');
    await expect(said).not.toContainText(reference);
    const file = landlord.getByLabel('PDF auswählen', { exact: true });
    const compare = (name: string, buffer: Buffer) =>
      file.last().setInputFiles({ name, mimeType: 'application/pdf', buffer });
    await compare('Ablehnung.pdf', letter);
    await expect(landlord.getByText('Die Datei ist genau die, die wir ausgestellt haben.')).toBeVisible();
    await compare('Anders.pdf', Buffer.concat([letter, Buffer.from(' ')]));
    await expect(landlord.getByText(/^Diese Datei ist nicht die/)).toBeVisible();
    await context.close();
  });

  await test.step('Erika objects with her card, without a network: she reads that it does not count yet', async () => {
    await citizen.taps('Widerspruch einlegen', 'button');
    await citizen.losesNetwork();
    await page.getByLabel('Warum sind Sie nicht einverstanden?').fill('Ich wohne erst seit dem 16.11. hier.');
    await citizen.taps('Widerspruch absenden', 'button');
    await expect(page.getByText('Ihr Widerspruch ist noch nicht beim Amt.')).toBeVisible();
    await expect(page.getByText(/zählt erst, wenn er beim Amt ankommt: spätestens am \S/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Zurückholen' })).toBeVisible();
  });

  await test.step('with a network it goes by itself; Mira takes the case up again and approves', async () => {
    await citizen.isBackOnline();
    await expect(page.getByText('Widerspruch wird geprüft')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('Ihr Widerspruch ist noch nicht beim Amt.')).toHaveCount(0);
    await caseworker.opensQueue('Bei mir');
    await caseworker.opensCase(reference);
    const desk = caseworker.case();
    await expect(desk).toContainText('Ich wohne erst seit dem 16.11. hier.');
    await desk.getByLabel('Begründung').fill('Sie haben recht, der Eintrag war falsch.');
    await desk.getByRole('button', { name: 'Vorgang wieder aufnehmen' }).click();
    await expect(caseworker.page.getByText('Der Vorgang ist wieder aufgenommen.')).toBeVisible();
    await caseworker.approves();
    await expect(page.getByText('Alles fertig. Ihr Dokument liegt unten bereit.')).toBeVisible({
      timeout: 30_000,
    });
    await expect(page.getByRole('list', { name: 'Verlauf' })).toContainText('Vorgang wieder aufgenommen');
  });
});
