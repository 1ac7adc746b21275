import { readFile, writeFile } from 'node:fs/promises';
import { fillsForm, landlordQuestion, lenasAnswers } from '../support/lena.ts';
import { PushDevice } from '../support/push-device.ts';
import { expect, test } from '../support/test.ts';
import { verifiesAccessLog } from '../support/verify-access-log.ts';

test('from the first tap to the certificate: Henrik moves, Jonas decides, each step is told', {
  tag: '@postgres',
}, async ({ citizen, caseworker, shared }) => {
  test.slow();
  const { page, camera } = citizen;
  // Nobody else's journey is Henrik's: a push of another case would come between these.
  const phone = new PushDevice(page, shared);
  await phone.prepare(page.context());

  await test.step('Henrik logs in and lets the city tell him what is new', async () => {
    await citizen.hasAppOnPhone();
    await citizen.logsIn('Dr. Henrik Vollrath');
    await citizen.taps(/^Mitteilungen/);
    await page.getByRole('checkbox', { name: 'Neues zu meinen Vorgängen' }).check();
    await citizen.taps('Auf diesem Gerät speichern', 'button');
    await expect(page.getByText('Gespeichert. Sie können das jederzeit ändern.')).toBeVisible();
    // He works at night: without this, what happens after ten would reach him in the morning.
    await page.getByRole('checkbox', { name: 'In der Ruhezeit keine Mitteilungen' }).uncheck();
    await citizen.taps(/^Speichern$/, 'button');
    await expect(page.getByText('Gespeichert.', { exact: true })).toBeVisible();
  });

  const reference = await test.step('he answers, photographs and sends', async () => {
    await citizen.opens('/dienste/wohnsitz-anmelden/antrag');
    await citizen.taps('Antrag beginnen');
    await fillsForm(citizen, lenasAnswers({ prefilled: true }));
    await citizen.taps('Antrag absenden', 'button');
    const received = await citizen.getsReceipt();
    await citizen.taps('Vorgang ansehen');
    await expect(page.getByText('Eingegangen', { exact: true })).toBeVisible();
    return received;
  });
  const caseAddress = page.url();

  await test.step('a push says that something is new, and nothing more; it opens the case', async () => {
    await citizen.goesTo('Start');
    const shown = await phone.shows(await phone.receives());
    expect(shown.title).toBe('Neues zu Ihrem Vorgang');
    expect(JSON.stringify(shown)).not.toMatch(/Henrik|Vollrath|Wohn/);
    await phone.taps();
    await expect(page).toHaveURL(caseAddress);
  });

  await test.step('Jonas takes the case, looks at the photograph and asks for a better one', async () => {
    await caseworker.logsIn();
    await caseworker.opensQueue('Neu');
    await caseworker.opensCase(reference);
    await caseworker.takesCase();
    await expect(caseworker.evidence().getByRole('img').first()).toBeVisible();
    await caseworker.asksFor(
      landlordQuestion,
      'Bitte fotografieren Sie auch die Rückseite mit der Unterschrift.',
    );
  });

  await test.step('Henrik is told, reads what is missing and adds it in two taps', async () => {
    const shown = await phone.shows(await phone.receives('Bitte ergänzen Sie'));
    expect(shown.body).toContain('Bitte ergänzen Sie eine Unterlage.');
    await citizen.goesTo('Postfach');
    await citizen.taps(/^Bitte reichen Sie eine Unterlage nach/);
    await expect(page).toHaveURL(caseAddress);
    const task = page.getByRole('region', { name: 'Das fehlt noch' });
    await expect(task).toContainText('Bitte fotografieren Sie auch die Rückseite');
    await camera.photographs();
    await camera.addsPage();
    await camera.isDone();
    await expect(camera.pages(landlordQuestion)).toContainText('2 Seiten');
    await task.getByRole('button', { name: 'Unterlage absenden' }).click();
    await expect(page.getByText('Danke, die Unterlage ist angekommen.')).toBeVisible({ timeout: 20_000 });
    const papers = page.getByRole('list', { name: 'Unterlagen und Dokumente' });
    await expect(papers.getByRole('link')).toHaveCount(2);
    const names = await papers.getByRole('link').allInnerTexts();
    expect(new Set(names).size).toBe(2);
  });

  await test.step('Jonas sees the new paper, one PDF of two pages, and approves', async () => {
    await caseworker.opensQueue('Beantwortet');
    await caseworker.opensCase(reference);
    const papers = caseworker.evidence().getByRole('navigation').getByRole('link');
    // He looked at this case before: what he saw then stands there until the answer comes.
    await expect(papers).toHaveCount(2);
    await papers.last().click();
    await expect(caseworker.evidence().getByTitle(`${landlordQuestion}.pdf`)).toBeVisible();
    await caseworker.approves();
  });

  await test.step('Henrik sees every step, and his certificate is there as a PDF', async () => {
    await citizen.opens(new URL(caseAddress).pathname);
    await expect(page.getByText('Alles fertig. Ihr Dokument liegt unten bereit.')).toBeVisible({
      timeout: 25_000,
    });
    const timeline = page.getByRole('list', { name: 'Verlauf' });
    for (const step of [
      'Antrag eingegangen',
      'Bearbeitung hat begonnen',
      'Unterlage nachgefordert',
      'Unterlage nachgereicht',
      'Antrag genehmigt',
      'Dokument ausgestellt',
    ]) {
      await expect(timeline.getByRole('listitem').filter({ hasText: step })).toBeVisible();
    }
    await expect(timeline.getByText(/Bürgerservice/).first()).toBeVisible();
    const link = page.getByRole('link', { name: /Meldebestätigung.*von der Stadt Jena/ });
    const pdf = await page.request.get(citizen.origin + (await link.getAttribute('href')));
    expect(pdf.headers()['content-type']).toContain('application/pdf');
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  });

  await test.step('the inbox tells all of it; the access log names the office that looked', async () => {
    await citizen.goesTo('Postfach');
    await expect(page.getByRole('link', { name: /^Ihr Dokument ist da/ })).toBeVisible();
    await citizen.goesTo('Konto');
    await citizen.taps(/^Wer hat meine Daten gesehen/);
    const log = page.getByRole('table', { name: 'Wer hat meine Daten gesehen?' });
    await expect(log.getByRole('row').filter({ hasText: 'Eine Unterlage angesehen' }).first()).toContainText(
      'Bürgerservice',
    );
    for (const act of ['Ihren Vorgang übernommen', 'Eine Unterlage nachgefordert', 'Ihren Antrag genehmigt'])
      await expect(log.getByRole('row').filter({ hasText: act })).toContainText(reference);
  });

  await test.step('his phone has checked that no line is missing; anyone can check the saved list', async () => {
    await expect(page.getByText('Lückenlos geprüft')).toBeVisible();
    const saved = page.waitForEvent('download');
    await citizen.taps('Liste als Datei speichern', 'button');
    const file = await (await saved).path();
    expect(await verifiesAccessLog(file)).toMatchObject({
      code: 0,
      says: expect.stringMatching(/^Lückenlos: \d+ Einträge/),
    });
    const spoilt = `${file}.spoilt`;
    await writeFile(
      spoilt,
      (await readFile(file, 'utf8')).replace('"vault.evidence_viewed"', '"cases.viewed"'),
    );
    expect(await verifiesAccessLog(spoilt)).toMatchObject({
      code: 1,
      says: expect.stringContaining('wurde geändert'),
    });
  });
});
