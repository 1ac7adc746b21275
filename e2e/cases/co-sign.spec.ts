import type { Receipt } from '@jena/shared/cases';
import { newId } from '@jena/shared/kernel';
import { callsOf } from '../support/calls.ts';
import { formCases } from '../support/form-cases.ts';
import { dayFromToday } from '../support/lena.ts';
import { expect, test } from '../support/test.ts';

const form = 'eheschliessung-anmelden';

/** A couple of the form's own test cases who lack nothing, their wedding ahead of today. */
function application() {
  const couple = formCases(form).find(({ expect: { problems } }) => problems.length === 0);
  if (!couple) throw new Error('no couple lacks nothing');
  return {
    idempotencyKey: newId<'idempotency'>(),
    serviceSlug: form,
    formVersion: 2,
    answers: { ...couple.answers, wunschtermin: dayFromToday(90) },
    attachments: [],
    language: 'de',
  };
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
});
