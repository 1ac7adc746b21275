import { loadCatalogue } from '@jena/content/server';
import { newId } from '@jena/shared/kernel';
import { callsOf } from '../support/calls.ts';
import type { Citizen } from '../support/citizen.ts';
import { formCases } from '../support/form-cases.ts';
import { expect, test } from '../support/test.ts';

const slug = 'fundsache';

/** Hands something in by the interface: this journey is about what then lies in the inbox. */
async function handsIn({ page, origin }: Citizen): Promise<void> {
  const told = formCases(slug).find(({ expect: expected }) => expected.problems.length === 0);
  await callsOf(page.request, origin, 'citizen').mutate('cases.submit', {
    idempotencyKey: newId<'idempotency'>(),
    serviceSlug: slug,
    formVersion: loadCatalogue().form(slug)?.version,
    answers: told?.answers,
    attachments: [],
    language: 'de',
  });
}

test('Erika finds a message, sees why it came, puts it away and takes it back, also looks for it without a network', async ({
  citizen,
}) => {
  const { page } = citizen;
  await citizen.logsIn('Erika Mustermann');
  await citizen.opens('/postfach');
  await expect(page.getByText('Alles erledigt')).toBeVisible();
  await handsIn(citizen);
  await page.reload();
  const list = page.getByRole('list', { name: 'Eingang' });
  const row = list.getByRole('link', { name: /Ihr Antrag ist eingegangen/ });
  await expect(row).toBeVisible();
  await expect(list).toContainText('Sie bekommen das, weil Sie an diesem Vorgang beteiligt sind.');

  await list.getByRole('button', { name: /^Mit Stern markieren/ }).click();
  await page.getByRole('button', { name: 'Mit Stern', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Mit Stern' })).toContainText('Ihr Antrag ist eingegangen');
  await page.getByRole('button', { name: 'Eingang', exact: true }).click();
  await list.getByRole('button', { name: /^Ins Archiv legen/ }).click();
  await expect(page.getByText('Alles erledigt')).toBeVisible();
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await expect(row).toBeVisible();

  await page.context().setOffline(true);
  await page.getByRole('searchbox', { name: 'Nachrichten suchen' }).fill('eingegangen fund');
  const found = page.getByRole('list', { name: 'Nachrichten suchen' });
  await expect(found.getByRole('link')).not.toHaveCount(0);
  await page.getByRole('searchbox', { name: 'Nachrichten suchen' }).fill('gibt es nicht');
  await expect(page.getByText('Zu „gibt es nicht“ haben wir keine Nachricht gefunden.')).toBeVisible();
});
