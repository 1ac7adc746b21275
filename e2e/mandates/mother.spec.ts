import type { Citizen } from '../support/citizen.ts';
import { fillsForm, landlordQuestion, lenasAnswers } from '../support/lena.ts';
import { assertReadable } from '../support/page-checks.ts';
import { expect, test } from '../support/test.ts';

const birthDate = '2019-03-04';

/** The form as Amara answers it for her daughter: what is known of Ada stands there already, nothing of Amara’s card does. */
function adasAnswers(citizen: Citizen) {
  const { page } = citizen;
  return lenasAnswers().flatMap((step) => {
    if (step.title === 'Angaben zu Ihnen')
      return [
        {
          title: step.title,
          async answer() {
            await expect(page.getByText('Sie füllen diesen Antrag für Ada Okonkwo aus.')).toBeVisible();
            await expect(page.getByLabel('Alle Vornamen')).toHaveValue('Ada');
            await expect(page.getByLabel('Familienname')).toHaveValue('Okonkwo');
            await expect(page.getByLabel('Jahr')).toHaveValue('2019');
            await expect(page.getByText('wie unter „Für andere handeln“ angegeben').first()).toBeVisible();
            await expect(page.getByText('aus Ihrem Online-Ausweis')).toHaveCount(0);
          },
        },
      ];
    if (step.title === 'Wer zieht um?')
      return [
        step,
        {
          title: 'Kinder und Sorgerecht',
          answer: () =>
            citizen.form.chooses('Zieht ein Kind ohne beide sorgeberechtigten Eltern um?', 'Nein'),
        },
      ];
    return [step];
  });
}

test('a mother acts for her child: the office sees for whom, confirms it, and with the mandate all of it ends', {
  tag: '@postgres',
}, async ({ citizen, caseworker }) => {
  test.slow();
  const { page, camera } = citizen;

  await test.step('Amara says for which child she has custody', async () => {
    await citizen.logsIn('Amara Okonkwo');
    await citizen.taps(/^Für andere handeln/);
    await citizen.seesPage('Für andere handeln');
    await citizen.taps('Kind hinzufügen', 'button');
    await citizen.taps('Kind hinzufügen', 'button');
    await expect(page.getByText('Diese Angabe fehlt noch.').first()).toBeVisible();
    await assertReadable(page, 'child form with problems');
    await citizen.form.types('Alle Vornamen', 'Ada');
    await citizen.form.types('Familienname', 'Okonkwo');
    await citizen.form.dates('Geburtsdatum', birthDate);
    await citizen.form.types('Geburtsort', 'Jena');
    await citizen.form.ticks('Ich habe das Sorgerecht für dieses Kind.');
    await citizen.taps('Kind hinzufügen', 'button');
    const ada = page.getByRole('article', { name: 'Ada Okonkwo' });
    await expect(ada).toContainText('Noch nicht geprüft');
    await assertReadable(page, 'children');
  });

  const reference = await test.step('she applies for Ada, with Ada’s data', async () => {
    await citizen.opens('/dienste/wohnsitz-anmelden/antrag');
    await page.getByRole('group', { name: 'Für wen stellen Sie diesen Antrag?' }).waitFor();
    await assertReadable(page, 'for whom');
    await page.getByRole('radio', { name: /^Ada Okonkwo/ }).check();
    await citizen.taps('Antrag für Ada Okonkwo beginnen', 'button');
    await fillsForm(citizen, adasAnswers(citizen));
    await expect(page.getByText('Sie füllen diesen Antrag für Ada Okonkwo aus.')).toBeVisible();
    await citizen.taps('Antrag absenden', 'button');
    const received = await citizen.getsReceipt();
    await citizen.taps('Vorgang ansehen');
    await expect(page.getByText('Eingereicht von: Sie für Ada Okonkwo.')).toContainText(
      'Das Sorgerecht hat das Amt noch nicht geprüft.',
    );
    await expect(page.getByRole('list', { name: 'Verlauf' })).toContainText('Sie für Ada Okonkwo');
    return received;
  });
  const caseAddress = new URL(page.url()).pathname;

  await test.step('Jonas sees who acts for whom, asks for a paper and confirms the custody', async () => {
    await caseworker.logsIn();
    await caseworker.opensQueue('Neu');
    await caseworker.opensCase(reference);
    const said = caseworker.case().getByText('Amara Okonkwo für Ada Okonkwo – Sorgerecht noch nicht geprüft');
    await expect(said).toBeVisible();
    await caseworker.takesCase();
    await caseworker.asksFor(landlordQuestion, 'Bitte fotografieren Sie die Seite mit der Unterschrift.');
    await caseworker.page.getByRole('button', { name: 'Sorgerecht bestätigen' }).click();
    await expect(
      caseworker.case().getByText('Amara Okonkwo für Ada Okonkwo – Sorgerecht geprüft'),
    ).toBeVisible();
  });

  await test.step('Amara is told, brings the paper, and Jonas approves', async () => {
    await citizen.goesTo('Postfach');
    await citizen.taps(/^Bitte reichen Sie eine Unterlage nach/);
    const task = page.getByRole('region', { name: 'Das fehlt noch' });
    await camera.photographs();
    await camera.isDone();
    await task.getByRole('button', { name: 'Unterlage absenden' }).click();
    await expect(page.getByText('Danke, die Unterlage ist angekommen.')).toBeVisible({ timeout: 20_000 });
    await caseworker.opensQueue('Beantwortet');
    await caseworker.opensCase(reference);
    await expect(caseworker.case().getByRole('list', { name: 'Verlauf' })).toContainText(
      'Amara Okonkwo für Ada Okonkwo',
    );
    await expect(caseworker.evidence().getByRole('img').first()).toBeVisible();
    await caseworker.approves();
  });

  const certificate = await test.step('Ada’s certificate is there', async () => {
    await citizen.opens(caseAddress);
    await expect(page.getByText('Alles fertig. Ihr Dokument liegt unten bereit.')).toBeVisible({
      timeout: 25_000,
    });
    const link = page.getByRole('link', { name: /Meldebestätigung.*von der Stadt Jena/ });
    const address = citizen.origin + (await link.getAttribute('href'));
    const pdf = await page.request.get(address);
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await citizen.goesTo('Vorgänge');
    await expect(page.getByRole('link', { name: /für Ada Okonkwo/ })).toBeVisible();
    return address;
  });

  await test.step('she ends it, and from that moment sees nothing of Ada’s any more', async () => {
    await citizen.opens('/konto/vertretung');
    const ada = page.getByRole('article', { name: 'Ada Okonkwo' });
    await expect(ada).toContainText('Geprüft');
    await ada.getByRole('button', { name: /^Beenden.*Ada Okonkwo/ }).click();
    await citizen.taps('Ja, beenden', 'button');
    await expect(ada).toHaveCount(0);
    await expect(page.getByText('Noch handeln Sie nur für sich selbst.')).toBeVisible();
    citizen.watched.expectErrors(/status of 404/);
    await citizen.opens(caseAddress);
    await expect(page.getByRole('heading', { name: 'Diesen Vorgang finden wir nicht' })).toBeVisible();
    expect((await page.request.get(certificate)).status()).toBe(404);
    await citizen.opens('/dienste/wohnsitz-anmelden/antrag');
    await expect(page.getByRole('link', { name: 'Antrag beginnen' })).toBeVisible();
  });
});
