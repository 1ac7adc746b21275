import type { Receipt } from '@jena/shared/cases';
import { newId } from '@jena/shared/kernel';
import { callsOf } from '../support/calls.ts';
import { answersOf } from '../support/form-cases.ts';
import { expect, test } from '../support/test.ts';

const simple = answersOf('meldebescheinigung', /^a simple/);

test('an objection that the office does not give in to: passed on to the authority above, and another that the city refuses itself', async ({
  citizen,
  caseworker,
}) => {
  test.slow();
  const { page } = citizen;
  await citizen.logsIn('Erika Mustermann');
  await caseworker.logsIn('Mira Seidel');
  const desk = caseworker.case();

  /** Erika is refused, and objects. */
  const objects = async () => {
    const application = {
      serviceSlug: 'meldebescheinigung',
      formVersion: 1,
      attachments: [],
      language: 'de',
    };
    const calls = callsOf(page.request, citizen.origin, 'citizen');
    const { reference, caseId } = await calls.mutate<Receipt>('cases.submit', {
      ...application,
      idempotencyKey: newId<'idempotency'>(),
      answers: simple,
    });
    await caseworker.opensQueue('Neu');
    await caseworker.opensCase(reference);
    await caseworker.takesCase();
    await caseworker.rejects('Sie sind in Jena nicht gemeldet.');
    await citizen.opens(`/vorgaenge/${caseId}`);
    await expect(page.getByRole('link', { name: /^Ablehnung.*von der Stadt Jena/ })).toBeVisible({
      timeout: 25_000,
    });
    await citizen.taps('Widerspruch einlegen', 'button');
    await page.getByLabel('Warum sind Sie nicht einverstanden?').fill('Ich wohne seit 2019 hier.');
    await citizen.taps('Widerspruch absenden', 'button');
    await expect(page.getByText('Widerspruch wird geprüft')).toBeVisible({ timeout: 30_000 });
    await caseworker.opensQueue('Bei mir');
    await caseworker.opensCase(reference);
    await expect(desk).toContainText('Ich wohne seit 2019 hier.');
    return reference;
  };

  await test.step('Mira passes it on: Erika reads who decides now, and why', async () => {
    await objects();
    await desk.getByLabel('Begründung').fill('Wir bleiben dabei. Das Landesverwaltungsamt entscheidet.');
    await desk.getByRole('button', { name: 'An die Widerspruchsbehörde abgeben' }).click();
    await expect(caseworker.page.getByText('Der Widerspruch ist abgegeben.')).toBeVisible();
    await expect(page.getByText('Widerspruch weitergegeben')).toBeVisible({ timeout: 30_000 });
    await expect(
      page.getByText(/^Über Ihren Widerspruch entscheidet jetzt eine höhere Behörde/),
    ).toBeVisible();
    await expect(page.getByRole('list', { name: 'Verlauf' })).toContainText('Wir bleiben dabei.');
    await expect(page.getByRole('button', { name: 'Widerspruch einlegen' })).toHaveCount(0);
  });

  await test.step('the authority refused it: Mira notes that, and no letter of the city comes', async () => {
    await desk.getByLabel('Begründung').fill('Das Landesverwaltungsamt hat am 20.11. entschieden.');
    await desk.getByRole('button', { name: 'Zurückweisung eintragen' }).click();
    await expect(caseworker.page.getByText('Der Widerspruch ist zurückgewiesen.')).toBeVisible();
    await expect(page.getByText('Widerspruch zurückgewiesen').first()).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('link', { name: /^Widerspruchsbescheid/ })).toHaveCount(0);
  });

  await test.step('where the city decides itself, Erika gets a letter that says to which court she may go', async () => {
    await objects();
    await desk.getByLabel('Begründung').fill('Im Register steht eine Adresse in Weimar.');
    await desk.getByRole('button', { name: 'Selbst zurückweisen' }).click();
    await expect(caseworker.page.getByText('Der Widerspruch ist zurückgewiesen.')).toBeVisible();
    const letter = page.getByRole('link', { name: /^Widerspruchsbescheid.*von der Stadt Jena/ });
    await expect(letter).toBeVisible({ timeout: 30_000 });
    const file = await page.request.get(citizen.origin + (await letter.getAttribute('href')));
    expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await page.getByText('Zeigen, dass Ihr Schreiben echt ist').click();
    const code = /([0-9A-Z]{5}-){3}[0-9A-Z]{5}/.exec(await page.getByRole('main').innerText())?.[0] ?? '';
    await citizen.opens(`/pruefen#${code}`);
    await expect(page.getByText('Dieses Schreiben ist echt')).toBeVisible();
    await expect(page.getByRole('main')).toContainText('Widerspruchsbescheid: Meldebescheinigung');
  });
});
