import type { Receipt } from '@jena/shared/cases';
import { newId } from '@jena/shared/kernel';
import { callsOf } from '../support/calls.ts';
import { answersOf } from '../support/form-cases.ts';
import { expect, test } from '../support/test.ts';

const simple = answersOf('meldebescheinigung', /^a simple/);

test('Jannis is offered what he said in an earlier application, sees where it comes from, and his own word stays', async ({
  citizen,
}) => {
  const { page, form } = citizen;
  await citizen.logsIn('Jannis Adler');
  const email = `jannis.${newId().slice(0, 8)}@example.org`;
  const calls = callsOf(page.request, citizen.origin, 'citizen');
  await calls.mutate<Receipt>('cases.submit', {
    serviceSlug: 'meldebescheinigung',
    formVersion: 1,
    attachments: [],
    language: 'de',
    idempotencyKey: newId<'idempotency'>(),
    answers: { ...simple, email },
  });

  await citizen.opens('/dienste/fundsache/antrag');
  await citizen.taps('Antrag beginnen');
  await form.chooses('Was möchten Sie melden?', 'Ich habe etwas verloren');
  await form.picks('Was ist es?', 'Fahrrad');
  await form.types('Wie sieht es aus?', 'Blau, mit Korb');
  await form.goesOn();
  await form.isOn('Wann und wo');
  await form.dates('An welchem Tag?', '2026-10-05');
  await form.types('Wo war es?', 'Am Holzmarkt');
  await form.goesOn();
  await form.isOn('Angaben zu Ihnen');
  await expect(page.getByLabel('Familienname')).toHaveValue('Adler');
  await expect(page.getByText('aus Ihrem Online-Ausweis').first()).toBeVisible();
  await form.goesOn();

  await form.isOn('Wie wir Sie erreichen');
  await expect(page.getByLabel('E-Mail-Adresse')).toHaveValue(email);
  await expect(page.getByText('aus einem früheren Antrag')).toBeVisible();
  await form.types('E-Mail-Adresse', 'neu@example.org');
  await expect(page.getByText('aus einem früheren Antrag')).toHaveCount(0);
  await form.isSaved();
  await page.reload();
  await expect(page.getByLabel('E-Mail-Adresse')).toHaveValue('neu@example.org');
});
