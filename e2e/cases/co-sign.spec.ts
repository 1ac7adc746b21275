import type { Receipt } from '@jena/shared/cases';
import { type DocumentId, newId } from '@jena/shared/kernel';
import type { Locator } from '@playwright/test';
import { callsOf } from '../support/calls.ts';
import type { Citizen } from '../support/citizen.ts';
import { formCases } from '../support/form-cases.ts';
import { dayFromToday } from '../support/lena.ts';
import { paperOf } from '../support/paper.ts';
import { expect, test } from '../support/test.ts';

const form = 'eheschliessung-anmelden';

/** A couple of the form's own test cases who lack nothing, their wedding ahead of today. */
function application(papers: readonly DocumentId[] = []) {
  const couple = formCases(form).find(({ expect: { problems } }) => problems.length === 0);
  if (!couple) throw new Error('no couple lacks nothing');
  return {
    idempotencyKey: newId<'idempotency'>(),
    serviceSlug: form,
    formVersion: 2,
    answers: { ...couple.answers, wunschtermin: dayFromToday(90) },
    attachments: papers.map((documentId) => ({ field: 'meldebescheinigungen', documentId })),
    language: 'de',
  };
}

/** Opens the link that stands on the applicant's page. */
async function opensLink(citizen: Citizen, missing: Locator): Promise<void> {
  const link = new URL((await missing.getByText(/mitunterschreiben#/).textContent()) ?? '');
  await citizen.opens(link.pathname + link.hash);
  await citizen.taps('Antrag lesen', 'button');
  await expect(citizen.page.getByRole('heading', { name: 'Ihre Trauung' })).toBeVisible();
}

test('Lena asks for a second signature; Erika reads all of it and signs, and the office has it', async ({
  newDevice,
  shared,
}) => {
  const lena = await newDevice('phone', shared.origin);
  await lena.logsIn('Lena Okonkwo');
  const hers = callsOf(lena.page.request, shared.origin, 'citizen');
  const { caseId } = await hers.mutate<Receipt>('cases.submit', application());
  await lena.opens(`/vorgaenge/${caseId}`);
  const missing = lena.page.getByRole('region', { name: 'Eine zweite Unterschrift fehlt noch' });
  const link = (await missing.getByText(/mitunterschreiben#/).textContent()) ?? '';
  const path = new URL(link).pathname + new URL(link).hash;

  const erika = await newDevice('computer', shared.origin);
  await erika.opens(path);
  await erika.page
    .getByRole('main')
    .getByRole('link', { name: /anmelden/i })
    .click();
  await erika.holdsCardToPhone('Erika Mustermann');
  await erika.seesPage('Mitunterschreiben');
  expect(erika.page.url()).not.toContain('#');
  await erika.taps('Antrag lesen', 'button');
  await expect(erika.page.getByRole('heading', { name: 'Ihre Trauung' })).toBeVisible();
  await erika.taps('Ich stimme zu und unterschreibe', 'button');
  await expect(erika.page.getByText('Danke. Sie haben unterschrieben.')).toBeVisible();

  await lena.page.reload();
  await expect(missing).toHaveCount(0);
  await expect(lena.page.getByText('Mitunterschrieben')).toBeVisible();
  await expect(lena.page.getByText('Eingegangen', { exact: true })).toBeVisible();
  // She signs in her own name, not for Lena.
  await expect(lena.page.getByText(/ · Erika Mustermann$/)).toBeVisible();
});

test('Erika opens a document of it and refuses with a reason; Lena reads why, asks once more, and she signs', async ({
  newDevice,
  shared,
}) => {
  test.setTimeout(120_000);
  const lena = await newDevice('phone', shared.origin);
  await lena.logsIn('Lena Okonkwo');
  const paper = await paperOf(lena);
  const hers = callsOf(lena.page.request, shared.origin, 'citizen');
  const { caseId } = await hers.mutate<Receipt>('cases.submit', application([paper]));
  await lena.opens(`/vorgaenge/${caseId}`);
  const missing = lena.page.getByRole('region', { name: 'Eine zweite Unterschrift fehlt noch' });

  const erika = await newDevice('phone', shared.origin);
  await erika.logsIn('Erika Mustermann');
  await opensLink(erika, missing);
  const document = erika.page.getByRole('link', { name: /^Ein Blatt Papier/ });
  const file = (await document.getAttribute('href')) ?? '';
  expect((await erika.page.request.get(shared.origin + file)).headers()['content-type']).toBe('image/jpeg');

  await erika.taps('Nicht zustimmen', 'button');
  await erika.taps('Absage senden', 'button');
  await expect(erika.page.getByText('Bitte schreiben Sie kurz, warum.')).toBeVisible();
  await erika.page.getByLabel('Warum stimmen Sie nicht zu?').fill('Der Tag passt mir nicht.');
  await erika.taps('Absage senden', 'button');
  await expect(erika.page.getByText('Sie haben nicht zugestimmt.')).toBeVisible();
  expect((await erika.page.request.get(shared.origin + file)).status()).toBe(404);

  await lena.page.reload();
  await expect(missing.getByText('Erika Mustermann hat nicht zugestimmt.')).toBeVisible();
  await expect(missing.getByText('Begründung: „Der Tag passt mir nicht.“')).toBeVisible();
  await expect(lena.page.getByText('Zweite Unterschrift abgelehnt')).toBeVisible();

  await missing.getByRole('button', { name: 'Neuen Link machen' }).click();
  await opensLink(erika, missing);
  await erika.taps('Ich stimme zu und unterschreibe', 'button');
  await expect(erika.page.getByText('Danke. Sie haben unterschrieben.')).toBeVisible();
  await lena.page.reload();
  await expect(lena.page.getByText('Mitunterschrieben')).toBeVisible();
});

test('a code that waits in a tab goes with the logout: who comes next does not find it', async ({
  newDevice,
  shared,
}) => {
  const erika = await newDevice('phone', shared.origin);
  await erika.logsIn('Erika Mustermann');
  const { page } = erika;
  await erika.opens('/vorgaenge/mitunterschreiben#AB12-CD34-EF56');
  await expect(page.getByLabel('Code')).toHaveValue('AB12-CD34-EF56');
  await page.reload();
  await expect(page.getByLabel('Code')).toHaveValue('AB12-CD34-EF56');
  await erika.opens('/konto');
  await erika.taps('Abmelden', 'button');
  await erika.seesPage('Was möchten Sie erledigen?');
  await erika.logsIn('Erika Mustermann');
  await erika.opens('/vorgaenge/mitunterschreiben');
  await expect(page.getByLabel('Code')).toHaveValue('');
});
