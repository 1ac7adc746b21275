import type { Receipt } from '@jena/shared/cases';
import { newId } from '@jena/shared/kernel';
import { callsOf } from '../support/calls.ts';
import { answersOf } from '../support/form-cases.ts';
import { expect, test } from '../support/test.ts';

const simple = answersOf('meldebescheinigung', /^a simple/);

test('a caseworker finds a case by its name without the mouse, and the person sees that it was searched for', async ({
  citizen,
  caseworker,
}) => {
  const { page } = caseworker;
  const letters = newId<'case'>()
    .replace(/[^a-z]/g, '')
    .slice(0, 12);
  const familienname = `Suchmüller-${letters}`;
  await citizen.logsIn('Erika Mustermann');
  const calls = callsOf(citizen.page.request, citizen.origin, 'citizen');
  const { reference } = await calls.mutate<Receipt>('cases.submit', {
    serviceSlug: 'meldebescheinigung',
    formVersion: 1,
    attachments: [],
    language: 'de',
    idempotencyKey: newId<'idempotency'>(),
    answers: { ...simple, familienname },
  });

  await caseworker.logsIn();
  await caseworker.opensQueue('Neu');
  const field = page.getByRole('searchbox', { name: 'Name oder Aktenzeichen' });
  await expect(field).toBeVisible();
  await page.keyboard.press('/');
  await expect(field).toBeFocused();
  await page.keyboard.type(`suchmueller ${letters.slice(0, -1)}`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Nichts gefunden' })).toBeVisible();
  await field.fill(`suchmueller ${letters}`);
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 Treffer')).toBeVisible();
  expect(page.url()).not.toContain('suchmueller');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(caseworker.case()).toContainText(reference);

  await citizen.page.goto(`${citizen.origin}/konto/zugriffe`);
  await expect(citizen.page.getByText('Ihren Vorgang über die Suche geöffnet').first()).toBeVisible();
});
